/** Codes of errors that cross the wire. The user's text for each is `errors:<CODE>` of the catalogues. */
export const ERROR_CODES = [
  'INTERNAL',
  'VALIDATION',
  'UNKNOWN_CHANNEL',
  'MALFORMED_REQUEST',
  'TOO_LARGE',
  'TOO_DEEP',
  'FORBIDDEN',
  'NOT_FOUND',
  'IN_TRASH',
  'OWNER_IN_TRASH',
  'CONFLICT',
  'CANCELLED',
  'RULE_BROKEN',
  'REFERENCE_BROKEN',
  'TASK_CYCLE',
  'LINK_CYCLE',
  'LINK_EXISTS',
  'LINK_OWN_SUMMARY',
  'STAGE_CHECKS_OPEN',
  'COMMITMENT_BROKEN',
  'SUMMARY_COMPUTED',
  'CALENDAR_WITHOUT_WORK',
  'DATE_OUT_OF_CALENDAR',
  'PLAN_TEXT_UNREADABLE',
  'OTHER_PROJECT',
  'DEVIATION_UNKNOWN',
  'NOT_A_BUFFER',
  'BUFFER_NEEDS_DURATION',
  'BUFFER_TOO_SHORT',
  'BUFFER_NOT_TAKEN',
  'CONTRACT_GAPS',
  'CONTRACT_NO_DAYS',
  'CONTRACT_SIGNED',
  'HIGH_RISK_NEEDS_PLAN',
  'REPORT_FROZEN',
  'REPORT_NOT_FROZEN',
  'REPORT_EMPTY_RECIPIENTS',
  'DOCUMENT_SEALED',
  'DOCUMENT_SIGNED',
  'DOCUMENT_DAMAGED',
  'SIGN_KIND',
  'SIGN_SUPERSEDED',
  'SIGN_CLOCK',
  'SIGN_OUTDATED',
  'SIGN_ALTERED',
  'SIGN_TWICE',
  'SIGN_NOT_READY',
  'SIGN_EMPTY',
  'SIGN_PICTURE',
  'SIGN_PHOTO',
  'SIGN_CODE',
  'SIGN_CODE_OTHER',
  'ADJUSTMENT_CONFIRMED',
  'CHARTER_EXISTS',
  'NOT_LATE',
  'DOCUMENT_SEALED',
  'DOCUMENT_SIGNED',
  'DOCUMENT_DAMAGED',
  'ATTACHMENT_NOT_OPENED',
  'NOTHING_TO_UNDO',
  'NOTHING_TO_REDO',
  'FILE_TOKEN_UNKNOWN',
  'FILE_UNREADABLE',
  'FILE_TYPE',
  'IMPORT_REFUSED',
  'TABLE_REFUSED',
  'TABLE_NO_NAME',
  'TABLE_NO_TASKS',
  'TABLE_DATES_UNDECIDED',
  'TABLE_PROBLEMS',
  'EXPECTATION_NEEDS_PROJECT',
  'CARE_TOO_EARLY',
  'CONTACTS_REFUSED',
  'CONTACTS_PROBLEMS',
  'CONTACTS_NONE',
  'WORKER_TIMEOUT',
  'WORKER_MEMORY',
  'WORKER_CRASH',
  'PRINT_FAILED',
  'MISSING_GLYPHS',
  'EXPORT_WRITE_FAILED',
  'STORE_LOCKED',
  'STORE_NEWER',
  'STORE_CORRUPT',
  'STORE_NOT_OURS',
  'STORE_FULL',
  'STORE_READONLY',
  'STORE_IO',
  'STORE_PATH',
  'STORE_NOT_DURABLE',
  'STORE_MIGRATION',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type ErrorArgs = Readonly<Record<string, string | number>>;

/** What the wire carries instead of an exception. */
export interface WireError {
  readonly code: ErrorCode;
  /** Values for the placeholders of the text. */
  readonly args: ErrorArgs;
  /** Field the user should look at, as `entity.field` or a dotted input path. */
  readonly field?: string;
  /** More precise reason below the code, e.g. a field rule such as `DATES_REVERSED`. */
  readonly reason?: string;
  /** Joins a message of the user to the log; only for `INTERNAL`. */
  readonly correlationId?: string;
}

/** An expected failure. Anything else that is thrown becomes `INTERNAL`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly args: ErrorArgs;
  readonly field: string | undefined;
  readonly reason: string | undefined;

  constructor(
    code: ErrorCode,
    args: ErrorArgs = {},
    detail: { field?: string; reason?: string; cause?: unknown } = {},
  ) {
    super(code, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'AppError';
    this.code = code;
    this.args = args;
    this.field = detail.field;
    this.reason = detail.reason;
  }

  toWire(): WireError {
    return {
      code: this.code,
      args: this.args,
      ...(this.field === undefined ? {} : { field: this.field }),
      ...(this.reason === undefined ? {} : { reason: this.reason }),
    };
  }
}
