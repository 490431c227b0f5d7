import type { CalendarDef } from './calendar/definition.ts';
import type { Instant } from './calendar/instant.ts';

/** What a scheduling engine gets to see of a plan: plain values, no store. */
export interface SchedulePlan {
  readonly start: Instant | null;
  readonly calendars: readonly CalendarDef[];
  readonly projectCalendarId: string;
  readonly tasks: readonly ScheduleTask[];
  readonly links: readonly ScheduleLink[];
}

export interface ScheduleTask {
  readonly id: string;
  readonly parentId: string | null;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: number | null;
  readonly elapsed: boolean;
  readonly milestone: boolean;
  readonly manual: boolean;
  readonly counts: boolean;
  readonly percent: number;
  readonly actualStart: Instant | null;
  readonly actualFinish: Instant | null;
  readonly calendarId: string | null;
  readonly constraintType: string;
  readonly constraintAt: Instant | null;
}

export interface ScheduleLink {
  readonly fromId: string;
  readonly toId: string;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly lagKind: 'working' | 'elapsed' | 'percent' | 'elapsed_percent';
  readonly lagValue: number;
}

export interface ScheduledDates {
  readonly start: Instant;
  readonly finish: Instant;
}

/** Dates that follow from the rest of the plan, of the tasks whose dates change. `read` is called only if needed. */
export type Scheduler = (read: () => SchedulePlan) => ReadonlyMap<string, ScheduledDates>;

const NONE: ReadonlyMap<string, ScheduledDates> = new Map();

/** Dates are as entered or imported: none follows from another. An engine takes the place of this function. */
export const enteredDates: Scheduler = () => NONE;
