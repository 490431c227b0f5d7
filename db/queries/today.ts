/** What is due over all projects. Every statement reads by an index; `today.test.ts` asks SQLite for its plan. */
import type { Database } from 'better-sqlite3';
import type { Frequency } from '#shared/domain/communication/frequency.ts';
import { type ContactDemand, lastContact } from '#shared/domain/communication/lastContact.ts';
import { HORIZON_DAYS } from '#shared/domain/deadline/bucket.ts';
import { addDays } from '#shared/domain/deadline/dates.ts';
import { TODAY_KIND_LIMIT as KIND_LIMIT, type TodayKind, type TodayRow } from '#shared/ipc/channels/today.ts';
import { prepared } from '../engine/statements.ts';
import type { Days } from './days.ts';
import { openChecks } from './milestones.ts';
import { LAST_REPORT_SQL, type ReportRhythm, reportDueOn } from './reportDue.ts';
import { CLIENT_TODAY_SQL } from './today/client.ts';
import { COMMUNICATION_SQL } from './today/communication.ts';
import { CONTRACT_TODAY_SQL } from './today/contract.ts';
import { SIGNING_TODAY_SQL } from './today/signing.ts';

const PLACE = 'c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project';
const LIVE_PROJECT = "p.deleted_at IS NULL AND p.stage <> 'closed'";

/** Statements of what has a due date of its own. Each takes the last day and the limit. */
export const TODAY_SQL: Readonly<Partial<Record<TodayKind, string>>> = {
  ...CLIENT_TODAY_SQL,
  ...CONTRACT_TODAY_SQL,
  ...SIGNING_TODAY_SQL,
  next_step: `SELECT x.id, x.id AS open_id, x.next_step AS title, x.due_on, ${PLACE}
    FROM comm_log x JOIN client c ON c.id = x.client_id LEFT JOIN project p ON p.id = x.project_id
    WHERE x.done_at IS NULL AND x.due_on <= ? AND x.deleted_at IS NULL AND x.next_step IS NOT NULL
    ORDER BY x.due_on LIMIT ?`,
  milestone: `SELECT x.id, x.id AS open_id, x.name AS title, substr(x.finish_at, 1, 10) AS due_on, ${PLACE}
    FROM task x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.milestone = 1 AND x.finish_at < ? || 'T99' AND x.percent < 100
      AND x.active = 1 AND x.blank = 0 AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.finish_at LIMIT ?`,
  risk_review: `SELECT x.id, x.id AS open_id, x.title, x.review_on AS due_on, ${PLACE}
    FROM risk x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.review_on <= ? AND x.status NOT IN ('closed', 'occurred') AND x.deleted_at IS NULL
      AND ${LIVE_PROJECT}
    ORDER BY x.review_on LIMIT ?`,
  risk_action: `SELECT x.id, r.id AS open_id, x.text AS title, x.due_on, ${PLACE}
    FROM risk_action x JOIN risk r ON r.id = x.risk_id
      JOIN project p ON p.id = r.project_id JOIN client c ON c.id = p.client_id
    WHERE x.status = 'open' AND x.due_on <= ? AND x.deleted_at IS NULL
      AND r.deleted_at IS NULL AND r.status <> 'closed' AND ${LIVE_PROJECT}
    ORDER BY x.due_on LIMIT ?`,
  issue: `SELECT x.id, x.id AS open_id, x.title, x.due_on, ${PLACE}
    FROM issue x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.due_on <= ? AND x.status NOT IN ('solved', 'confirmed') AND x.deleted_at IS NULL
      AND ${LIVE_PROJECT}
    ORDER BY x.due_on LIMIT ?`,
  // G4
  rectification: `SELECT x.id, x.id AS open_id, x.text AS title, x.due_on, ${PLACE}
    FROM rectification x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.done_on IS NULL AND x.due_on <= ? AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.due_on LIMIT ?`,
  deviation: `SELECT x.id, x.id AS open_id, x.title, coalesce(x.due_on, x.opened_on) AS due_on, ${PLACE}
    FROM deviation x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.status IN ('open', 'handling') AND coalesce(x.due_on, x.opened_on) <= ? AND x.deleted_at IS NULL
      AND ${LIVE_PROJECT}
    ORDER BY due_on LIMIT ?`,
  decision: `SELECT x.id, x.id AS open_id, x.question AS title, x.needed_on AS due_on, ${PLACE}
    FROM decision x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.needed_on <= ? AND x.status = 'open' AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.needed_on LIMIT ?`,
  // J3: a need without a date of its own is due when its task starts.
  need: `WITH asked(until, most) AS (SELECT ?, ?)
    SELECT x.id, x.id AS open_id, x.name AS title, x.needed_on AS due_on, ${PLACE}
    FROM asked CROSS JOIN material_need x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.needed_on <= until AND x.status IN ('planned', 'ordered') AND x.deleted_at IS NULL
      AND ${LIVE_PROJECT}
    UNION ALL
    SELECT x.id, x.id AS open_id, x.name AS title, substr(t.start_at, 1, 10) AS due_on, ${PLACE}
    FROM asked CROSS JOIN material_need x JOIN task t ON t.id = x.task_id
      JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.needed_on IS NULL AND t.start_at < until || 'T99' AND x.status IN ('planned', 'ordered')
      AND x.deleted_at IS NULL AND t.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY due_on LIMIT (SELECT most FROM asked)`,
  ...COMMUNICATION_SQL,
};

/** Projects whose client may wait for a report, each with its last one that left. */
export const REPORTS_SQL = `SELECT p.id, p.report_frequency, p.report_weekday, p.start_on, p.created_at, ${PLACE},
    ${LAST_REPORT_SQL} AS last_report_at
  FROM project p JOIN client c ON c.id = p.client_id
  WHERE ${LIVE_PROJECT} AND p.report_frequency <> 'none'`;

/** Clients with a live project, what these ask for, and the last contact. */
export const CONTACTS_SQL = `SELECT c.id, c.name AS client, group_concat(DISTINCT p.stage || ':' || coalesce(
      (SELECT group_concat(i.frequency, '+') FROM comm_plan_item i WHERE i.project_id = p.id AND i.active = 1
        AND i.audience_kind = 'client' AND (i.stage IS NULL OR i.stage = p.stage) AND i.deleted_at IS NULL), '')
    ) AS demands,
    min(p.created_at) AS since,
    (SELECT x.happened_at FROM comm_log x WHERE x.client_id = c.id AND x.deleted_at IS NULL
      ORDER BY x.happened_at DESC LIMIT 1) AS last_at
  FROM client c JOIN project p ON p.client_id = c.id
  WHERE c.deleted_at IS NULL AND ${LIVE_PROJECT}
  GROUP BY c.id`;

interface ReportRow extends ReportRhythm, Pick<TodayRow, 'client_id' | 'client' | 'project_id' | 'project'> {
  readonly id: string;
}

interface ContactRow {
  readonly id: string;
  readonly client: string;
  /** `execution:weekly+event,warranty:` */
  readonly demands: string;
  readonly since: string;
  readonly last_at: string | null;
}

function reportsDue(db: Database, ctx: Days, until: string): TodayRow[] {
  const rows = prepared(db, REPORTS_SQL).all() as ReportRow[];
  return rows.flatMap((row) => {
    const due = reportDueOn(row, ctx);
    if (due === null || due > until) return [];
    const { client_id, client, project_id, project } = row;
    return [
      {
        kind: 'report' as const,
        id: row.id,
        open_id: row.id,
        title: '',
        due_on: due,
        client_id,
        client,
        project_id,
        project,
      },
    ];
  });
}

function demandsOf(text: string): ContactDemand[] {
  return text.split(',').map((one) => {
    const [stage, frequencies = ''] = one.split(':');
    return {
      stage: stage as ContactDemand['stage'],
      frequencies: frequencies.split('+').filter((name) => name !== '') as Frequency[],
    };
  });
}

/** WF3, WF4: clients who have not heard from us for too long; they appear on the day it becomes too long. */
function contactsDue(db: Database, ctx: Days): TodayRow[] {
  const rows = prepared(db, CONTACTS_SQL).all() as ContactRow[];
  return rows.flatMap((row) => {
    const last = row.last_at?.slice(0, 10) ?? ctx.dayOf(row.since);
    const due = lastContact(demandsOf(row.demands), last, ctx.today).due_on;
    if (due === null || due > ctx.today) return [];
    return [
      {
        kind: 'contact' as const,
        id: row.id,
        open_id: row.id,
        title: row.client,
        due_on: due,
        client_id: row.id,
        client: row.client,
        project_id: null,
        project: null,
      },
    ];
  });
}

/** G20: milestones whose expectation waits to be confirmed. */
function checksDue(db: Database, until: string): TodayRow[] {
  return openChecks(db, until, KIND_LIMIT + 1).map((row) => ({
    kind: 'premilestone' as const,
    id: row.id,
    open_id: row.id,
    title: row.name,
    due_on: row.due_on,
    client_id: row.client_id,
    client: row.client,
    project_id: row.project_id,
    project: row.project,
  }));
}

export const byDay = (a: TodayRow, b: TodayRow): number =>
  a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0;

/** Everything overdue or due within the horizon, by day. */
export function dueRows(db: Database, ctx: Days): { rows: TodayRow[]; cut: TodayKind[] } {
  const until = addDays(ctx.today, HORIZON_DAYS);
  const rows: TodayRow[] = [];
  const cut: TodayKind[] = [];
  const take = (kind: TodayKind, found: readonly TodayRow[]): void => {
    if (found.length > KIND_LIMIT) cut.push(kind);
    rows.push(...found.slice(0, KIND_LIMIT));
  };
  for (const [kind, sql] of Object.entries(TODAY_SQL) as [TodayKind, string][]) {
    const found = prepared(db, sql).all(until, KIND_LIMIT + 1) as Omit<TodayRow, 'kind'>[];
    take(
      kind,
      found.map((row) => ({ kind, ...row })),
    );
  }
  take('premilestone', checksDue(db, until));
  take('report', reportsDue(db, ctx, until).sort(byDay));
  take('contact', contactsDue(db, ctx).sort(byDay));
  return { rows: rows.sort(byDay), cut };
}
