/**
 * Random plans as Microsoft Project XML with everything the calculation knows, for a comparison with a program that
 * shares no code with ours. Made from a seed, so that a difference can be looked at again.
 */
import { formatLocal, type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';

const START = parseLocal('2026-03-02T08:00') ?? 0;
const DAY = 14_400;

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
  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
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

function dateOn(day: number): string {
  return formatLocal(START - 4800 + day * DAY).slice(0, 10);
}

const RECURRING = [
  (d: Dice) => `<Type>6</Type><Period>${1 + d.below(2)}</Period><DaysOfWeek>${1 << d.below(7)}</DaysOfWeek>`,
  (d: Dice) => `<Type>4</Type><Period>1</Period><MonthDay>${1 + d.below(28)}</MonthDay>`,
  (d: Dice) =>
    `<Type>5</Type><Period>1</Period><MonthItem>${3 + d.below(7)}</MonthItem><MonthPosition>${d.below(5)}</MonthPosition>`,
  (d: Dice) => `<Type>2</Type><Month>${2 + d.below(2)}</Month><MonthDay>${1 + d.below(28)}</MonthDay>`,
];

function exception(d: Dice): string {
  const intervals = d.one(2) ? d.of(SHIFTS) : [];
  const isOneOff = !d.one(3);
  const from = d.below(45) - 5;
  const to = isOneOff ? from + d.below(4) : from + 20 + d.below(40);
  const kind = isOneOff ? '<Type>1</Type>' : d.of(RECURRING)(d);
  return `<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>${dateOn(from)}T00:00:00</FromDate><ToDate>${dateOn(to)}T23:59:00</ToDate></TimePeriod><Name>e</Name>${kind}${tag('DayWorking', intervals.length > 0 ? 1 : 0)}${times(intervals)}</Exception>`;
}

function workWeek(d: Dice): string {
  const from = d.below(30);
  const shift = d.of(SHIFTS);
  const days = [2, 3, 4, 5, 6].filter(() => d.one(2)).map((type) => weekDay(type, shift));
  return `<WorkWeek><TimePeriod><FromDate>${dateOn(from)}T00:00:00</FromDate><ToDate>${dateOn(from + 6)}T23:59:00</ToDate></TimePeriod><Name>w</Name><WeekDays>${days.join('')}</WeekDays></WorkWeek>`;
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
const moment = (d: Dice): Instant => START - 4800 + (d.below(30) - 3) * DAY + d.of(TIMES);
/** Start-no-earlier-than before the project begins is a rule of its own, which the other program does not know. */
const constrainedTo = (d: Dice, type: number): Instant =>
  type === 4 ? Math.max(START, moment(d)) : moment(d);
const someDuration = (d: Dice): number =>
  d.one(6) ? 0 : d.one(4) ? 1 + d.below(20_000) : 4800 * (1 + d.below(5));

function link(d: Dice, predecessor: number): string {
  const type = d.one(2) ? 1 : d.below(4);
  const [lag, format] = d.one(2)
    ? [0, 7]
    : d.of<() => readonly [number, number]>([
        () => [d.below(14_400) - 3000, 7],
        () => [d.below(28_800) - 3000, 8],
        () => [d.below(150) - 60, 19],
        () => [d.below(150) - 60, 20],
      ])();
  return `<PredecessorLink><PredecessorUID>${predecessor}</PredecessorUID><Type>${type}</Type><CrossProject>0</CrossProject><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
}

function progress(d: Dice, duration: number): string {
  const begun = moment(d);
  if (d.one(2)) {
    const end = begun + d.below(5) * DAY + d.below(5000);
    return `<PercentComplete>100</PercentComplete>${at('ActualStart', begun)}${at('ActualFinish', end)}${lasting('RemainingDuration', 0)}`;
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
  readonly xml: string;
  readonly assignments: string;
}

function leafOf(d: Dice, uid: number, calendars: number): { xml: string; assignments: string } {
  const duration = someDuration(d);
  const isElapsed = calendars > 1 && duration > 0 && d.one(10);
  const constraint = d.one(4) ? d.of([2, 3, 4, 5, 6, 7]) : 0;
  const isManual = d.one(14);
  const start = moment(d);
  const isAssigned = !isElapsed && !isManual && duration > 0 && d.one(4);
  const type = isAssigned ? d.below(3) : 0;
  const work = 600 + d.below(20_000);
  const xml = [
    tag('Type', type),
    tag('Milestone', duration === 0 && !d.one(4) ? 1 : 0),
    lasting('Duration', duration),
    tag('DurationFormat', isElapsed ? 8 : 7),
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
          `<Assignment><UID>${uid * 10 + i}</UID><TaskUID>${uid}</TaskUID><ResourceUID>${1 + d.below(3)}</ResourceUID><Units>${d.of([1, 0.5, 2])}</Units>${lasting('Work', work)}<WorkContour>0</WorkContour></Assignment>`,
      ).join('')
    : '';
  return { xml, assignments };
}

function rowsOf(d: Dice, count: number, calendars: number): Row[] {
  const rows: Row[] = [];
  let level = 1;
  for (let uid = 1; uid <= count; uid++) {
    const summary = uid < count && d.one(6);
    const links = Array.from({ length: uid === 1 ? 0 : d.below(3) }, () => 1 + d.below(uid - 1));
    const distinct = [...new Set(links)].filter((from) => !isAbove(rows, from, level));
    const own = summary
      ? {
          xml: d.one(4) ? tag('ConstraintType', 4) + at('ConstraintDate', constrainedTo(d, 4)) : '',
          assignments: '',
        }
      : leafOf(d, uid, calendars);
    rows.push({ uid, level, summary, ...own, xml: own.xml + distinct.map((from) => link(d, from)).join('') });
    // What follows a summary is inside it; else the outline goes on or comes back up.
    level = summary ? level + 1 : Math.max(1, level - (d.one(4) ? 1 : 0));
  }
  return rows;
}

/** Whether the row of a unique ID has the next row, at this level, inside it. */
function isAbove(rows: readonly Row[], uid: number, level: number): boolean {
  let depth = level;
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row || row.level >= depth) continue;
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
          ...Array.from({ length: 2 }, (_, i) => calendar(d, bases + 1 + i, 1 + d.below(bases))),
        ];
  const rows = rowsOf(d, 3 + d.below(37), calendars.length);
  const resources = [1, 2, 3].map(
    (uid) =>
      `<Resource><UID>${uid}</UID><Name>r${uid}</Name><Type>1</Type><MaxUnits>1</MaxUnits>${tag('CalendarUID', d.one(3) ? -1 : 1 + d.below(calendars.length))}</Resource>`,
  );
  const head = [
    tag('SaveVersion', 14),
    tag('Name', `seed ${seed}`),
    at('StartDate', START),
    tag('ScheduleFromStart', 1),
    tag('CalendarUID', 1 + d.below(bases)),
    tag('MinutesPerDay', d.of([480, 540, 450])),
    tag('CriticalSlackLimit', d.one(4) ? d.below(4) : 0),
    tag('MultipleCriticalPaths', d.one(4) ? 1 : 0),
  ].join('');
  return {
    xml(results) {
      const tasks = rows.map(
        ({ uid, level, summary, xml }) =>
          `<Task>${tag('UID', uid)}${tag('ID', uid)}<Name>t${uid}</Name>${tag('OutlineLevel', level)}${tag('Summary', summary ? 1 : 0)}${xml}${resultXml(results?.dates.get(uid))}${spanXml(results?.summaries.get(uid))}</Task>`,
      );
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">${head}<Calendars>${calendars.join('')}</Calendars><Tasks>${tasks.join('\n')}</Tasks><Resources>${resources.join('')}</Resources><Assignments>${rows.map((row) => row.assignments).join('')}</Assignments></Project>`;
    },
  };
}
