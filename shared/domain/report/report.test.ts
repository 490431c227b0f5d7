import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogues, locales } from '#shared/i18n/index.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { addDays, daysBetween } from '../deadline/dates.ts';
import { composeReport, statusDay } from './compose.ts';
import { scheduleDeviation } from './deviation.ts';
import { daysText, deviationText, nextPeriod, percentText } from './figures.ts';
import { hasGlyph, missingGlyphs, REPLACEMENT, replaceMissing } from './glyphs.ts';
import { attentionText, summaryText } from './phrases.ts';
import { snapshotSchema, WARNING_CODES } from './snapshot.ts';
import type { ReportFrame, ReportSource } from './source.ts';
import { wordingSchema } from './wording.ts';

let counter = 0;

/** A record with the initial values of its fields; ids only have to differ here. */
function make<T extends EntityType>(type: T, values: Partial<RecordOf<T>> = {}): RecordOf<T> {
  counter += 1;
  const fields = Object.fromEntries(
    Object.entries(entityOf(type).fields).map(([name, field]) => [name, field.initial ?? null]),
  );
  const stamp = '2026-11-18T02:00:00.000Z';
  const system = { created_at: stamp, updated_at: stamp, deleted_at: null, deleted_with: null };
  return { ...fields, ...system, id: `${type}-${counter}`, ...values } as unknown as RecordOf<T>;
}

const DAY = 4800;
const task = (
  name: string,
  start: string,
  finish: string,
  percent: number,
  more: Partial<RecordOf<'task'>> = {},
) =>
  make('task', {
    name,
    rank: `a${counter}`,
    start_at: `${start}T08:00:00`,
    finish_at: `${finish}T17:00:00`,
    duration_tenths: 5 * DAY,
    percent,
    client_visible: true,
    ...more,
  });

function source(change: Partial<ReportSource> = {}): ReportSource {
  return {
    project: make('project', { name: '展厅', status_on: '2026-11-20', finish_on: '2026-11-27' }),
    client: make('client', { name: '启元', name_en: 'Qiyuan' }),
    company: make('company', { name: '晨光' }),
    contacts: [make('contact', { email: 'li@example.com', report_copy: 'to' })],
    tasks: [],
    calendars: [],
    baseline: [],
    risks: [],
    actions: [],
    issues: [],
    decisions: [],
    ...change,
  };
}

const FRAME: ReportFrame = {
  title: '周报',
  language: 'zh-CN',
  period: { from: '2026-11-16', to: '2026-11-22' },
  no: null,
  wording: {},
  preparedBy: null,
  today: '2026-11-21',
};

const compose = (change: Partial<ReportSource> = {}, frame: Partial<ReportFrame> = {}) =>
  composeReport(source(change), { ...FRAME, ...frame });
const codes = (change: Partial<ReportSource>) => compose(change).warnings.map((warning) => warning.code);

test.each([
  [50, 44, '−12.0%', true],
  [50, 45, '−10.0%', false],
  [50, 55, '+10.0%', false],
  [50, 55.1, '+10.2%', true],
  [0, 5, '—', false],
])('W1: planned %d, actual %d is %s, abnormal %s', (planned, actual, text, abnormal) => {
  const deviation = scheduleDeviation(planned, actual);
  expect(deviationText(deviation.value)).toBe(text);
  expect(deviation.abnormal).toBe(abnormal);
});

test('W1 is never infinite and abnormal exactly when beyond the limit, in both directions', () => {
  const percent = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(percent, percent, (planned, actual) => {
      const { value, abnormal } = scheduleDeviation(planned, actual);
      if (planned === 0) return value === null && !abnormal;
      if (value === null || Number.isNaN(value)) return false;
      return abnormal ? Math.abs(value) > 10 : Math.abs(value) <= 10 + 1e-9;
    }),
  );
  expect(scheduleDeviation(null, 5)).toEqual({ value: null, abnormal: false });
});

test('figures are written with a proper minus and a dash for nothing', () => {
  expect(percentText(48.888)).toBe('48.9%');
  expect(percentText(null)).toBe('—');
  expect(deviationText(-0.04)).toBe('0.0%');
  expect([daysText(3), daysText(-2), daysText(0), daysText(null)]).toEqual(['+3', '−2', '0', '—']);
});

test('the next period follows at once, as long as the last; a month is followed by a month', () => {
  expect(nextPeriod({ from: '2026-11-16', to: '2026-11-22' })).toEqual({
    from: '2026-11-23',
    to: '2026-11-29',
  });
  expect(nextPeriod({ from: '2027-01-01', to: '2027-01-31' })).toEqual({
    from: '2027-02-01',
    to: '2027-02-28',
  });
  const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1990-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const next = nextPeriod({ from, to: addDays(from, length) });
      return daysBetween(addDays(from, length), next.from) === 1 && next.to >= next.from;
    }),
  );
});

test('progress is weighted by planned duration and compares the same work on both sides', () => {
  const { progress } = compose({
    tasks: [
      task('done', '2026-11-02', '2026-11-06', 100),
      task('late', '2026-11-16', '2026-11-20', 50, { duration_tenths: 15 * DAY }),
      task('no dates', '2026-11-16', '2026-11-20', 100, { start_at: null, finish_at: null }),
      task('hidden from the client, but work all the same', '2026-11-23', '2026-11-27', 0, {
        client_visible: false,
      }),
      task('inactive', '2026-11-02', '2026-11-06', 0, { active: false }),
    ],
  }).snapshot;
  expect(progress.planned).toBe(80);
  expect(progress.actual).toBe(50);
  expect(deviationText(progress.deviation)).toBe('−37.5%');
  expect(progress.abnormal).toBe(true);
});

test('an empty plan has no progress, no deviation and says why', () => {
  const { snapshot, warnings } = compose();
  expect(snapshot.progress).toMatchObject({ planned: null, actual: null, deviation: null, abnormal: false });
  expect(warnings.map((w) => w.code)).toEqual(['NO_VISIBLE_TASKS', 'NO_PROGRESS']);
});

test('milestones: reached late, on track, late and overdue are told apart', () => {
  const milestone = (name: string, finish: string, more: Partial<RecordOf<'task'>> = {}) =>
    task(name, finish, finish, 0, { milestone: true, duration_tenths: 0, ...more });
  const reached = milestone('reached', '2026-11-10', {
    percent: 100,
    actual_finish_at: '2026-11-12T17:00:00',
  });
  const moved = milestone('moved', '2026-12-04');
  const silent = milestone('silent', '2026-11-13');
  const baseline = [
    make('baseline_task', { task_id: reached.id, finish_at: '2026-11-10T17:00:00' }),
    make('baseline_task', { task_id: moved.id, finish_at: '2026-12-01T17:00:00' }),
    make('baseline_task', { task_id: silent.id, finish_at: '2026-11-13T17:00:00' }),
  ];
  const { snapshot, warnings } = compose({ tasks: [reached, moved, silent], baseline });
  const facts = Object.fromEntries(
    snapshot.milestones.map((m) => [m.name, [m.state, m.days, m.forecast_on]]),
  );
  expect(facts).toEqual({
    reached: ['done_late', 2, null],
    moved: ['late', 3, '2026-12-04'],
    silent: ['overdue', 7, null],
  });
  expect(warnings.find((w) => w.code === 'MILESTONE_WITHOUT_FORECAST')?.id).toBe(silent.id);
  expect(snapshot.attention.filter((a) => a.kind === 'milestone_late').map((a) => a.days)).toEqual([3, 7]);
});

test('work is finished, started or goes on in the period; the next period lists what is left', () => {
  const { snapshot } = compose({
    tasks: [
      task('finished', '2026-11-09', '2026-11-18', 100),
      task('started', '2026-11-17', '2026-11-25', 10),
      task('goes on', '2026-11-02', '2026-12-18', 30),
      task('old', '2026-10-05', '2026-10-09', 100),
      task('soon', '2026-11-24', '2026-12-11', 0),
      task('later', '2026-12-14', '2026-12-18', 0),
    ],
  });
  const list = (items: typeof snapshot.done) => items.map((w) => `${w.name}: ${w.state}`);
  expect(list(snapshot.done)).toEqual(['finished: finished', 'started: started', 'goes on: continues']);
  expect(list(snapshot.next)).toEqual(['started: finishes', 'soon: starts', 'goes on: continues']);
});

test('a summary stands for its children unless one of them is cleared itself', () => {
  const parent = task('phase', '2026-11-16', '2026-11-20', 0);
  const child = (visible: boolean) =>
    task('step', '2026-11-16', '2026-11-20', 40, { parent_id: parent.id, client_visible: visible });
  expect(compose({ tasks: [parent, child(false)] }).snapshot.done).toMatchObject([
    { name: 'phase', percent: 40 },
  ]);
  expect(compose({ tasks: [parent, child(true)] }).snapshot.done).toMatchObject([{ name: 'step' }]);
  expect(compose({ tasks: [parent, child(true)] }).snapshot.bars).toMatchObject([{ name: 'phase' }]);
});

const SECRET = 'GEHEIM';
const secret = (type: EntityType): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entityOf(type).fields)
      .filter(([, field]) => field.kind === 'text' || field.kind === 'longText')
      .map(([name]) => [name, SECRET]),
  );

test('no internal text of any record reaches the snapshot', () => {
  const project = make('project', { ...secret('project'), name: 'P', code: null, manager: null });
  const risk = make('risk', { ...secret('risk'), client_visible: true, client_text: 'R', status: 'open' });
  const { snapshot } = compose({
    project,
    client: make('client', { ...secret('client'), name: 'C', name_en: null }),
    contacts: [make('contact', secret('contact'))],
    tasks: [
      task('', '2026-11-16', '2026-11-20', 40, { ...secret('task'), rank: 'a1', client_text: 'T' }),
      task('', '2026-11-16', '2026-11-20', 40, { ...secret('task'), rank: 'a2', client_visible: false }),
      task('', '2026-11-16', '2026-11-16', 0, {
        ...secret('task'),
        rank: 'a3',
        milestone: true,
        client_visible: false,
      }),
    ],
    risks: [
      risk,
      make('risk', { ...secret('risk'), client_visible: false, status: 'occurred' }),
      make('risk', { ...secret('risk'), client_visible: true, client_text: '  ', status: 'occurred' }),
    ],
    actions: [make('risk_action', { ...secret('risk_action'), risk_id: risk.id, client_text: null })],
    issues: [
      make('issue', { ...secret('issue'), severity: 'high', client_visible: false }),
      make('issue', { ...secret('issue'), severity: 'high', client_visible: true, client_text: null }),
      make('issue', { ...secret('issue'), client_visible: true, client_text: 'I', client_measure: null }),
    ],
    decisions: [make('decision', { ...secret('decision'), client_visible: false })],
  });
  expect(JSON.stringify(snapshot)).not.toContain(SECRET);
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  expect(snapshot.risks.map((r) => r.text)).toEqual(['R']);
  expect(snapshot.issues.map((i) => i.text)).toEqual(['I']);
});

test('what is missing is named: wording, measures, owners, stale progress, recipients', () => {
  const about = { title: 't', client_visible: true, owner: '陈', probability: 2, impact: 2 };
  expect(codes({ risks: [make('risk', { ...about, client_text: null })] })).toContain('RISK_WITHOUT_WORDING');
  expect(codes({ risks: [make('risk', { ...about, client_text: 'x' })] })).toContain('RISK_WITHOUT_MEASURE');
  expect(codes({ issues: [make('issue', { title: 't', client_visible: true, client_text: 'x' })] })).toEqual(
    expect.arrayContaining(['ISSUE_WITHOUT_MEASURE', 'OWNER_MISSING']),
  );
  const stale = task('x', '2026-11-02', '2026-12-04', 30, { updated_at: '2026-11-10T00:00:00.000Z' });
  expect(codes({ tasks: [stale] })).toContain('PERCENT_STALE');
  expect(codes({ contacts: [] })).toContain('NO_RECIPIENTS');
  expect(codes({ company: null })).toContain('NO_COMPANY');
});

test('bad news cannot be hidden: neither its section nor the line of a late task', () => {
  const late = task('late', '2026-11-02', '2026-11-06', 50);
  const { snapshot } = compose(
    { tasks: [late] },
    {
      wording: { hiddenSections: ['attention', 'progress', 'risks'], items: { [late.id]: { hidden: true } } },
    },
  );
  expect(snapshot.hidden).toEqual(['risks']);
  expect(snapshot.done).toEqual([]);
  expect(snapshot.attention).toContainEqual({ kind: 'task_late', id: late.id, name: 'late', days: 14 });
});

test('own words replace the composed ones and empty words bring them back', () => {
  const one = task('one', '2026-11-16', '2026-11-20', 40);
  const named = (text: string) =>
    compose({ tasks: [one] }, { wording: { items: { [one.id]: { text } }, texts: { done: ' ' } } }).snapshot;
  expect(named('我们的说法').done[0]?.name).toBe('我们的说法');
  expect(named('   ').done[0]?.name).toBe('one');
  expect(named('').texts).toEqual({});
});

test('the status day is the project’s if it lies in the period, and never in the future', () => {
  const project = make('project', { status_on: '2026-11-18' });
  const period = { from: '2026-11-16', to: '2026-11-22' };
  expect(statusDay(project, period, '2026-11-21')).toBe('2026-11-18');
  expect(statusDay({ ...project, status_on: '2026-10-01' }, period, '2026-11-21')).toBe('2026-11-21');
  expect(statusDay({ ...project, status_on: null }, period, '2026-12-31')).toBe('2026-11-22');
});

test('the same data give the same snapshot, and any wording gives a valid one', () => {
  const items = fc.dictionary(
    fc.constantFrom('task-1', 'task-2', 'x'),
    fc.record({ text: fc.string(), hidden: fc.boolean() }),
  );
  const tasks = [task('a', '2026-11-02', '2026-11-20', 40), task('b', '2026-11-16', '2026-12-11', 0)];
  const given = source({ tasks });
  fc.assert(
    fc.property(items, fc.string({ maxLength: 50 }), (edits, words) => {
      const wording = wordingSchema.parse({ items: edits, texts: { progress: words } });
      const frame = { ...FRAME, wording };
      const first = composeReport(given, frame).snapshot;
      expect(composeReport(given, frame).snapshot).toEqual(first);
      snapshotSchema.parse(first);
    }),
  );
});

test('characters without a glyph are found with their place and can be replaced', () => {
  expect([...'项目專案 Ab9，。“”①≥㎡¥€'].every(hasGlyph)).toBe(true);
  expect(hasGlyph(REPLACEMENT)).toBe(true);
  expect(missingGlyphs({ a: ['进度很好😀，请看'], logo: 'data:image/png;base64,AAAA' })).toEqual([
    { character: '😀', where: '进度很好😀，请看' },
  ]);
  expect(replaceMissing({ a: '好😀', n: 3, b: null })).toEqual({ a: '好〓', n: 3, b: null });
});

test('every sentence a report can make exists in the three languages', () => {
  const { snapshot } = compose({ tasks: [task('late', '2026-11-02', '2026-12-25', 10)] });
  for (const locale of locales) {
    const say = (key: string): string => {
      const found = key
        .split('.')
        .reduce<unknown>((at, part) => Reflect.get(Object(at), part), catalogues[locale].report);
      if (typeof found !== 'string') throw new Error(`${locale} ${key}`);
      return found;
    };
    expect(summaryText(snapshot, say)).not.toBe('');
    const base = { id: 'x', no: 1, text: 't', name: 'n', question: 'q', days: 1 };
    for (const item of [
      { kind: 'deviation', value: 12 },
      { kind: 'finish_late', planned_on: '2026-11-01', forecast_on: '2026-11-02', days: 1 },
      { kind: 'milestone_late', overdue: true, ...base },
      { kind: 'milestone_late', overdue: false, ...base },
      { kind: 'task_late', ...base },
      { kind: 'risk_occurred', ...base },
      { kind: 'issue_high', ...base },
      { kind: 'decision_overdue', ...base },
    ] as const)
      expect(attentionText(item, snapshot, say)).not.toBe('');
    for (const code of WARNING_CODES) expect(catalogues[locale].report.warning[code]).toBeTruthy();
  }
});

test('the catalogues of the report can be drawn by its own fonts', () => {
  for (const locale of locales) expect(missingGlyphs(catalogues[locale].report)).toEqual([]);
});

test('the milestone trend tells earlier forecasts and the one of now, of milestones the client may see', () => {
  const milestone = (name: string, finish: string, more: Partial<RecordOf<'task'>> = {}) =>
    task(name, finish, finish, 0, { milestone: true, duration_tenths: 0, ...more });
  const shown = milestone('shown', '2026-12-04');
  const hidden = milestone('hidden', '2026-12-08', { client_visible: false });
  const point = (task_id: string, reported_on: string, finish: string) =>
    make('milestone_forecast', { task_id, reported_on, forecast_at: `${finish}T17:00:00`, done: false });
  const forecasts = [
    point(shown.id, '2026-11-13', '2026-12-01'),
    point(hidden.id, '2026-11-13', '2026-12-08'),
    // Of the status day itself and later: the report tells that day anew.
    point(shown.id, '2026-11-20', '2026-12-02'),
    point(shown.id, '2026-11-27', '2026-12-18'),
  ];
  const { snapshot } = compose({ tasks: [shown, hidden], forecasts });
  expect(snapshot.trend).toEqual([
    {
      id: shown.id,
      name: 'shown',
      points: [
        { on: '2026-11-13', forecast: '2026-12-01', done: false },
        { on: '2026-11-20', forecast: '2026-12-04', done: false },
      ],
    },
  ]);
  expect('trend' in compose({ tasks: [shown, hidden] }).snapshot).toBe(false);
});

test('W1: the project says what weighs a task, and buffers are no work', () => {
  const dear = task('dear', '2026-11-09', '2026-11-13', 100, { cost_minor: 900 });
  const cheap = task('cheap', '2026-11-09', '2026-11-13', 0, { cost_minor: 100 });
  const buffer = task('buffer', '2026-11-09', '2026-11-13', 0, { buffer_kind: 'risk', cost_minor: 9_000 });
  const project = (weight: 'duration' | 'cost' | 'count') =>
    make('project', { status_on: '2026-11-20', deviation_weight: weight, deviation_threshold: 10 });
  const progress = (weight: 'duration' | 'cost' | 'count') =>
    compose({ project: project(weight), tasks: [dear, cheap, buffer] }).snapshot.progress;
  expect(progress('duration')).toMatchObject({ planned: 100, actual: 50, abnormal: true });
  expect(progress('count')).toMatchObject({ planned: 100, actual: 50 });
  expect(progress('cost')).toMatchObject({ planned: 100, actual: 90, deviation: -10, abnormal: false });
});
