import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeFileName, safeFileName } from './fileName.ts';
import { isOpenableFile } from './openFile.ts';

describe('safeFileName', () => {
  it.each([
    ['周报 2026-11-21', 'pdf', '周报 2026-11-21.pdf'],
    ['桥梁/涵洞: 第1期?', 'pdf', '桥梁-涵洞- 第1期-.pdf'],
    ['con', 'pdf', '_con.pdf'],
    ['NUL.tar', 'pdf', '_NUL.tar.pdf'],
    ['com¹', 'txt', '_com¹.txt'],
    ['../../etc/passwd', 'pdf', '-..-etc-passwd.pdf'.replace(/^-/, '')],
    ['invoice\u202efdp', 'exe', 'invoicefdp.exe'],
    ['a\u0000b\u0007c', 'pdf', 'abc.pdf'],
    ['trailing. . .', 'pdf', 'trailing.pdf'],
    ['.hidden', 'pdf', 'hidden.pdf'],
    ['-rf', 'pdf', 'rf.pdf'],
    ['line\r\nbreak', 'pdf', 'line break.pdf'],
    ['', 'pdf', 'milepost.pdf'],
    ['...', 'pdf', 'milepost.pdf'],
    ['x', '../sh', 'x.sh'],
  ])('%j + %s → %s', (base, extension, expected) => {
    const name = safeFileName(base, extension);
    if (base.startsWith('../')) expect(name).not.toMatch(/[/\\]|^\./);
    else expect(name).toBe(expected);
  });

  it('is short, clean and stable for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('pdf', 'eml', 'milepost', ''),
        (base, ext) => {
          const name = safeFileName(base, ext);
          expect(name.length).toBeLessThanOrEqual(80);
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
          expect(name).not.toMatch(/[<>:"/\\|?*]|[. ]$|^[. -]/);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(name).not.toMatch(/\p{Cs}/u);
          if (ext !== '') expect(name.endsWith(`.${ext}`)).toBe(true);
        },
      ),
    );
  });

  it('cuts a long Chinese name between characters', () => {
    const name = safeFileName('里'.repeat(200), 'pdf');
    expect(name).toMatch(/^里{60,}\.pdf$/);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  });

  it('recognises safe names', () => {
    expect(isSafeFileName('报告.pdf')).toBe(true);
    expect(isSafeFileName('../x.pdf')).toBe(false);
    expect(isSafeFileName('nul.pdf')).toBe(false);
    expect(isSafeFileName('')).toBe(false);
  });
});

describe('isOpenableFile', () => {
  it.each([
    ['/home/a/report.pdf', 'linux', true],
    ['C:\\Users\\a\\report.eml', 'win32', true],
    ['/home/a/x.desktop', 'linux', false],
    ['/home/a/x.sh', 'linux', false],
    ['relative.pdf', 'linux', false],
    ['/home/a/x.exe\0.pdf', 'linux', false],
    ['\\\\server\\share\\x.pdf', 'win32', false],
    ['C:\\x.exe:y.pdf', 'win32', false],
    ['C:\\x.lnk', 'win32', false],
    ['C:\\x.pdf ', 'win32', false],
    ['/home/a/x', 'linux', false],
  ] as const)('%j on %s: %s', (path, platform, expected) => {
    expect(isOpenableFile(path, platform)).toBe(expected);
  });
});
