/** W1, I9: which abnormal deviations open a record of their own. */
import type { RowProgress } from './progress.ts';

export interface AlarmRow extends Pick<RowProgress, 'planned' | 'actual' | 'value' | 'abnormal'> {
  readonly id: string;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly summary: boolean;
}

/** Records that one commit opens for rows nobody has just spoken of; the others still show in the table. */
export const MAX_PHASE_ALARMS = 20;

/**
 * Rows that get a record. A person who records progress hears about that task and all summaries above it; a new
 * status date speaks about the phases (the outermost rows). A row whose last record is not closed is left alone:
 * an alarm rings once. The worst come first.
 * @param recorded rows whose progress was just recorded, with the rows above them
 * @param open rows that have a record which is not closed
 */
export function alarmsToOpen<R extends AlarmRow>(
  rows: readonly R[],
  recorded: ReadonlySet<string>,
  open: ReadonlySet<string>,
): R[] {
  const due = rows.filter((row) => row.abnormal && !open.has(row.id));
  const size = (row: AlarmRow): number => Math.abs(row.value ?? 0);
  const worst = (a: R, b: R): number => size(b) - size(a);
  const spoken = due.filter((row) => recorded.has(row.id)).sort(worst);
  const phases = due.filter((row) => row.depth === 1 && !recorded.has(row.id)).sort(worst);
  return [...spoken, ...phases.slice(0, MAX_PHASE_ALARMS)];
}
