/** The file cannot be read at all; nothing of it is handed on. */
export const REFUSAL_CODES = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FOREIGN_MPP',
  'FOREIGN_MPX',
  'FOREIGN_XER',
  'FOREIGN_POD',
  'FOREIGN_SPREADSHEET',
  'FOREIGN_ARCHIVE',
  'FOREIGN_P6_XML',
  'FOREIGN_HTML',
  'FOREIGN_PDF',
  'FOREIGN_JSON',
  'NOT_XML',
  'NOT_MSPDI',
  'ENCODING_UNSUPPORTED',
  'ENCODING_BROKEN',
  'XML_DOCTYPE',
  'XML_MALFORMED',
  'XML_TRUNCATED',
  'XML_TOO_DEEP',
  'XML_TEXT_TOO_LONG',
  'XML_TOO_MANY_ATTRIBUTES',
  'RECORD_TOO_LARGE',
  'TOO_MANY_RECORDS',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The file was read; something in it was replaced, left out or needs a look. */
export const WARNING_CODES = [
  'UID_MISSING',
  'UID_DUPLICATE',
  'DATE_UNREADABLE',
  'DATE_OUT_OF_RANGE',
  'DATE_ZONE_IGNORED',
  'DURATION_UNREADABLE',
  'DURATION_IN_DAYS',
  'NUMBER_UNREADABLE',
  'VALUE_UNKNOWN',
  'NAME_TOO_LONG',
  'OUTLINE_LEVEL_JUMP',
  'LINK_DANGLING',
  'LINK_SUCCESSOR_MISSING',
  'LINK_TO_SELF',
  'LINK_CYCLE',
  'LINK_DUPLICATE',
  'LINK_TO_BLANK_ROW',
  'LINK_WITHIN_FAMILY',
  'LINK_CROSS_PROJECT',
  'SUBPROJECT',
  'EXTERNAL_TASK',
  'CALENDAR_MISSING',
  'CALENDAR_FALLBACK',
  'CALENDAR_BASE_MISSING',
  'CALENDAR_NO_WORKING_TIME',
  'CALENDAR_HOURS_MISSING',
  'CALENDAR_HOURS_PAST_MIDNIGHT',
  'CALENDAR_TOO_MANY_EXCEPTIONS',
  'TASK_CALENDAR_MISSING',
  'RESOURCE_CALENDAR_MISSING',
  'ASSIGNMENT_DANGLING',
  'MANUAL_TASKS',
  'INACTIVE_TASKS',
  'BLANK_ROWS',
  'LEVELED_TASKS',
  'FINISH_BEFORE_START',
  'CLOCK_12_HOUR',
  'SLACK_UNIT_CONVERTED',
  'CONSTRAINT_DATE_MISSING',
  'CONSTRAINT_DATE_EPOCH',
  'ACTUALS_WITHOUT_PROGRESS',
  'SCHEDULED_FROM_FINISH',
  'NO_TASKS',
  'START_DATE_MISSING',
  'TIMEPHASED_LEFT_OUT',
  'ELEMENTS_LEFT_OUT',
  'GAN_BASE_CALENDAR',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export type IssueArgs = Readonly<Record<string, string | number>>;

export interface MspdiRefusal {
  readonly code: RefusalCode;
  readonly line: number | null;
  readonly column: number | null;
  /** Element path, for example `Project/Tasks/Task`. */
  readonly path: string | null;
  readonly args: IssueArgs;
}

export interface MspdiWarning {
  readonly code: WarningCode;
  readonly line: number | null;
  /** What it is about, for example `Task 12 Start`. */
  readonly place: string;
  readonly args: IssueArgs;
}

export interface WarningLog {
  add(code: WarningCode, place: string, line: number | null, args?: IssueArgs): void;
  /** The first {@link WARNINGS_PER_CODE} of each code. */
  readonly list: readonly MspdiWarning[];
  /** How often each code occurred in all. */
  readonly counts: Readonly<Partial<Record<WarningCode, number>>>;
}

export const WARNINGS_PER_CODE = 100;
const ARG_LENGTH = 200;

const shorten = (value: string | number) =>
  typeof value === 'string' && value.length > ARG_LENGTH ? `${value.slice(0, ARG_LENGTH)}…` : value;

/** Collects warnings; bounded, because a damaged file can have the same fault in every row. */
export function createWarningLog(): WarningLog {
  const list: MspdiWarning[] = [];
  const counts: Partial<Record<WarningCode, number>> = {};
  return {
    list,
    counts,
    add(code, place, line, args = {}) {
      const count = (counts[code] ?? 0) + 1;
      counts[code] = count;
      if (count > WARNINGS_PER_CODE) return;
      const short = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, shorten(value)]));
      list.push({
        code,
        place: String(shorten(place)),
        line,
        args: { place: shorten(place), line: line ?? '—', ...short },
      });
    },
  };
}

/** A refusal with all places filled. The texts may use `{{line}}`, `{{column}}` and `{{path}}`. */
export function refusal(
  code: RefusalCode,
  args: IssueArgs = {},
  at: { line?: number; column?: number; path?: string } = {},
): MspdiRefusal {
  const line = at.line ?? null;
  const column = at.column ?? null;
  const path = at.path ?? null;
  return {
    code,
    line,
    column,
    path,
    args: { line: line ?? '—', column: column ?? '—', path: path ?? '—', ...args },
  };
}
