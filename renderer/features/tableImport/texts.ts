/** Words for what the reader of tables says in codes. */
import type { Format, T } from '#renderer/i18n/index.ts';
import type { TableProblem, TableReading } from '#shared/ipc/channels/table.ts';

export const problemText = (t: T, { code, text }: TableProblem): string =>
  t(`tableImport:problem.${code}`, { text });

/** `2026-03-05`, or with the time that is written beside it. */
const momentText = (at: string, format: Format): string =>
  at.length === 10 ? format.date(at) : `${format.date(at.slice(0, 10))} ${at.slice(11, 16)}`;

/** What a cell was read as, in the words of the user. */
export function readingText(t: T, format: Format, { kind, value }: TableReading): string {
  if (kind === 'unread') return t('tableImport:unread');
  if (kind === 'undecided' || value === null) return t('tableImport:undecided');
  if (kind === 'date') return momentText(String(value), format);
  if (kind === 'percent') return format.percent(Number(value) / 100, 2);
  if (kind === 'money') return format.number(Number(value) / 100, 2);
  if (kind === 'yesNo') return value === true ? t('tableImport:yes') : t('tableImport:no');
  return String(value);
}
