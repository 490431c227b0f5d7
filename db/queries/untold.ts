/** O14: what the client should know and has not been told, or not since it changed. */
import type { Database } from 'better-sqlite3';
import { CLIENT_FACING, dateShift, untoldReason } from '#shared/domain/communication/untold.ts';
import { snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { UntoldRow } from '#shared/ipc/channels/communication.ts';
import { prepared } from '../engine/statements.ts';
import { checksOf, milestonesOf } from './milestones.ts';
import { baselineRows, baselinesOf } from './tracking.ts';

type Entity = keyof typeof CLIENT_FACING;

interface Candidate {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly client_text: string | null;
  readonly informed_on: string | null;
  readonly informed_at: string | null;
  /** Whether he has to be told although nobody ever did. */
  readonly pending: 0 | 1;
}

const CANDIDATES: Readonly<Record<Entity, string>> = {
  risk: `SELECT id, no, title, client_text, client_informed_on AS informed_on, client_informed_at AS informed_at, status <> 'closed' AS pending
    FROM risk WHERE project_id = ? AND client_visible = 1 AND deleted_at IS NULL ORDER BY no`,
  issue: `SELECT id, no, title, client_text, client_informed_on AS informed_on, client_informed_at AS informed_at, status <> 'confirmed' AS pending
    FROM issue WHERE project_id = ? AND client_visible = 1 AND deleted_at IS NULL ORDER BY no`,
  decision: `SELECT id, no, question AS title, NULL AS client_text, client_informed_on AS informed_on, client_informed_at AS informed_at,
      status = 'open' AS pending
    FROM decision WHERE project_id = ? AND client_visible = 1 AND status = 'open' AND deleted_at IS NULL ORDER BY no`,
};

/** Instant of the last change of one of the registers, leaving the creation of the record aside. */
function lastChange(db: Database, id: string, registers: readonly string[]): string | null {
  const marks = registers.map(() => '?').join(', ');
  const row = prepared(
    db,
    `SELECT t.at FROM change c JOIN txn t ON t.seq = c.txn_seq
     WHERE c.id = ? AND c.register IN (${marks}) ORDER BY t.seq DESC LIMIT 1`,
  ).get(id, ...registers) as { at: string } | undefined;
  return row?.at ?? null;
}

const NO_DATE = { from_on: null, to_on: null, days: null } as const;

function recordsUntold(
  db: Database,
  projectId: string,
  kind: Entity,
  dayOf: (instant: string) => string,
): UntoldRow[] {
  const rows = prepared(db, CANDIDATES[kind]).all(projectId) as Candidate[];
  return rows.flatMap(({ id, no, title, client_text, informed_on, informed_at, pending }) => {
    const changed = informed_on === null ? null : lastChange(db, id, CLIENT_FACING[kind]);
    const changed_on = changed && dayOf(changed);
    const changed_after = changed !== null && changed > (informed_at ?? '');
    const reason = untoldReason({ informed_on, changed_on, changed_after });
    if (reason === null || (reason === 'never' && pending === 0)) return [];
    return [{ kind, id, no, title, client_text, reason, informed_on, changed_on, ...NO_DATE }];
  });
}

/** A day the client was told for a milestone, and when. */
interface Said {
  readonly on: string;
  readonly day: string;
}

/** What the last report that left says about milestones. A snapshot of another version says nothing. */
function saidByReport(
  db: Database,
  projectId: string,
  dayOf: (instant: string) => string,
): Map<string, Said> {
  const row = prepared(
    db,
    `SELECT snapshot, coalesce(sent_at, draft_made_at) AS at FROM report
     WHERE project_id = ? AND state IN ('draft_made', 'sent') AND snapshot IS NOT NULL AND deleted_at IS NULL
     ORDER BY no DESC LIMIT 1`,
  ).get(projectId) as { snapshot: string; at: string | null } | undefined;
  const out = new Map<string, Said>();
  if (!row || row.at === null) return out;
  const read = snapshotSchema.safeParse(JSON.parse(row.snapshot));
  if (!read.success || read.data.hidden.includes('milestones')) return out;
  for (const { id, actual_on, forecast_on, planned_on } of read.data.milestones) {
    const day = actual_on ?? forecast_on ?? planned_on;
    if (day !== null) out.set(id, { on: dayOf(row.at), day });
  }
  return out;
}

function agreedDays(db: Database, projectId: string): Map<string, Said> {
  const out = new Map<string, Said>();
  const reference = referenceBaseline(baselinesOf(db, projectId));
  if (!reference) return out;
  for (const { task_id, finish_at } of baselineRows(db, reference.id))
    if (finish_at !== null) out.set(task_id, { on: '', day: finish_at.slice(0, 10) });
  return out;
}

/** Notices of delay that were sent, and days marked as told by hand. */
function saidOtherwise(db: Database, projectId: string): { task_id: string; on: string; day: string }[] {
  return prepared(
    db,
    `SELECT task_id, sent_on AS "on", recovery_on AS day FROM delay_notice
     WHERE project_id = ? AND status = 'sent' AND task_id IS NOT NULL AND sent_on IS NOT NULL
       AND recovery_on IS NOT NULL AND deleted_at IS NULL
     UNION ALL
     SELECT task_id, reported_on, substr(forecast_at, 1, 10) FROM milestone_forecast
     WHERE project_id = ? AND told = 1 AND deleted_at IS NULL`,
  ).all(projectId, projectId) as { task_id: string; on: string; day: string }[];
}

function datesUntold(db: Database, projectId: string, dayOf: (instant: string) => string): UntoldRow[] {
  const said = agreedDays(db, projectId);
  const take = (id: string, entry: Said): void => {
    const known = said.get(id);
    if (!known || known.on <= entry.on) said.set(id, entry);
  };
  for (const [id, entry] of saidByReport(db, projectId, dayOf)) take(id, entry);
  for (const [id, { confirmed_on, milestone_on }] of checksOf(db, projectId))
    if (confirmed_on !== null && milestone_on !== null) take(id, { on: confirmed_on, day: milestone_on });
  for (const { task_id, on, day } of saidOtherwise(db, projectId)) take(task_id, { on, day });
  return milestonesOf(db, projectId)
    .filter(({ client_visible }) => client_visible === 1)
    .flatMap((row) => {
      const known = said.get(row.id);
      const to_on = row.finish_at.slice(0, 10);
      const days = dateShift({ now_on: to_on, told_on: known?.day ?? null, done: row.percent >= 100 });
      if (days === null || !known) return [];
      const { id, name: title, client_text } = row;
      const informed_on = known.on || null;
      const base = { kind: 'date' as const, id, no: null, title, client_text, informed_on, changed_on: null };
      return [{ ...base, reason: 'changed' as const, from_on: known.day, to_on, days }];
    });
}

/** Everything the client should know and does not. @param dayOf calendar day of an instant where the user is */
export function untoldOf(db: Database, projectId: string, dayOf: (instant: string) => string): UntoldRow[] {
  const kinds = ['risk', 'issue', 'decision'] as const;
  return [
    ...datesUntold(db, projectId, dayOf),
    ...kinds.flatMap((kind) => recordsUntold(db, projectId, kind, dayOf)),
  ];
}
