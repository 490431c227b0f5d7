/**
 * Random plans as Microsoft Project XML with everything the calculation knows, for a comparison with a program that
 * shares no code with ours. Made from a seed, so that a difference can be looked at again.
 */
import { formatLocal, type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';

const DAY = 14_400;
/** Mondays to Wednesdays: an ordinary one, leap days, ends of years, and nights on which clocks are changed. */
const STARTS = ['2026-03-02', '2024-02-26', '2023-12-27', '2027-12-29', '2026-10-21', '2026-03-25'].map(
  (day) => parseLocal(`${day}T08:00`) ?? 0,
);

/** Results that are written beside a task, as the producing program does. */
export interface StoredResult {
  readonly earlyStart: Instant;
  readonly earlyFinish: Instant;
  readonly lateStart: Instant;
  readonly lateFinish: Instant;
  readonly totalSlack: number;
  readonly critical: boolean;
}

export interface Results {
  readonly dates: ReadonlyMap<number, StoredResult>;
  /** Working time of summaries: percent lags behind them are of that. */
  readonly summaries: ReadonlyMap<number, { readonly duration: number }>;
}

export interface RandomMspdi {
  /** The whole file; with results, these stand beside their tasks by unique ID. */
  xml(results?: Results): string;
}

/** A small generator with a seed; good enough to spread cases. */
class Dice {
  #state: number;
  /** When the project starts. */
  readonly start: Instant;
  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
    this.start = this.one(2) ? (STARTS[0] ?? 0) : this.of(STARTS);
  }
  /** 0 … n − 1 */
  below(n: number): number {
    this.#state = (Math.imul(this.#state ^ (this.#state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * n);
  }
  /** True once in `n` throws. */
  one(n: number): boolean {
    return this.below(n) === 0;
  }
  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

const tag = (name: string, value: string | number | null): string =>
  value === null ? '' : `<${name}>${value}</${name}>`;
const at = (name: string, instant: Instant | null): string =>
  tag(name, instant === null ? null : formatLocal(instant));
const lasting = (name: string, tenths: number): string =>
  tag(name, `PT${Math.floor(tenths / 600)}H${Math.floor((tenths % 600) / 10)}M${(tenths % 10) * 6}S`);

const clock = (tenths: number): string => {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return tenths >= DAY
    ? '00:00:00'
    : `${two(tenths / 600)}:${two((tenths % 600) / 10)}:${two((tenths % 10) * 6)}`;
};
type Intervals = readonly (readonly [number, number])[];
const times = (intervals: Intervals): string =>
  intervals.length === 0
    ? ''
    : `<WorkingTimes>${intervals
        .map(
          ([from, to]) =>
            `<WorkingTime>${tag('FromTime', clock(from))}${tag('ToTime', clock(to))}</WorkingTime>`,
        )
        .join('')}</WorkingTimes>`;

const SHIFTS: readonly Intervals[] = [
  [
    [4800, 7200],
    [7800, 10_200],
  ],
  [[5100, 9900]],
  [[0, DAY]],
  // Over midnight: the evening of one day, the small hours of the next.
  [
    [0, 1800],
    [9600, DAY],
  ],
  [
    [3607, 5411],
    [6001, 7203],
    [9000, 13_337],
  ],
  [
    [4800, 7200],
    [9600, 9700],
  ],
];

function weekDay(type: number, intervals: Intervals): string {
  return `<WeekDay>${tag('DayType', type)}${tag('DayWorking', intervals.length > 0 ? 1 : 0)}${times(intervals)}</WeekDay>`;
}

const dateOn = (d: Dice, day: number): string => formatLocal(d.start - 4800 + day * DAY).slice(0, 10);

const RECURRING = [
  (d: Dice) => `<Type>6</Type><Period>${1 + d.below(2)}</Period><DaysOfWeek>${1 << d.below(7)}</DaysOfWeek>`,
  (d: Dice) => `<Type>7</Type><Period>${1 + d.below(9)}</Period>`,
  (d: Dice) => `<Type>4</Type><Period>${1 + d.below(2)}</Period><MonthDay>${1 + d.below(31)}</MonthDay>`,
  (d: Dice) =>
    `<Type>5</Type><Period>${1 + d.below(2)}</Period><MonthItem>${d.below(10)}</MonthItem><MonthPosition>${d.below(5)}</MonthPosition>`,
  (d: Dice) => `<Type>2</Type><Month>${d.below(12)}</Month><MonthDay>${1 + d.below(31)}</MonthDay>`,
  (d: Dice) =>
    `<Type>3</Type><Month>${d.below(12)}</Month><MonthItem>${d.below(10)}</MonthItem><MonthPosition>${d.below(5)}</MonthPosition>`,
];

function exception(d: Dice): string {
  const intervals = d.one(2) ? d.of(SHIFTS) : [];
  const isOneOff = !d.one(3);
  const from = d.below(45) - 5;
  const to = isOneOff ? from + d.below(4) : from + 20 + d.below(40);
  const kind = isOneOff ? '<Type>1</Type>' : d.of(RECURRING)(d);
  const count = !isOneOff && d.one(3) ? 1 + d.below(6) : 0;
  const end = d.of(['23:59:00', '23:59:59', '00:00:00']);
  return `<Exception><EnteredByOccurrences>${count > 0 ? 1 : 0}</EnteredByOccurrences><TimePeriod><FromDate>${dateOn(d, from)}T00:00:00</FromDate><ToDate>${dateOn(d, to)}T${end}</ToDate></TimePeriod><Occurrences>${count}</Occurrences><Name>e</Name>${kind}${tag('DayWorking', intervals.length > 0 ? 1 : 0)}${times(intervals)}</Exception>`;
}

function workWeek(d: Dice): string {
  const from = d.below(30);
  const shift = d.of(SHIFTS);
  const days = [2, 3, 4, 5, 6].filter(() => d.one(2)).map((type) => weekDay(type, shift));
  return `<WorkWeek><TimePeriod><FromDate>${dateOn(d, from)}T00:00:00</FromDate><ToDate>${dateOn(d, from + 6)}T23:59:00</ToDate></TimePeriod><Name>w</Name><WeekDays>${days.join('')}</WeekDays></WorkWeek>`;
}

function calendar(d: Dice, uid: number, baseUid: number): string {
  const shift = uid === 1 ? (SHIFTS[0] ?? []) : d.of(SHIFTS);
  const off = d.one(3) ? [1] : d.one(4) ? [] : [1, 7];
  const week = [1, 2, 3, 4, 5, 6, 7]
    .filter(() => baseUid === -1 || d.one(3))
    .map((type) => weekDay(type, off.includes(type) ? [] : shift));
  const exceptions = d.one(2) ? Array.from({ length: 1 + d.below(5) }, () => exception(d)) : [];
  const weeks = d.one(5) ? workWeek(d) : '';
  return `<Calendar><UID>${uid}</UID><Name>c${uid}</Name><IsBaseCalendar>${baseUid === -1 ? 1 : 0}</IsBaseCalendar><BaseCalendarUID>${baseUid}</BaseCalendarUID><WeekDays>${week.join('')}</WeekDays>${exceptions.length > 0 ? `<Exceptions>${exceptions.join('')}</Exceptions>` : ''}${weeks && `<WorkWeeks>${weeks}</WorkWeeks>`}</Calendar>`;
}

const TIMES = [4800, 7200, 7800, 10_200, 5433, 0] as const;
const moment = (d: Dice): Instant => d.start - 4800 + (d.below(30) - 3) * DAY + d.of(TIMES);
/** Start-no-earlier-than before the project begins is a rule of its own, which the other program does not know. */
const constrainedTo = (d: Dice, type: number): Instant =>
  type === 4 ? Math.max(d.start, moment(d)) : moment(d);
const someDuration = (d: Dice): number =>
  d.one(6) ? 0 : d.one(4) ? 1 + d.below(20_000) : 4800 * (1 + d.below(5));

function link(d: Dice, predecessor: number): string {
  const type = d.one(2) ? 1 : d.below(4);
  const [lag, format] = d.one(2)
    ? [0, 7]
    : d.of<() => readonly [number, number]>([
        () => [d.below(14_400) - 3000, d.of([3, 5, 7, 9, 11, 35, 39, 21])],
        () => [d.below(28_800) - 3000, d.of([4, 6, 8, 10, 12, 40])],
        () => [d.below(150) - 60, d.of([19, 51])],
        () => [d.below(150) - 60, d.of([20, 52])],
      ])();
  return `<PredecessorLink><PredecessorUID>${predecessor}</PredecessorUID><Type>${type}</Type><CrossProject>0</CrossProject><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
}

function progress(d: Dice, duration: number): string {
  const begun = moment(d);
  if (d.one(2)) {
    const end = begun + d.below(5) * DAY + d.below(5000);
    const start = d.one(8) ? '' : at('ActualStart', begun);
    return `<PercentComplete>100</PercentComplete>${at('Start', begun)}${start}${at('ActualFinish', end)}${lasting('RemainingDuration', 0)}`;
  }
  const remaining = d.below(duration + 1);
  const stop = begun + d.below(3) * DAY;
  const stopped = d.one(2) ? at('Stop', stop) + at('Resume', stop + d.below(4) * DAY) : '';
  return `<PercentComplete>${d.below(99)}</PercentComplete>${at('ActualStart', begun)}${stopped}${lasting('RemainingDuration', remaining)}`;
}

interface Row {
  readonly uid: number;
  readonly level: number;
  readonly summary: boolean;
  /** A blank line: it has no level, and what is above or below it does not see it. */
  readonly blank?: boolean;
  readonly xml: string;
  readonly assignments: string;
}

function leafOf(d: Dice, uid: number, calendars: number): { xml: string; assignments: string } {
  const duration = someDuration(d);
  const isElapsed = calendars > 1 && duration > 0 && d.one(10);
  const constraint = d.one(4) ? d.of([2, 3, 4, 5, 6, 7]) : 0;
  const isManual = d.one(14);
  const start = moment(d);
  const isAssigned = !isElapsed && duration > 0 && d.one(4);
  const type = isAssigned ? d.below(3) : 0;
  const work = 600 + d.below(20_000);
  const xml = [
    tag('Type', type),
    tag('Milestone', duration === 0 && !d.one(4) ? 1 : 0),
    lasting('Duration', duration),
    tag('DurationFormat', isElapsed ? d.of([4, 6, 8, 10, 12, 40, 44]) : d.of([3, 5, 7, 9, 11, 21, 39, 53])),
    isManual ? `<Manual>1</Manual>${at('Start', start)}${at('Finish', start + d.below(6) * DAY)}` : '',
    d.one(20) ? '<Active>0</Active>' : '',
    constraint === 0
      ? ''
      : tag('ConstraintType', constraint) + at('ConstraintDate', constrainedTo(d, constraint)),
    d.one(8) ? at('Deadline', moment(d)) : '',
    d.one(4) ? tag('CalendarUID', 1 + d.below(calendars)) : '',
    d.one(12) ? tag('LevelingDelay', d.below(30_000)) + tag('LevelingDelayFormat', 8) : '',
    d.one(3) ? tag('IgnoreResourceCalendar', 1) : '',
    isManual || !d.one(8) ? '' : progress(d, duration),
  ].join('');
  const assignments = isAssigned
    ? Array.from(
        { length: 1 + d.below(2) },
        (_, i) =>
          `<Assignment><UID>${uid * 10 + i}</UID><TaskUID>${uid}</TaskUID><ResourceUID>${d.one(9) ? 4 : 1 + d.below(3)}</ResourceUID><Units>${d.of([1, 1, 0.5, 2, 0.3, 0])}</Units>${lasting('Work', work)}<WorkContour>${d.one(8) ? 2 : 0}</WorkContour><Delay>${d.one(6) ? d.below(9000) : 0}</Delay></Assignment>`,
      ).join('')
    : '';
  return { xml, assignments };
}

/** What a row says that holds others: a start no earlier than, a deadline, dates of its own, being switched off. */
function summaryOf(d: Dice): { xml: string; assignments: string } {
  const xml = [
    d.one(4) ? tag('ConstraintType', 4) + at('ConstraintDate', constrainedTo(d, 4)) : '',
    d.one(8) ? at('Deadline', moment(d)) : '',
    d.one(8) ? `<Manual>1</Manual>${at('Start', moment(d))}${at('Finish', moment(d))}` : '',
    d.one(12) ? '<Active>0</Active>' : '',
  ].join('');
  return { xml, assignments: '' };
}

/** A task of another project: it keeps its dates. */
function foreign(d: Dice): { xml: string; assignments: string } {
  const start = moment(d);
  const dates = at('Start', start) + at('Finish', start + d.below(4) * DAY);
  const kind = d.one(2) ? '<ExternalTask>1</ExternalTask>' : '<IsSubproject>1</IsSubproject>';
  return { xml: `${kind}${lasting('Duration', d.below(9000))}${dates}`, assignments: '' };
}

/** Unique IDs say nothing about the order of rows. */
const uidOf = (row: number): number => (row * 17) % 101;

function rowsOf(d: Dice, count: number, calendars: number): Row[] {
  const rows: Row[] = [];
  let level = 1;
  for (let row = 1; row <= count; row++) {
    const uid = uidOf(row);
    if (d.one(15)) {
      rows.push({ uid, level: 0, summary: false, blank: true, xml: '<IsNull>1</IsNull>', assignments: '' });
      continue;
    }
    const summary = row < count && d.one(6);
    const links = Array.from({ length: row === 1 ? 0 : d.below(3) }, () => uidOf(1 + d.below(row - 1)));
    // Links to nobody and to itself act on nothing.
    if (d.one(20)) links.push(d.one(2) ? uid : 999);
    const distinct = [...new Set(links)].filter((from) => !isAbove(rows, from, level));
    const own = summary ? summaryOf(d) : d.one(20) ? foreign(d) : leafOf(d, uid, calendars);
    rows.push({ uid, level, summary, ...own, xml: own.xml + distinct.map((from) => link(d, from)).join('') });
    // What follows a summary is inside it; else the outline goes on or comes back up.
    level = summary ? level + 1 + (d.one(8) ? 1 : 0) : Math.max(1, level - (d.one(4) ? 1 : 0));
  }
  return rows;
}

/** Whether the row of a unique ID has the next row, at this level, inside it. */
function isAbove(rows: readonly Row[], uid: number, level: number): boolean {
  let depth = level;
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row || row.blank || row.level >= depth) continue;
    if (row.uid === uid) return true;
    depth = row.level;
  }
  return false;
}

const resultXml = (r: StoredResult | undefined): string =>
  r === undefined
    ? ''
    : at('EarlyStart', r.earlyStart) +
      at('EarlyFinish', r.earlyFinish) +
      at('LateStart', r.lateStart) +
      at('LateFinish', r.lateFinish) +
      tag('TotalSlack', r.totalSlack) +
      tag('Critical', r.critical ? 1 : 0);

const spanXml = (summary: { readonly duration: number } | undefined): string =>
  summary === undefined ? '' : lasting('Duration', summary.duration);

/**
 * A plan of up to forty rows; the same for the same seed.
 * @param clocks `one`: everything runs on the project's calendar
 */
export function randomMspdi(seed: number, clocks: 'one' | 'many'): RandomMspdi {
  const d = new Dice(seed);
  const bases = clocks === 'one' ? 1 : 2 + d.below(3);
  const calendars =
    clocks === 'one'
      ? [calendar(d, 1, -1)]
      : [
          ...Array.from({ length: bases }, (_, i) => calendar(d, i + 1, -1)),
          // Derived from a base, or from another that is derived.
          ...Array.from({ length: 3 }, (_, i) => calendar(d, bases + 1 + i, 1 + d.below(bases + i))),
        ];
  const rows = rowsOf(d, 3 + d.below(37), calendars.length);
  const resources = [1, 2, 3, 4].map(
    (uid) =>
      `<Resource><UID>${uid}</UID><Name>r${uid}</Name><Type>${uid === 4 ? 0 : 1}</Type><MaxUnits>1</MaxUnits>${tag('CalendarUID', d.one(3) ? -1 : 1 + d.below(calendars.length))}</Resource>`,
  );
  const head = [
    tag('SaveVersion', 14),
    tag('Name', `seed ${seed}`),
    at('StartDate', d.start),
    tag('ScheduleFromStart', 1),
    tag('CalendarUID', 1 + d.below(bases)),
    tag('MinutesPerDay', d.of([480, 540, 450])),
    tag('CriticalSlackLimit', d.one(4) ? d.below(4) : 0),
    tag('MultipleCriticalPaths', d.one(4) ? 1 : 0),
  ].join('');
  return {
    xml(results) {
      const tasks = rows.map(
        ({ uid, level, summary, xml }, index) =>
          `<Task>${tag('UID', uid)}${tag('ID', index + 1)}<Name>t${uid}</Name>${tag('OutlineLevel', level)}${tag('Summary', summary ? 1 : 0)}${xml}${resultXml(results?.dates.get(uid))}${spanXml(results?.summaries.get(uid))}</Task>`,
      );
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">${head}<Calendars>${calendars.join('')}</Calendars><Tasks>${tasks.join('\n')}</Tasks><Resources>${resources.join('')}</Resources><Assignments>${rows.map((row) => row.assignments).join('')}</Assignments></Project>`;
    },
  };
}
