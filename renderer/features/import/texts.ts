/** Words for what the importer says in codes. */
import type { Format, T } from '#renderer/i18n/index.ts';
import type { ImportReport, ImportWarning } from '#shared/ipc/channels/import.ts';

type Args = Readonly<Record<string, string | number>>;

/** Keys that are put together from codes; tests prove that every code has its text. */
const lookup = (t: T): ((key: string, args?: Args) => string) => t as unknown as (key: string) => string;

/** The reader names what has no row number by its kind, in English: `Resource Crane`. */
function placeText(t: T, place: string): string {
  const [, kind, rest = ''] = /^(Resource|Assignment)( .*|$)/s.exec(place) ?? [];
  if (kind === undefined) return place;
  return (kind === 'Resource' ? t('import:resource') : t('import:assignment')) + rest;
}

export function warningText(t: T, warning: ImportWarning): string {
  const { place } = warning.args;
  const args = typeof place === 'string' ? { ...warning.args, place: placeText(t, place) } : warning.args;
  return lookup(t)(`mspdi:${warning.code}`, args);
}

/** Why a finish does not follow from the start and the duration. */
export function reasonText(t: T, reason: string): string {
  return lookup(t)(`import:reason.${reason}`);
}

/** The program that wrote the file, as people call it. */
export function producerText(t: T, producer: string): string {
  return lookup(t)(`import:producer.${producer}`);
}

/** A wall-clock `YYYY-MM-DDTHH:MM:SS` as people read it; null stays a dash. */
export function momentText(format: Format, local: string | null): string {
  return local === null ? '—' : `${format.date(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

export interface WarningGroup {
  readonly code: string;
  /** How many there are in all; at most 100 of them are listed. */
  readonly count: number;
  readonly listed: readonly ImportWarning[];
}

/** Remarks of one kind together, the most frequent kind last: single remarks are the ones to look at. */
export function groupWarnings(report: Pick<ImportReport, 'warnings' | 'warningCounts'>): WarningGroup[] {
  const groups = new Map<string, ImportWarning[]>();
  for (const warning of report.warnings) {
    const group = groups.get(warning.code);
    if (group) group.push(warning);
    else groups.set(warning.code, [warning]);
  }
  return [...groups]
    .map(([code, listed]) => ({ code, listed, count: report.warningCounts[code] ?? listed.length }))
    .sort((a, b) => a.count - b.count);
}
