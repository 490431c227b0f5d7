import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { plainColumns } from '#test/support/planColumns.ts';
import type { PlanRow } from '../model.ts';
import { type Arrangement, arrange, phaseOf } from './arrange.ts';
import { createFacts, isBehind, type SheetFacts } from './facts.ts';
import { isFiltering, matcher, NO_FILTER, type PlanFilter, toggled } from './filter.ts';

interface Spec {
  readonly depth: number;
  readonly name?: string;
  readonly part?: Partial<PlanRow>;
}

/** Rows of an outline from their depths; summaries are those with something inside. */
function outline(specs: readonly Spec[]): PlanRow[] {
  const open: number[] = [];
  return specs.map(({ depth: wanted, name, part }, index) => {
    const depth = Math.min(wanted, open.length + 1);
    open.length = depth - 1;
    const parent = open.at(-1) ?? -1;
    open.push(index);
    const next = specs[index + 1];
    return {
      index,
      id: `t${index}`,
      depth,
      number: String(index + 1),
      name: name ?? `T${index}`,
      summary: next !== undefined && next.depth > depth,
      milestone: false,
      manual: false,
      inactive: false,
      blank: false,
      clientVisible: false,
      start: 1000 + index,
      finish: 2000 + index,
      duration: 4800,
      unit: 'd',
      percent: 0,
      deadline: null,
      responsible: null,
      calendarId: null,
      parent,
      ...part,
    } as PlanRow;
  });
}

const PLAIN: Arrangement = {
  folded: new Set(),
  matches: null,
  sort: null,
  group: null,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};
const names = (rows: readonly PlanRow[]) => rows.map((row) => row.name);

const HOUSE = outline([
  { depth: 1, name: 'Shell' },
  { depth: 2, name: 'Dig', part: { responsible: '王工', percent: 40 } },
  { depth: 2, name: 'Pour', part: { responsible: '李工' } },
  { depth: 1, name: 'Fit-out' },
  { depth: 2, name: 'Paint', part: { responsible: '王工' } },
  { depth: 1, name: 'Handover', part: { milestone: true, clientVisible: true } },
]);

const specs = fc.array(
  fc.record({
    depth: fc.integer({ min: 1, max: 4 }),
    part: fc.record({ responsible: fc.constantFrom(null, '王工', '李工', ' 王工 '), percent: fc.nat(100) }),
  }),
  { maxLength: 30 },
);

/** A row's summaries, from the outermost on. */
const around = (rows: readonly PlanRow[], row: PlanRow): number[] =>
  row.parent < 0 ? [] : [...around(rows, rows[row.parent] as PlanRow), row.parent];

describe('rows of the plan on the screen', () => {
  it('leave out what is folded, but a filter opens it and keeps the summaries around what it finds', () => {
    const folded = new Set(['t0']);
    expect(names(arrange(HOUSE, { ...PLAIN, folded }).rows)).toEqual([
      'Shell',
      'Fit-out',
      'Paint',
      'Handover',
    ]);
    const found = arrange(HOUSE, { ...PLAIN, folded, matches: (row) => row.name === 'Dig' });
    expect(names(found.rows)).toEqual(['Shell', 'Dig']);
    expect([found.matched, found.total]).toEqual([1, 6]);
  });

  it('keep every summary around what a filter finds, and nothing that has no find inside', () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 0, max: 100 }), (list, least) => {
        const all = outline(list);
        const matches = (row: PlanRow) => row.percent >= least;
        const { rows, matched } = arrange(all, { ...PLAIN, matches });
        const kept = new Set(rows.map((row) => row.index));
        const wanted = new Set(all.filter(matches).flatMap((row) => [...around(all, row), row.index]));
        expect(kept).toEqual(wanted);
        expect(matched).toBe(all.filter(matches).length);
      }),
    );
  });

  it('are sorted inside their summaries, both ways, with what has no value last', () => {
    const sort = { key: (row: PlanRow) => row.name, descending: false, flat: false };
    expect(names(arrange(HOUSE, { ...PLAIN, sort }).rows)).toEqual([
      'Fit-out',
      'Paint',
      'Handover',
      'Shell',
      'Dig',
      'Pour',
    ]);
    const owner = { key: (row: PlanRow) => row.responsible, descending: true, flat: true };
    expect(names(arrange(HOUSE, { ...PLAIN, sort: owner }).rows)).toEqual([
      'Dig',
      'Paint',
      'Pour',
      'Handover',
    ]);
  });

  it('stay a tree when sorted: the same rows, each after its summary and before the next outside it', () => {
    fc.assert(
      fc.property(specs, fc.boolean(), (list, descending) => {
        const all = outline(list);
        const sort = { key: (row: PlanRow) => row.percent, descending, flat: false };
        const { rows } = arrange(all, { ...PLAIN, sort });
        expect([...rows].sort((a, b) => a.index - b.index)).toEqual(all);
        for (const [place, row] of rows.entries()) {
          const before = rows[place - 1];
          const inside = before === undefined ? -1 : before.index;
          // The summary of a row is the row before it, or one around that.
          expect(
            row.parent < 0 || inside === row.parent || around(all, before as PlanRow).includes(row.parent),
          ).toBe(true);
        }
        for (const a of rows)
          for (const b of rows)
            if (a.parent === b.parent && rows.indexOf(a) < rows.indexOf(b))
              expect(descending ? a.percent >= b.percent : a.percent <= b.percent).toBe(true);
      }),
    );
  });

  it('are split by a group into parts without gap or overlap, each under its own row with its count', () => {
    fc.assert(
      fc.property(specs, fc.boolean(), (list, filtered) => {
        const all = outline(list);
        const matches = filtered ? (row: PlanRow) => row.percent > 50 : null;
        const group = {
          keyOf: (row: PlanRow) => row.responsible?.trim() ?? '',
          name: (key: string) => key,
          compare: PLAIN.compare,
        };
        const { rows, groups, matched, level } = arrange(all, { ...PLAIN, matches, group });
        const leaves = all.filter((row) => !row.summary && (matches?.(row) ?? true));
        const members = rows.filter((row) => row.index >= 0);
        expect([...members].sort((a, b) => a.index - b.index)).toEqual(leaves);
        expect(matched).toBe(leaves.length);
        let head: PlanRow | null = null;
        for (const row of rows) {
          if (row.index < 0) head = row;
          else expect(group.keyOf(row)).toBe(head?.name);
          expect(level(row)).toBe(row.index < 0 ? 1 : 2);
        }
        expect([...groups.values()].reduce((sum, count) => sum + count, 0)).toBe(leaves.length);
      }),
    );
  });

  it('of a folded group are hidden, and its row spans their dates', () => {
    const group = {
      keyOf: (row: PlanRow) => row.responsible ?? '',
      name: (key: string) => key,
      compare: null,
    };
    const { rows } = arrange(HOUSE, { ...PLAIN, group, folded: new Set(['group:王工']) });
    expect(names(rows)).toEqual(['王工', '李工', 'Pour', '', 'Handover']);
    expect(rows[0]).toMatchObject({ start: 1001, finish: 2004, percent: 20, summary: true });
  });

  it('belong to the outermost summary around them', () => {
    expect(HOUSE.map((row) => phaseOf(HOUSE, row).name)).toEqual([
      'Shell',
      'Shell',
      'Shell',
      'Fit-out',
      'Fit-out',
      'Handover',
    ]);
  });
});

describe('conditions of a filter', () => {
  const DAY = 14_400;
  const standard = compileCalendar(presetCalendar('standard', 's', 's'), new Map());
  const facts = (part: object = {}): SheetFacts =>
    createFacts(
      {
        project: { status_on: null },
        today: '1970-01-11',
        rows: {
          flags: [0, PLAN_FLAGS.critical, PLAN_FLAGS.unscoped],
          ...plainColumns(3),
          party: ['own', 'supplier', null],
          ...part,
        },
      } as never,
      [{ field: 'wbs', id: ['t2'], value: ['X-9'] }],
      (id) => (id === 't0' ? { start: 0, finish: 4 * DAY, cost: 100 } : null),
      { calendarOf: () => standard, units: { minutesPerDay: 480, minutesPerWeek: 2400, daysPerMonth: 20 } },
    );
  const rows = outline([
    { depth: 1, part: { start: 0, finish: 5.5 * DAY, percent: 100, responsible: '王工' } },
    { depth: 1, part: { start: 6 * DAY, finish: 8.5 * DAY, percent: 30 } },
    { depth: 1, part: { start: 20 * DAY, finish: 21.5 * DAY } },
  ]);
  const find = (part: Partial<PlanFilter>, known = facts()) =>
    rows.filter(matcher({ ...NO_FILTER, ...part }, known)).map((row) => row.id);

  it('hold together, and names are alternatives', () => {
    expect(find({ marks: ['critical'] })).toEqual(['t1']);
    expect(find({ marks: ['critical', 'inProgress'] })).toEqual(['t1']);
    expect(find({ marks: ['critical', 'unscoped'] })).toEqual([]);
    expect(find({ marks: ['unscoped'] })).toEqual(['t2']);
    expect(find({ party: ['own', 'supplier'] })).toEqual(['t0', 't1']);
    expect(find({ responsible: ['王工'] })).toEqual(['t0']);
    expect(find({ responsible: [''] })).toEqual(['t1', 't2']);
    expect(find({ responsible: ['王工', ''], party: ['own'] })).toEqual(['t0']);
  });

  it('find the days on which a task is worked at, both ends included', () => {
    expect(find({ from: '1970-01-06', to: '1970-01-06' })).toEqual(['t0']);
    expect(find({ from: '1970-01-07', to: null })).toEqual(['t1', 't2']);
    expect(find({ from: null, to: '1970-01-20' })).toEqual(['t0', 't1']);
  });

  it('call late what ends after deadline, promise or baseline, or should be done by the status date', () => {
    const known = facts({ promised: [null, null, 21 * DAY] });
    // t0 is a day behind its baseline; t1 should have been done by 1970-01-11; t2 breaks its promise.
    expect(rows.map((row) => isBehind(row, known))).toEqual([true, true, true]);
    expect(rows.map((row) => isBehind(row, facts()))).toEqual([true, true, false]);
  });

  it('count lateness in working days: a weekend between is none, half a day is half', () => {
    const late = (finish: number | null) =>
      facts().daysLate(outline([{ depth: 1, part: { start: 0, finish } }])[0] as PlanRow);
    // 1970-01-01 is a Thursday; the baseline ends with the night before Monday the 5th.
    const NOON = 7200;
    const EVENING = 10_200;
    expect(late(DAY + NOON)).toBe(-0.5);
    expect(late(DAY + EVENING)).toBe(0);
    expect(late(4 * DAY + NOON)).toBe(0.5);
    expect(late(8 * DAY + EVENING)).toBe(5);
    expect(late(null)).toBe(null);
  });

  it('find words of name, number, own code and responsible, whatever case and width', () => {
    expect(find({ text: 'ｘ-9' })).toEqual(['t2']);
    expect(find({ text: 't1' })).toEqual(['t1']);
    expect(find({ text: '王工 t0' })).toEqual(['t0']);
  });

  it('are none at first, and go on and off', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isFiltering({ ...NO_FILTER, text: ' ' })).toBe(false);
    expect(isFiltering({ ...NO_FILTER, from: '2026-01-01' })).toBe(true);
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
  });
});
