import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureLine, captureNames } from './capture.ts';

const names = captureNames(
  [
    ['时间', 'time'],
    ['基本型', 'basic'],
    ['Site visit', 'x'],
  ],
  [
    ['电话', 'phone'],
    ['Site visit', 'site_visit'],
  ],
);

describe('quick capture of an expectation (G1, G2)', () => {
  it('takes the marks out of the line', () => {
    expect(captureLine('汛期前 运行 #时间 ＠电话 #基本型', names)).toEqual({
      text: '汛期前 运行',
      hash: ['time', 'basic'],
      at: ['phone'],
    });
    expect(captureLine('quiet at night @SITE', names)).toMatchObject({ at: ['site_visit'] });
  });

  it('leaves what it does not know, and marks inside words', () => {
    expect(captureLine('3#楼 #泵房 a@b.cn', names)).toEqual({ text: '3#楼 #泵房 a@b.cn', hash: [], at: [] });
  });

  it('never leaves an empty text', () => {
    expect(captureLine('#时间', names)).toEqual({ text: '#时间', hash: [], at: [] });
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(captureLine(line, names).text === '').toBe(line.trim() === '');
      }),
    );
  });
});
