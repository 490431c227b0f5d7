import type { Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';

export type LinkType = 'FF' | 'FS' | 'SF' | 'SS';
export type ConstraintType = 'ASAP' | 'ALAP' | 'MSO' | 'MFO' | 'SNET' | 'SNLT' | 'FNET' | 'FNLT';

export interface CpmLink {
  readonly predecessorUid: number;
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

export interface CpmTask {
  readonly uid: number;
  readonly parentUid: number | null;
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
  readonly links: readonly CpmLink[];
}

export interface CpmInput {
  readonly start: Instant;
  readonly tasks: readonly CpmTask[];
  /** Every open end has its own critical path. */
  readonly multipleCriticalPaths: boolean;
  /** Tenths of a working minute. */
  readonly criticalSlackLimit: number;
}

export interface CpmDates {
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

export type CpmResult =
  | { readonly ok: true; readonly finish: Instant; readonly dates: ReadonlyMap<number, CpmDates> }
  /** Links run in a circle through these tasks. */
  | { readonly ok: false; readonly cycle: readonly number[] };
