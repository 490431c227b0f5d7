import type { T } from '#renderer/i18n/index.ts';

type Args = Readonly<Record<string, string | number>>;

interface Refusal {
  readonly code: string;
  readonly args: Args;
  readonly reason?: string | undefined;
  readonly correlationId?: string | undefined;
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && 'code' in error && 'args' in error;

/** Where the reasons stand for which a reader refuses a file. */
const ofTable = (reason: string): string => `tableImport:refusal.${reason}`;
const REASONS: Readonly<Record<string, (reason: string) => string>> = {
  IMPORT_REFUSED: (reason) => `mspdi:${reason}`,
  TABLE_REFUSED: ofTable,
  CONTACTS_REFUSED: ofTable,
};
/** That it is no table says nothing to somebody who wanted to import cards. */
const ONLY_TABLES: ReadonlySet<string> = new Set(['BINARY', 'NO_TABLE']);

/** What is wrong with the file or the import, where, and what to do about it. */
export function failureText(t: T, error: unknown): string {
  // Keys that are put together from codes; tests of the catalogues prove that each has its text.
  const lookup = t as unknown as (key: string, args?: Args) => string;
  if (!isRefusal(error)) return t('errors:INTERNAL');
  const { code, args, reason } = error;
  const keyOf = REASONS[code];
  const closer = reason !== undefined && !(code === 'CONTACTS_REFUSED' && ONLY_TABLES.has(reason));
  return lookup(keyOf !== undefined && closer ? keyOf(reason) : `errors:${code}`, args);
}

/** Codes and places for a message to somebody who can help; contains nothing of the file. */
export function failureDetails(error: unknown): string {
  if (!isRefusal(error)) return String(error);
  const { line, column, path } = error.args;
  const place = [line, column, path].filter((part) => part !== undefined).join(':');
  return [error.code, error.reason, place, error.correlationId].filter(Boolean).join(' ');
}
