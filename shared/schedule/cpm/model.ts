import type { Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';

export type LinkType = 'FF' | 'FS' | 'SF' | 'SS';
export type ConstraintType = 'ASAP' | 'ALAP' | 'MSO' | 'MFO' | 'SNET' | 'SNLT' | 'FNET' | 'FNLT';
/** What names a task: the number of a file or the text of the own database. */
export type TaskId = number | string;

export interface CpmLink<Id extends TaskId = number> {
  readonly predecessorUid: Id;
  readonly type: LinkType;
  /** Tenths of a minute; the percentage of the predecessor's duration if `percent`. */
  readonly lag: number;
  readonly percent: boolean;
  /** The lag runs round the clock. */
  readonly elapsed: boolean;
}

/** Work of one person on a task: its length (work / units) on the calendar of the person. */
export interface CpmWorkPart {
  readonly calendar: WorkCalendar;
  readonly length: number;
  readonly delay: number;
}

export interface CpmTask<Id extends TaskId = number> {
  readonly uid: Id;
  readonly parentUid: Id | null;
  readonly summary: boolean;
  /** Inactive and blank rows have no effect on anything. */
  readonly counts: boolean;
  /** Keeps its stored dates: manual, external or a sub-project. */
  readonly fixedDates: boolean;
  readonly manual: boolean;
  readonly milestone: boolean;
  readonly duration: number;
  readonly elapsed: boolean;
  /** Its own calendar or the project's. */
  readonly calendar: WorkCalendar;
  /** Empty: the task runs on its own calendar. */
  readonly parts: readonly CpmWorkPart[];
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly constraint: ConstraintType;
  readonly constraintDate: Instant | null;
  readonly deadline: Instant | null;
  readonly actualStart: Instant | null;
  readonly actualFinish: Instant | null;
  readonly stop: Instant | null;
  readonly resume: Instant | null;
  readonly remainingDuration: number | null;
  readonly levelingDelay: number;
  readonly links: readonly CpmLink<Id>[];
}

export interface CpmOptions {
  readonly start: Instant;
  /** Where the plan is anchored; `finish` needs the finish date. Absent: at the start. */
  readonly scheduleFrom?: 'start' | 'finish';
  readonly finish?: Instant | null;
  /** Every open end has its own critical path. */
  readonly multipleCriticalPaths: boolean;
  /** Tenths of a working minute. */
  readonly criticalSlackLimit: number;
}

export interface CpmInput<Id extends TaskId = number> extends CpmOptions {
  readonly tasks: readonly CpmTask<Id>[];
}

export interface CpmDates {
  /** Where the task lies in the plan: at its early or, if as late as possible, at its late dates. */
  readonly start: Instant;
  readonly finish: Instant;
  readonly earlyStart: Instant;
  readonly earlyFinish: Instant;
  readonly lateStart: Instant;
  readonly lateFinish: Instant;
  /** Tenths of a working minute on the task's own calendar. */
  readonly totalSlack: number;
  /** How far the task can slip without moving a successor; tenths of a working minute, never below 0. */
  readonly freeSlack: number;
  readonly critical: boolean;
}

/** A summary row: the span of the leaves below it (semantics §5). */
export interface CpmSummary extends CpmDates {
  /** Working time of the span on the summary's own calendar, not a sum. */
  readonly duration: number;
}

/** Why a task begins when it does; the one reason that could be taken away to move it. */
export type CpmDriver<Id extends TaskId = number> =
  | { readonly kind: 'projectStart' | 'projectFinish'; readonly date: Instant }
  | {
      readonly kind: 'link';
      /** The task or summary the link comes from. */
      readonly predecessor: Id;
      /** The task or the summary above it the link leads to. */
      readonly successor: Id;
      readonly link: CpmLink<Id>;
      /** The instant the link asks for, after its lag: of the start, or of the finish for FF and SF. */
      readonly date: Instant;
    }
  /** `on` is the task itself or the summary above it that carries the constraint. */
  | { readonly kind: 'constraint'; readonly on: Id; readonly type: ConstraintType; readonly date: Instant }
  | { readonly kind: 'deadline'; readonly on: Id; readonly date: Instant }
  | {
      readonly kind: 'actualStart' | 'actualFinish' | 'resumed' | 'levelling' | 'fixedDates';
      readonly date: Instant;
    }
  /** As late as possible: see `late`. */
  | { readonly kind: 'asLateAsPossible'; readonly date: Instant };

export interface CpmReason<Id extends TaskId = number> {
  /** What gives the early start. */
  readonly early: CpmDriver<Id>;
  /** What gives the late finish and with it the slack. */
  readonly late: CpmDriver<Id>;
  /** Time off the start had to wait out: the reason asked for `from`, work begins at `to`. */
  readonly calendarWait: { readonly from: Instant; readonly to: Instant } | null;
  /** A link that a hard constraint overrules; the plan cannot be kept as it is. */
  readonly overruled: CpmDriver<Id> | null;
}

export interface CpmSuccess<Id extends TaskId = number> {
  readonly ok: true;
  readonly start: Instant;
  readonly finish: Instant;
  /** Leaves that count. */
  readonly dates: ReadonlyMap<Id, CpmDates>;
  /** Summary rows with at least one leaf that counts. */
  readonly summaries: ReadonlyMap<Id, CpmSummary>;
  /** Why a leaf lies where it does; null for summaries and rows that do not count. */
  why(uid: Id): CpmReason<Id> | null;
}

export interface CpmLoop<Id extends TaskId = number> {
  readonly ok: false;
  /** Links run in a circle through these tasks, in this direction. */
  readonly cycle: readonly Id[];
}

export type CpmResult<Id extends TaskId = number> = CpmSuccess<Id> | CpmLoop<Id>;
