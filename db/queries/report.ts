/** What reports are made from, and the list of them. */
import type { Database } from 'better-sqlite3';
import type { ReportSource } from '#shared/domain/report/source.ts';
import { referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { ReportRow } from '#shared/ipc/channels/report.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { rowDecoder } from '../schema/codec.ts';
import { getRecord, listRecords } from './records.ts';

function decoded<T extends EntityType>(db: Database, type: T, sql: string, id: string): RecordOf<T>[] {
  const rows = prepared(db, sql).all(id) as Record<string, unknown>[];
  const decode = rowDecoder(entityOf(type));
  for (const row of rows) decode(row);
  return rows as unknown as RecordOf<T>[];
}

/** Rows of the baseline that the plan is measured against; none without one. */
function referenceRows(db: Database, projectId: string): RecordOf<'baseline_task'>[] {
  const reference = referenceBaseline(listRecords(db, 'baseline', { project_id: projectId }));
  return reference ? listRecords(db, 'baseline_task', { baseline_id: reference.id }) : [];
}

/** Everything a report of the project is composed from. @throws AppError NOT_FOUND */
export function reportSource(db: Database, projectId: string): ReportSource {
  const project = getRecord(db, 'project', projectId);
  const client = project && getRecord(db, 'client', project.client_id);
  if (!project || !client) throw new AppError('NOT_FOUND', { entity: 'project' });
  const own = { project_id: projectId };
  return {
    project,
    client,
    company: listRecords(db, 'company')[0] ?? null,
    contacts: listRecords(db, 'contact', { client_id: client.id }),
    tasks: listRecords(db, 'task', own),
    calendars: listRecords(db, 'calendar', own),
    baseline: referenceRows(db, projectId),
    risks: listRecords(db, 'risk', own),
    actions: decoded(
      db,
      'risk_action',
      `SELECT a.* FROM risk_action a JOIN risk r ON r.id = a.risk_id
       WHERE r.project_id = ? AND a.deleted_at IS NULL ORDER BY a.id`,
      projectId,
    ),
    issues: listRecords(db, 'issue', own),
    decisions: listRecords(db, 'decision', own),
    promises: listRecords(db, 'promise', own),
    expectations: listRecords(db, 'expectation', own),
    values: listRecords(db, 'value_statement', own),
    forecasts: listRecords(db, 'milestone_forecast', own),
  };
}

interface OverviewRow extends Omit<ReportRow, 'period'> {
  readonly period_from_on: string;
  readonly period_to_on: string;
}

/** Reports of one project or of all, the newest period first, without their long texts. */
export function reportOverview(db: Database, projectId: string | null): ReportRow[] {
  const rows = prepared(
    db,
    `SELECT r.id, r.project_id, p.name AS project_name, c.name AS client_name, r.no, r.title, r.language,
            r.period_from_on, r.period_to_on, r.state, r.frozen_at, r.sent_at, r.pdf_bytes
     FROM report r JOIN project p ON p.id = r.project_id JOIN client c ON c.id = p.client_id
     WHERE r.deleted_at IS NULL AND (? IS NULL OR r.project_id = ?)
     ORDER BY r.period_to_on DESC, r.no IS NOT NULL, r.no DESC, r.id DESC`,
  ).all(projectId, projectId) as OverviewRow[];
  return rows.map(({ period_from_on: from, period_to_on: to, ...row }) => ({ ...row, period: { from, to } }));
}

/** Number the next frozen report of the project gets; numbers are never given twice. */
export function nextReportNumber(db: Database, projectId: string): number {
  const sql = 'SELECT coalesce(max(no), 0) + 1 AS no FROM report WHERE project_id = ?';
  return (prepared(db, sql).get(projectId) as { no: number }).no;
}

/** What the client was sent last; null if nothing was. */
export function lastSentReport(
  db: Database,
  projectId: string,
): { readonly no: number; readonly snapshot: string } | null {
  const row = prepared(
    db,
    `SELECT no, snapshot FROM report WHERE project_id = ? AND state = 'sent' AND deleted_at IS NULL
     ORDER BY sent_at DESC, no DESC LIMIT 1`,
  ).get(projectId) as { no: number; snapshot: string } | undefined;
  return row ?? null;
}
