import type { CalendarDef } from '../../schedule/calendar/definition.ts';
import type { Instant } from '../../schedule/calendar/instant.ts';

/**
 * What an MSPDI file says, typed and neutral. Units, if not said otherwise: instants and durations in tenths of
 * a minute (durations: working time, or elapsed time if the format is elapsed), costs in hundredths of the
 * currency unit, units 1 = 100 %. null = the file does not say.
 */
export type Tenths = number;

/** An element this model does not name, as XML text without namespace prefixes, so that a writer can restore it. */
export interface RawElement {
  readonly name: string;
  readonly xml: string;
}

/** What kind of link; in the file 0 FF, 1 FS, 2 SF, 3 SS. */
export type LinkType = 'FF' | 'FS' | 'SF' | 'SS';
export const LINK_TYPES: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS'];

export type ConstraintType = 'ASAP' | 'ALAP' | 'MSO' | 'MFO' | 'SNET' | 'SNLT' | 'FNET' | 'FNLT';
export const CONSTRAINT_TYPES: readonly ConstraintType[] = [
  'ASAP',
  'ALAP',
  'MSO',
  'MFO',
  'SNET',
  'SNLT',
  'FNET',
  'FNLT',
];

export type TaskType = 'fixedUnits' | 'fixedDuration' | 'fixedWork';
export const TASK_TYPES: readonly TaskType[] = ['fixedUnits', 'fixedDuration', 'fixedWork'];

/** How a duration or lag is shown. The number beside it does not depend on it, except percent lags. */
export interface DurationFormat {
  /** The number in the file: 3, 5, 7, 9, 11, 19; +1 elapsed; 21 default; +32 estimated. */
  readonly code: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'percent' | 'default';
  readonly elapsed: boolean;
  readonly estimated: boolean;
}

export interface MspdiLink {
  readonly predecessorUid: number;
  readonly type: LinkType;
  /** Tenths of a minute (successor's calendar; wall clock if elapsed), or the percentage itself if percent. */
  readonly lag: number;
  readonly lagFormat: DurationFormat;
  readonly crossProject: boolean;
  readonly crossProjectName: string | null;
}

export interface MspdiBaseline {
  /** 0 = the baseline, 1–10 the further ones. */
  readonly number: number;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: Tenths | null;
  readonly durationFormat: DurationFormat | null;
  readonly work: Tenths | null;
  readonly cost: number | null;
  readonly fixedCost: number | null;
  readonly interim: boolean;
  readonly extra: readonly RawElement[];
}

export interface MspdiFieldValue {
  readonly fieldId: string;
  readonly value: string | null;
  readonly durationFormat: number | null;
  readonly valueGuid: string | null;
  readonly extra: readonly RawElement[];
}

/** Dates as the writer computed them; not recomputed here. */
export interface StoredSchedule {
  readonly earlyStart: Instant | null;
  readonly earlyFinish: Instant | null;
  readonly lateStart: Instant | null;
  readonly lateFinish: Instant | null;
  readonly totalSlack: Tenths | null;
  readonly freeSlack: Tenths | null;
  readonly startSlack: Tenths | null;
  readonly finishSlack: Tenths | null;
  readonly critical: boolean | null;
}

export interface TaskProgress {
  readonly percentComplete: number;
  readonly percentWorkComplete: number | null;
  readonly physicalPercentComplete: number | null;
  readonly actualStart: Instant | null;
  readonly actualFinish: Instant | null;
  readonly actualDuration: Tenths | null;
  readonly remainingDuration: Tenths | null;
  readonly stop: Instant | null;
  readonly resume: Instant | null;
}

export interface WorkAndCost {
  readonly work: Tenths | null;
  readonly actualWork: Tenths | null;
  readonly remainingWork: Tenths | null;
  readonly overtimeWork: Tenths | null;
  readonly cost: number | null;
  readonly actualCost: number | null;
  readonly remainingCost: number | null;
}

/** Dates and texts of a manually scheduled task; texts are free ("some time in May"). */
export interface ManualSchedule {
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: Tenths | null;
  readonly startText: string | null;
  readonly finishText: string | null;
  readonly durationText: string | null;
}

export interface Hyperlink {
  readonly text: string | null;
  readonly address: string | null;
  readonly subAddress: string | null;
}

export interface MspdiTask {
  readonly uid: number;
  /** Row number in the writer's table; not an identity. */
  readonly id: number | null;
  readonly guid: string | null;
  readonly name: string;
  readonly wbs: string | null;
  readonly outlineLevel: number;
  readonly outlineNumber: string | null;
  /** Derived from the outline levels in document order; null at the top. Blank rows have none. */
  readonly parentUid: number | null;
  /** Has rows below it, or the writer says so. */
  readonly summary: boolean;
  readonly milestone: boolean;
  readonly manual: boolean;
  readonly active: boolean;
  /** A blank row: kept for its place in the table, never scheduled. */
  readonly isNull: boolean;
  readonly external: boolean;
  readonly subproject: string | null;
  readonly isSubproject: boolean;
  readonly recurring: boolean;
  readonly rollup: boolean;
  readonly effortDriven: boolean;
  readonly type: TaskType;
  readonly priority: number | null;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: Tenths | null;
  readonly durationFormat: DurationFormat;
  readonly stored: StoredSchedule;
  readonly progress: TaskProgress;
  readonly manualSchedule: ManualSchedule;
  readonly effort: WorkAndCost;
  readonly fixedCost: number | null;
  readonly fixedCostAccrual: number | null;
  readonly constraintType: ConstraintType;
  readonly constraintDate: Instant | null;
  readonly deadline: Instant | null;
  readonly calendarUid: number | null;
  readonly ignoreResourceCalendar: boolean;
  /** Tenths of a minute on the elapsed clock unless its format is not elapsed. */
  readonly levelingDelay: Tenths;
  readonly levelingDelayFormat: DurationFormat;
  readonly notes: string | null;
  readonly contact: string | null;
  readonly hyperlink: Hyperlink | null;
  readonly links: readonly MspdiLink[];
  readonly baselines: readonly MspdiBaseline[];
  readonly fields: readonly MspdiFieldValue[];
  readonly extra: readonly RawElement[];
}

export type ResourceType = 'material' | 'work' | 'cost';

export interface MspdiResource {
  readonly uid: number;
  readonly id: number | null;
  readonly guid: string | null;
  readonly name: string;
  readonly type: ResourceType;
  readonly isNull: boolean;
  readonly initials: string | null;
  readonly group: string | null;
  readonly code: string | null;
  readonly email: string | null;
  readonly materialLabel: string | null;
  /** Not part of MSPDI; other formats say it. */
  readonly role: string | null;
  readonly phone: string | null;
  readonly maxUnits: number | null;
  readonly calendarUid: number | null;
  /** Whole currency units per `standardRateFormat` (2 = hour). */
  readonly standardRate: number | null;
  readonly standardRateFormat: number | null;
  readonly overtimeRate: number | null;
  readonly overtimeRateFormat: number | null;
  readonly costPerUse: number | null;
  readonly accrueAt: number | null;
  readonly effort: WorkAndCost;
  readonly notes: string | null;
  readonly fields: readonly MspdiFieldValue[];
  readonly extra: readonly RawElement[];
}

export interface MspdiAssignment {
  readonly uid: number | null;
  readonly taskUid: number;
  /** null: nobody (in the file -65535 or absent). */
  readonly resourceUid: number | null;
  readonly units: number | null;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly actualStart: Instant | null;
  readonly actualFinish: Instant | null;
  readonly stop: Instant | null;
  readonly resume: Instant | null;
  readonly percentWorkComplete: number | null;
  readonly effort: WorkAndCost;
  readonly delay: Tenths;
  readonly levelingDelay: Tenths;
  /** 0 = flat. */
  readonly workContour: number;
  readonly fields: readonly MspdiFieldValue[];
  readonly extra: readonly RawElement[];
}

export interface MspdiCalendar {
  readonly uid: number;
  readonly isBase: boolean;
  /** `id` is the UID as text. */
  readonly definition: CalendarDef;
  readonly extra: readonly RawElement[];
}

export interface MspdiFieldDefinition {
  readonly fieldId: string;
  readonly fieldName: string | null;
  readonly alias: string | null;
  readonly extra: readonly RawElement[];
}

/** Which program wrote the file, told by its habits (semantics §7). */
export type Producer =
  | 'msproject-2002'
  | 'msproject-2007'
  | 'msproject-2010'
  | 'msproject-2016'
  | 'mpxj'
  | 'mpxj-old'
  | 'projectlibre'
  | 'aspose'
  | 'dotnet'
  | 'ganttproject'
  | 'milepost'
  | 'unknown';

export interface MspdiProperties {
  readonly name: string | null;
  readonly title: string | null;
  readonly subject: string | null;
  readonly author: string | null;
  readonly manager: string | null;
  readonly company: string | null;
  readonly category: string | null;
  readonly guid: string | null;
  readonly creationDate: Instant | null;
  readonly lastSaved: Instant | null;
  readonly startDate: Instant | null;
  readonly finishDate: Instant | null;
  readonly statusDate: Instant | null;
  readonly currentDate: Instant | null;
  readonly scheduleFromStart: boolean;
  readonly calendarUid: number;
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  readonly daysPerMonth: number;
  /** Days. */
  readonly criticalSlackLimit: number;
  readonly multipleCriticalPaths: boolean;
  readonly newTasksAreManual: boolean;
  readonly durationFormat: DurationFormat;
  readonly currencySymbol: string | null;
  readonly currencyCode: string | null;
  readonly currencyDigits: number | null;
  /** 1 = Sunday … 7 = Saturday is written as 0–6 by Project. */
  readonly weekStartDay: number | null;
  readonly saveVersion: number | null;
  readonly buildNumber: string | null;
  readonly extra: readonly RawElement[];
}

/** Links that were read but cannot be part of a schedule. */
export interface DroppedLink {
  readonly taskUid: number;
  readonly link: MspdiLink;
  readonly reason: 'dangling' | 'self' | 'cycle' | 'duplicate' | 'blankRow' | 'family';
}

export interface MspdiProject {
  readonly producer: Producer;
  readonly properties: MspdiProperties;
  readonly calendars: readonly MspdiCalendar[];
  /** The row of the whole project (UID 0, outline level 0); not a task. */
  readonly projectSummary: MspdiTask | null;
  readonly tasks: readonly MspdiTask[];
  readonly resources: readonly MspdiResource[];
  readonly assignments: readonly MspdiAssignment[];
  readonly fieldDefinitions: readonly MspdiFieldDefinition[];
  readonly droppedLinks: readonly DroppedLink[];
  /** Names of baselines by number, in formats that name them. */
  readonly baselineNames: Readonly<Record<number, string>>;
}

/** What was read past without being kept. */
export interface LeftOut {
  readonly timephasedBlocks: number;
  readonly timephasedDropped: number;
  readonly unknownElementsDropped: number;
}
