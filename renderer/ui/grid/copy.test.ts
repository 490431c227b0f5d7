import { describe, expect, it } from 'vitest';
import { setCopied, toHtmlTable } from './copy.ts';

describe('a copied table', () => {
  it('is HTML whose texts are text: signs are escaped, lines kept, children indented, numbers to the right', () => {
    const html = toHtmlTable({
      head: ['任务', 'Cost'],
      rows: [
        ['<b>安装</b> & "调试"', '=1+1'],
        ['两行\n文字', '5'],
      ],
      alignEnd: [false, true],
      indent: { column: 0, steps: [0, 2] },
    });
    expect(html).toContain('<th>任务</th><th>Cost</th>');
    expect(html).toContain('&lt;b&gt;安装&lt;/b&gt; &amp; &quot;调试&quot;</td>');
    expect(html).toContain('padding-left:24pt">两行<br>文字</td>');
    expect(html).toContain('<td style="text-align:right">5</td>');
    expect(html).toContain(`<td style="mso-number-format:'\\@';text-align:right">=1+1</td>`);
  });

  it('is tab-separated text without the head too, so that it can be pasted back', () => {
    const kept: Record<string, string> = {};
    const data = {
      setData(type: string, text: string) {
        kept[type] = text;
      },
    };
    setCopied(data as unknown as DataTransfer, { head: ['A', 'B'], rows: [['x', '=1']] });
    expect(kept['text/plain']).toBe("x\t'=1");
    expect(kept['text/html']).toContain('<th>A</th>');
  });
});
