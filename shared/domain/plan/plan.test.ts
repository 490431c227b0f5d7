import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DURATION_UNITS, durationInput, parseDuration, STANDARD_UNITS } from './duration.ts';
import { formatHours, parseHours } from './hours.ts';
import { buildOutline, byRank, ranksAt, topmost } from './outline.ts';
import { LINK_TYPES, parseLag, parsePredecessors, predecessorInput } from './predecessors.ts';

describe('durations', () => {
  const tenths = (text: string) => parseDuration(text, STANDARD_UNITS);

  it('are read in the three languages, with elapsed and estimated ones', () => {
    expect(tenths('3d')).toEqual({ tenths: 14_400, unit: 'd' });
    expect(tenths('5 天')).toEqual({ tenths: 24_000, unit: 'd' });
    expect(tenths('２週')).toEqual({ tenths: 48_000, unit: 'w' });
    expect(tenths('1.5 hours')).toEqual({ tenths: 900, unit: 'h' });
    expect(tenths('1个月')).toEqual({ tenths: 96_000, unit: 'mo' });
    expect(tenths('2ed')).toEqual({ tenths: 28_800, unit: 'ed' });
    expect(tenths('4d?')).toEqual({ tenths: 19_200, unit: 'd?' });
    expect(tenths('7')).toEqual({ tenths: 33_600, unit: 'd' });
    expect(tenths('0')).toEqual({ tenths: 0, unit: 'd' });
  });

  it('follow the hours of the project', () => {
    const long = { minutesPerDay: 540, minutesPerWeek: 3240, daysPerMonth: 26 };
    expect(parseDuration('1d', long)?.tenths).toBe(5400);
    expect(parseDuration('1w', long)?.tenths).toBe(32_400);
    expect(parseDuration('1mo', long)?.tenths).toBe(140_400);
  });

  it('that cannot be meant are refused', () => {
    for (const text of ['', 'd', '-1d', 'abc', '3x', '3dd', '9999999mo', '1e9d', 'NaN', '3d4h'])
      expect(tenths(text), text).toBeNull();
  });

  it('come back as they were typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(...DURATION_UNITS),
        fc.boolean(),
        (n, unit, elapsed) => {
          const typed = `${n}${elapsed ? 'e' : ''}${unit}`;
          const read = tenths(typed);
          expect(read && durationInput(read.tenths, read.unit, STANDARD_UNITS)).toBe(typed);
        },
      ),
    );
  });
});

describe('predecessors', () => {
  it('are read as people write them', () => {
    expect(parsePredecessors('1.2; 4ss+2d，5FF-50%、7', STANDARD_UNITS)).toMatchObject({
      ok: true,
      value: [
        { number: '1.2', type: 'FS', lag_value: 0 },
        { number: '4', type: 'SS', lag_kind: 'working', lag_value: 9600 },
        { number: '5', type: 'FF', lag_kind: 'percent', lag_value: -50 },
        { number: '7', type: 'FS' },
      ],
    });
    expect(parsePredecessors('', STANDARD_UNITS)).toEqual({ ok: true, value: [] });
    expect(parsePredecessors('1; x2', STANDARD_UNITS)).toEqual({ ok: false, piece: 'x2' });
    expect(parsePredecessors('1FS+', STANDARD_UNITS).ok).toBe(false);
    expect(parseLag('-0d', STANDARD_UNITS)?.lag_value).toBe(0);
  });

  it('come back from their text', () => {
    const lag = fc.constantFrom('', '+2d', '-3h', '+1ew', '-50%', '+25e%');
    fc.assert(
      fc.property(fc.constantFrom(...LINK_TYPES), lag, (type, text) => {
        const read = parsePredecessors(`3${type}${text}`, STANDARD_UNITS);
        const [first] = read.ok ? read.value : [];
        const again = first && predecessorInput(first.number, first.type, first, STANDARD_UNITS);
        expect(again).toBe(type === 'FS' && text === '' ? '3' : `3${type}${text}`);
      }),
    );
  });
});

describe('outline', () => {
  const rows = fc
    .array(fc.tuple(fc.nat(30), fc.constantFrom('a0', 'a1', 'a2', 'b')), { maxLength: 40 })
    .map((list) =>
      list.map(([parent, rank], i) => ({
        id: `t${i}`,
        parent_id: i > 0 && parent < i ? `t${parent}` : null,
        rank,
      })),
    );

  it('I1: has every row once, behind its parent, numbered by place', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const outline = buildOutline(list);
        expect(outline.map(({ row }) => row.id).sort()).toEqual(list.map((row) => row.id).sort());
        for (const [i, entry] of outline.entries()) {
          expect(entry.parent).toBeLessThan(i);
          expect(entry.number.split('.').length).toBe(entry.depth);
          if (entry.parent >= 0)
            expect(entry.number.startsWith(`${outline[entry.parent]!.number}.`)).toBe(true);
        }
      }),
    );
  });

  it('is not broken by very deep nesting', () => {
    const deep = Array.from({ length: 5000 }, (_, i) => ({
      id: `${i}`,
      parent_id: i === 0 ? null : `${i - 1}`,
      rank: 'a0',
    }));
    expect(buildOutline(deep).at(-1)?.depth).toBe(5000);
  });

  it('puts rows where they are dropped, also between equal ranks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a0', 'a1', 'a2'), { maxLength: 8 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 3 }),
        (ranks, at, count) => {
          const siblings = ranks.map((rank, i) => ({ id: `s${i}`, parent_id: null, rank })).sort(byRank);
          const index = Math.min(at, siblings.length);
          const ids = Array.from({ length: count }, (_, i) => `n${i}`);
          const placed = ranksAt(siblings, index, ids);
          const all = [...siblings, ...ids.map((id) => ({ id, parent_id: null, rank: '' }))]
            .map((row) => ({ ...row, rank: placed.get(row.id) ?? row.rank }))
            .sort(byRank);
          const expected = siblings.map((row) => row.id);
          expected.splice(index, 0, ...ids);
          expect(all.map((row) => row.id)).toEqual(expected);
        },
      ),
    );
  });

  it('drops rows that lie inside other chosen ones', () => {
    const list = [
      { id: 'a', parent_id: null, rank: 'a0' },
      { id: 'b', parent_id: 'a', rank: 'a0' },
      { id: 'c', parent_id: 'b', rank: 'a0' },
      { id: 'd', parent_id: null, rank: 'a1' },
    ];
    expect(topmost(buildOutline(list), new Set(['a', 'c', 'd'])).map((row) => row.id)).toEqual(['a', 'd']);
    expect(topmost(buildOutline(list), new Set(['c'])).map((row) => row.id)).toEqual(['c']);
  });
});

describe('working hours', () => {
  it('are read and written, and refused if they overlap or run backwards', () => {
    expect(parseHours('8-12, 13:00–17:30')).toEqual([
      [4800, 7200],
      [7800, 10_500],
    ]);
    expect(formatHours(parseHours('８：００－１２：００；13至24') ?? [])).toBe('08:00-12:00, 13:00-24:00');
    for (const text of ['', '12-8', '8-12, 11-13', '8', '8-25', '08:60-09:00', 'x'])
      expect(parseHours(text), text).toBeNull();
  });
});
