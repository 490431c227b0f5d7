import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { defaultPrintSetup } from '#shared/domain/plan/printSetup.ts';
import { finishSteps } from '#shared/schedule/steps.ts';
import { printPlan } from '#test/support/printPlan.ts';
import { paused } from '../paused.ts';
import { documentInSteps, ganttDocument, wholeChart } from './document.ts';
import { SheetSvg } from './SheetSvg.tsx';
import { svgInSteps } from './svgText.ts';

const t = fixedT(createI18n('zh-CN'), 'zh-CN');

function printOf(summaries: number, name?: string, grey = false) {
  const setup = { ...defaultPrintSetup('zh-CN' as const), slack: true, grey, label: 'name' as const };
  return { kind: 'gantt' as const, source: printPlan(summaries, name), setup, rowIds: null };
}

interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

/** What an element is made of, whoever wrote it. */
function treeOf(element: Element): Tree {
  const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
  const children = [...element.childNodes].flatMap((node): (Tree | string)[] =>
    node instanceof Element ? [treeOf(node)] : node.textContent ? [node.textContent] : [],
  );
  return { name: element.tagName, attributes: Object.fromEntries(attributes), children };
}

describe('an SVG file', () => {
  it.each([false, true])('is the drawing of the preview, mark by mark (grey: %s)', (grey) => {
    for (const sheet of ganttDocument(printOf(12, '厂房 <A> & "B"', grey), t).sheets) {
      const text = finishSteps(svgInSteps(sheet, 'Hall "1"', 'Noto'));
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      const box = document.createElement('div');
      const root = createRoot(box);
      flushSync(() => root.render(<SheetSvg sheet={sheet} label={'Hall "1"'} fontFamily="Noto" />));
      const drawn = box.firstElementChild;
      if (!drawn) throw new Error('nothing drawn');
      expect(treeOf(file.documentElement)).toEqual(treeOf(drawn));
      root.unmount();
    }
  });

  it('stays a file that can be read, whatever a name holds', () => {
    const name = 'a\u0001b\ud800c\uffff<d>';
    const [sheet] = ganttDocument(printOf(1, name), t).sheets;
    if (!sheet) throw new Error('no sheet');
    const text = finishSteps(svgInSteps(sheet, name, 'Noto'));
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(file.querySelector('parsererror')).toBeNull();
    expect(file.documentElement.textContent).toContain('a\ufffdb\ufffdc\ufffd<d>');
  });
});

describe('a large plan', () => {
  it('is laid out and drawn in steps between which the window lives, and can be given up', async () => {
    let turns = 0;
    const ticks = setInterval(() => {
      turns += 1;
    });
    const controller = new AbortController();
    const document = await paused(documentInSteps(printOf(120), t), controller.signal);
    const sheet = await paused(wholeChart(document), controller.signal);
    if (!sheet) throw new Error('no chart');
    const text = await paused(svgInSteps(sheet, 'x', 'Noto'), controller.signal);
    clearInterval(ticks);
    expect(text.length).toBeGreaterThan(500_000);
    expect(turns).toBeGreaterThan(2);
    controller.abort(new Error('given up'));
    await expect(paused(svgInSteps(sheet, 'x', 'Noto'), controller.signal)).rejects.toThrow('given up');
  });

  it('is never drawn for long in one step', () => {
    const steps = documentInSteps(printOf(120), t);
    let count = 0;
    while (!steps.next().done) count += 1;
    expect(count).toBeGreaterThan(10);
  });
});
