import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { documentOf, facts, heading, table } from './blocks.ts';
import { codeOf, readCode } from './code.ts';
import { compareContents } from './compare.ts';
import { contentSchema } from './content.ts';
import { compareTexts } from './words.ts';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const SIGNS = '23456789ABCDEFGHJKMNPRSTWXYZQ';

describe('the code on the paper (MS-3)', () => {
  test('is read again however it is typed', () => {
    fc.assert(
      fc.property(hash, (text) => {
        const code = codeOf(text);
        expect(code).toMatch(/^MP-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ' '),
          code.slice(3),
          ` ${code}\n`,
        ])
          expect(readCode(typed)).toBe(code);
      }),
    );
  });

  test('with one wrong sign, or two neighbours that changed places, it is no code', () => {
    fc.assert(
      fc.property(hash, fc.nat(5), fc.nat(SIGNS.length - 1), (text, at, other) => {
        const bare = codeOf(text).replaceAll('-', '').slice(2);
        const wrong = bare.slice(0, at) + SIGNS[other] + bare.slice(at + 1);
        if (wrong !== bare) expect(readCode(`MP${wrong}`)).toBeNull();
        const [a = '', b = ''] = [bare[at], bare[at + 1]];
        const turned = bare.slice(0, at) + b + a + bare.slice(at + 2);
        if (b !== '' && turned !== bare) expect(readCode(`MP${turned}`)).toBeNull();
      }),
    );
  });

  test.each(['', 'MP-', 'MP-0000-00', '7K3D', 'MP-7K3D-9A-9A'])('%j is no code', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});

const word = fc.constantFrom('工期', '三天', 'noise', '55', ' ', '，', '\n', '顺延');
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));

describe('two texts compared word by word (G9)', () => {
  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareTexts(before, after);
        const join = (...ops: string[]) =>
          parts
            .filter(({ op }) => ops.includes(op))
            .map((part) => part.text)
            .join('');
        expect(join('same', 'removed')).toBe(before);
        expect(join('same', 'added')).toBe(after);
      }),
    );
  });

  it('marks nothing in equal texts, and whole words, single Han characters in others', () => {
    expect(compareTexts('同样的话', '同样的话')).toEqual([{ op: 'same', text: '同样的话' }]);
    expect(compareTexts('noise 55 dB', 'noise 50 dB')).toEqual([
      { op: 'same', text: 'noise ' },
      { op: 'removed', text: '55' },
      { op: 'added', text: '50' },
      { op: 'same', text: ' dB' },
    ]);
    expect(compareTexts('延期三天', '延期五天').filter(({ op }) => op !== 'same')).toEqual([
      { op: 'removed', text: '三' },
      { op: 'added', text: '五' },
    ]);
  });

  it('compares texts of a hundred pages without taking long', () => {
    const long = Array.from({ length: 20_000 }, (_, n) => `第${n}条 word${n}`).join('\n');
    const started = performance.now();
    const parts = compareTexts(long, long.replace('第9条', '第九条'));
    expect(parts.some(({ op }) => op === 'added')).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

const documentWith = (rows: readonly (readonly [string, string])[], note: string | null = null) =>
  documentOf({ kind: 'requirements', language: 'zh-CN', audience: 'client', title: '需求清单' }, [
    heading('list:head', '显性需求'),
    table(
      'list',
      '显性需求',
      [
        ['编号', 1],
        ['需求', 5],
      ],
      rows.map(([id, cell]) => ({ id, cells: [id, cell] })),
      '没有',
    ),
    ...facts('notes', [['备注', note]]),
  ]);

describe('two versions of a document compared (G9)', () => {
  const before = documentWith([
    ['a', '夜间噪声'],
    ['b', '讲解条件'],
  ]);

  it('is empty when both say the same', () => {
    expect(
      compareContents(
        before,
        documentWith([
          ['a', '夜间噪声'],
          ['b', '讲解条件'],
        ]),
      ),
    ).toEqual([]);
  });

  it('names rows that came, went, changed and moved, under the heading they stand in', () => {
    const states = (rows: readonly (readonly [string, string])[]) =>
      compareContents(before, documentWith(rows)).map(({ state, place }) => [state, place]);
    expect(states([['a', '夜间噪声']])).toEqual([['removed', '显性需求']]);
    expect(
      states([
        ['a', '夜间噪声'],
        ['b', '讲解条件'],
        ['c', '停车'],
      ]),
    ).toEqual([['added', '显性需求']]);
    expect(
      states([
        ['a', '白天噪声'],
        ['b', '讲解条件'],
      ]),
    ).toEqual([['changed', '显性需求']]);
    expect(
      states([
        ['b', '讲解条件'],
        ['a', '夜间噪声'],
      ]),
    ).toEqual([['moved', '显性需求']]);
  });

  it('finds facts by their label: one that was empty before does not move the others', () => {
    const rows = [
      ['a', '夜间噪声'],
      ['b', '讲解条件'],
    ] as const;
    expect(compareContents(documentWith(rows), documentWith(rows, '已确认'))).toEqual([
      { place: '显性需求', label: '备注', state: 'added', parts: [{ op: 'added', text: '已确认' }] },
    ]);
  });
});

test('a document put together with the words for blocks is one by the schema', () => {
  expect(contentSchema.safeParse(documentWith([['a', '']], '备注')).success).toBe(true);
});
