import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHighRisk, riskBand, riskScore } from '#shared/domain/risk/score.ts';
import { LOCALES } from '#shared/model/entities/client.ts';
import { type CreateInput, type EntityType, entityOf } from '#shared/model/registry.ts';
import { createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { parseDate, parseLocal } from '#shared/schedule/calendar/instant.ts';
import type { SampleLocale } from './content/index.ts';
import { buildSample, type SampleData, type SampleRecord } from './sample.ts';

const TODAYS = [
  '2024-02-10',
  '2025-01-29',
  '2026-02-22',
  '2026-10-01',
  '2026-11-20',
  '2026-11-21',
  '2027-12-26',
  '2035-12-31',
];
const anyDay = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 864e5, max: Date.UTC(2035, 11, 31) / 864e5 })
  .map((n) => new Date(n * 864e5).toISOString().slice(0, 10));
const anyLocale = fc.constantFrom<SampleLocale>(...LOCALES);

type Values = Record<string, unknown>;
const allRecords = (data: SampleData): SampleRecord[] => [...data.records, ...data.comms];

function of<T extends EntityType>(data: SampleData, type: T): { key: string; values: CreateInput<T> }[] {
  return allRecords(data).filter((r) => r.type === type) as never;
}

/** Real ids for local keys, as the core would give them. */
function withIds(data: SampleData): { record: SampleRecord; values: Values }[] {
  const keys = [...allRecords(data), ...data.reports.map(({ key }) => ({ key, type: 'report' as const }))];
  const ids = new Map(
    keys.map(({ key, type }, i) => [
      key,
      `${entityOf(type).prefix}_01900000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
    ]),
  );
  expect(ids.size, 'local keys are unique').toBe(keys.length);
  return allRecords(data).map((record) => {
    const { fields } = entityOf(record.type);
    const values: Values = { ...record.values };
    for (const [name, value] of Object.entries(values)) {
      if (!fields[name]?.target || typeof value !== 'string') continue;
      expect(ids.has(value), `${record.key}.${name} -> ${value}`).toBe(true);
      values[name] = ids.get(value);
    }
    return { record, values };
  });
}

function expectValid(data: SampleData): void {
  for (const { record, values } of withIds(data)) {
    const entity = entityOf(record.type);
    const parsed = entity.createSchema.safeParse(values);
    expect(parsed.success ? [] : parsed.error.issues, record.key).toEqual([]);
    const full: Values = {};
    for (const [name, field] of Object.entries(entity.fields))
      full[name] = values[name] ?? field.initial ?? null;
    expect(entity.check?.(full as never) ?? [], record.key).toEqual([]);
  }
  expect(entityOf('company').createSchema.safeParse(data.company).success).toBe(true);
}

function calendarOf(data: SampleData) {
  const definition = calendarSchema.parse(of(data, 'calendar')[0]?.values.definition);
  const calendar = createCalendarSet([definition])(definition.id);
  if (!calendar) throw new Error('no calendar');
  return calendar;
}

const at = (text: string | null | undefined): number => parseLocal(text ?? '') ?? Number.NaN;

/** What a link asks of its successor, checked on the dates as they are stored. */
function expectLinksHold(
  data: SampleData,
  dates: ReadonlyMap<string, { start: number; finish: number; duration: number }>,
): void {
  const calendar = calendarOf(data);
  for (const { key, values } of of(data, 'link')) {
    const from = dates.get(values.from_id);
    const to = dates.get(values.to_id);
    if (!from || !to) throw new Error(key);
    const value = values.lag_value ?? 0;
    const base = values.type === 'SS' ? from.start : from.finish;
    const least =
      values.lag_kind === 'elapsed'
        ? base + value
        : (calendar.addWork(base, values.lag_kind === 'percent' ? (from.duration * value) / 100 : value) ??
          Number.NaN);
    const bound = values.type === 'FF' ? to.finish : to.start;
    // Work that lies between is what counts: the end of one day and the start of the next are one moment.
    expect(least <= bound || calendar.workBetween(bound, least) === 0, key).toBe(true);
  }
}

function datesOf(data: SampleData) {
  return new Map(
    of(data, 'task').map(({ key, values }) => [
      key,
      { start: at(values.start_at), finish: at(values.finish_at), duration: values.duration_tenths ?? 0 },
    ]),
  );
}

function expectConsistentPlan(data: SampleData, today: string): void {
  const calendar = calendarOf(data);
  const dates = datesOf(data);
  const parents = new Set(of(data, 'task').map(({ values }) => values.parent_id));
  expectLinksHold(data, dates);
  const baseline = new Map(
    of(data, 'baseline_task').map(({ values }) => [
      values.task_id,
      { start: at(values.start_at), finish: at(values.finish_at), duration: values.duration_tenths ?? 0 },
    ]),
  );
  expectLinksHold(data, baseline);
  for (const { key, values } of of(data, 'task')) {
    const own = dates.get(key);
    if (!own) throw new Error(key);
    expect(own.start, key).toBeLessThanOrEqual(own.finish);
    expect(calendar.workBetween(own.start, own.finish), key).toBe(own.duration);
    for (const moment of [values.start_at, values.finish_at])
      expect(calendar.isWorkingDay(parseDate(moment?.slice(0, 10) ?? '') ?? 0), `${key} ${moment}`).toBe(
        true,
      );
    const began = values.actual_start_at?.slice(0, 10) ?? null;
    const ended = values.actual_finish_at?.slice(0, 10) ?? null;
    expect(ended !== null, key).toBe(values.percent === 100);
    if (ended !== null) expect(ended < today, key).toBe(true);
    if ((values.percent ?? 0) > 0) expect(began !== null && began < today, key).toBe(true);
    if (began === null && !parents.has(key))
      expect((values.start_at?.slice(0, 10) ?? '') >= today, key).toBe(true);
  }
}

describe('every day and language', () => {
  it('gives records that the entities accept, and a plan that keeps its own links', () => {
    fc.assert(
      fc.property(anyLocale, anyDay, (locale, today) => {
        const data = buildSample(locale, today);
        expectValid(data);
        expectConsistentPlan(data, today);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
  it.each(TODAYS)('holds on %s, a day off or an edge of the table', (today) => {
    for (const locale of LOCALES) {
      const data = buildSample(locale, today);
      expectValid(data);
      expectConsistentPlan(data, today);
    }
  });
  it('lays every day people work by on a working day', () => {
    fc.assert(
      fc.property(anyLocale, anyDay, (locale, today) => {
        const data = buildSample(locale, today);
        const calendar = calendarOf(data);
        for (const { record, values } of withIds(data))
          for (const [name, field] of Object.entries(entityOf(record.type).fields)) {
            const value = values[name];
            if (name === 'status_on' || typeof value !== 'string') continue;
            if (field.kind !== 'date' && field.kind !== 'local') continue;
            expect(
              calendar.isWorkingDay(parseDate(value.slice(0, 10)) ?? 0),
              `${record.key}.${name} ${value}`,
            ).toBe(true);
          }
        for (const report of data.reports)
          expect(calendar.isWorkingDay(parseDate(report.frozenOn) ?? 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
  it('is the same for the same day, and refuses what is no day', () => {
    expect(buildSample('en', '2026-11-21')).toEqual(buildSample('en', '2026-11-21'));
    expect(() => buildSample('en', '2026-02-30')).toThrow(RangeError);
  });
});

describe.each(LOCALES)('content in %s', (locale) => {
  const data = buildSample(locale, '2026-11-20');
  it('has the size of a real project', () => {
    expect(of(data, 'task').length).toBeGreaterThanOrEqual(45);
    expect(of(data, 'task').length).toBeLessThanOrEqual(62);
    expect(of(data, 'contact').length).toBe(4);
    expect(of(data, 'comm_log').length).toBeGreaterThanOrEqual(8);
    expect(new Set(of(data, 'link').map(({ values }) => values.type))).toEqual(new Set(['FS', 'SS', 'FF']));
    expect(new Set(of(data, 'link').map(({ values }) => values.lag_kind))).toEqual(
      new Set(['working', 'percent', 'elapsed']),
    );
    expect(of(data, 'link').some(({ values }) => (values.lag_value ?? 0) < 0)).toBe(true);
  });
  it('has risks in every band and status; high ones have an owner and a plan', () => {
    const risks = of(data, 'risk');
    const scores = risks.map(({ values }) =>
      riskBand(riskScore(values.probability ?? null, values.impact ?? null)),
    );
    expect(new Set(scores)).toEqual(new Set(['low', 'medium', 'high', 'critical', null]));
    expect(new Set(risks.map(({ values }) => values.status))).toEqual(
      new Set(['identified', 'assessed', 'planned', 'open', 'occurred', 'closed']),
    );
    const high = risks.filter(({ values }) => isHighRisk(values.probability ?? null, values.impact ?? null));
    expect(high.some(({ values }) => values.status === 'open')).toBe(true);
    for (const { key, values } of high) {
      expect(values.owner).toBeTruthy();
      expect(
        of(data, 'risk_action').some((a) => a.values.risk_id === key && a.values.kind === 'contingency'),
      ).toBe(true);
    }
  });
  it('has words for the client wherever the client looks', () => {
    for (const { key, values } of [...of(data, 'risk'), ...of(data, 'issue')])
      if (values.client_visible) expect(values.client_text, key).toBeTruthy();
    for (const { key, values } of of(data, 'task'))
      if (values.client_visible && values.milestone) {
        expect(values.client_text, key).toBeTruthy();
      }
  });
  it('has steps that are overdue, due today and due later', () => {
    const open = of(data, 'comm_log').filter(({ values }) => values.due_on && !values.done_at);
    const due = open.map(({ values }) => String(values.due_on));
    expect(due.some((d) => d < '2026-11-20')).toBe(true);
    expect(due).toContain('2026-11-20');
    expect(due.some((d) => d > '2026-11-20')).toBe(true);
  });
  it('uses mail addresses that reach nobody', () => {
    for (const { values } of of(data, 'contact')) expect(values.email).toMatch(/\.(example\.com|invalid)$/);
  });
  it('compares with a contract programme in which milestones have slipped', () => {
    const planned = new Map(
      of(data, 'baseline_task').map(({ values }) => [values.task_id, values.finish_at]),
    );
    const slipped = of(data, 'task').filter(
      ({ key, values }) => values.milestone && (values.finish_at ?? '') > (planned.get(key) ?? '9'),
    );
    expect(planned.size).toBe(of(data, 'task').length);
    expect(slipped.length).toBeGreaterThanOrEqual(3);
    const overdue = of(data, 'task').filter(
      ({ values }) => (values.percent ?? 0) < 100 && (values.finish_at ?? '9') < '2026-11-20',
    );
    expect(overdue.map(({ key }) => key)).toEqual(['task/switchboards']);
  });
});
