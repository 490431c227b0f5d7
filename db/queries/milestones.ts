/** Milestones: what is confirmed before them, and what was forecast for them. */
import type { Database } from 'better-sqlite3';
import { addDays } from '#shared/domain/deadline/dates.ts';
import { confirmationDue } from '#shared/domain/tracking/premilestone.ts';
import { prepared } from '../engine/statements.ts';
import { projectCalendars } from './plan.ts';

export interface MilestoneRow {
  readonly id: string;
  readonly name: string;
  readonly client_text: string | null;
  readonly finish_at: string;
  readonly actual_finish_at: string | null;
  readonly percent: number;
  readonly commitment: 'contract' | 'promise' | null;
  readonly promised_on: string | null;
  readonly client_visible: 0 | 1;
  readonly responsible: string | null;
  readonly deliverable: string | null;
  readonly expectation: string | null;
}

const COLUMNS = `x.id, x.name, x.client_text, x.finish_at, x.actual_finish_at, x.percent, x.commitment, x.promised_on,
  x.client_visible, x.responsible, x.deliverable, x.expectation`;
const IS_MILESTONE = `x.milestone = 1 AND x.active = 1 AND x.blank = 0 AND x.deleted_at IS NULL
  AND x.finish_at IS NOT NULL`;

/** Milestones with a date, by date. */
export function milestonesOf(db: Database, projectId: string): MilestoneRow[] {
  return prepared(
    db,
    `SELECT ${COLUMNS} FROM task x WHERE x.project_id = ? AND ${IS_MILESTONE} ORDER BY x.finish_at, x.id`,
  ).all(projectId) as MilestoneRow[];
}

/** G20: those whose expectation is confirmed before: what was promised, and what the client sees. */
export const needsCheck = (row: Pick<MilestoneRow, 'commitment' | 'client_visible'>): boolean =>
  row.commitment !== null || row.client_visible === 1;

export interface CheckRow {
  readonly id: string;
  readonly task_id: string;
  readonly milestone_on: string | null;
  readonly confirmed_on: string | null;
  readonly confirmed_by: string | null;
  readonly contact_id: string | null;
  readonly contact: string | null;
  readonly note: string | null;
}

/** The confirmation of each milestone, the newest if there are several. */
export function checksOf(db: Database, projectId: string): Map<string, CheckRow> {
  const rows = prepared(
    db,
    `SELECT x.id, x.task_id, x.milestone_on, x.confirmed_on, x.confirmed_by, x.contact_id, c.name AS contact, x.note
     FROM premilestone_check x LEFT JOIN contact c ON c.id = x.contact_id
     WHERE x.project_id = ? AND x.deleted_at IS NULL ORDER BY x.confirmed_on IS NOT NULL, x.confirmed_on, x.id`,
  ).all(projectId) as CheckRow[];
  return new Map(rows.map((row) => [row.task_id, row]));
}

/** A check that has not been made, over the projects that are not closed. */
export interface OpenCheck extends MilestoneRow {
  readonly project_id: string;
  readonly project: string;
  readonly client_id: string;
  readonly client: string;
  readonly due_on: string;
}

/** Milestones that still wait for their confirmation, by an index. Takes the last day and the limit. */
export const OPEN_CHECKS_SQL = `SELECT ${COLUMNS}, p.id AS project_id, p.name AS project, p.premilestone_days AS days,
    c.id AS client_id, c.name AS client
  FROM task x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
  WHERE ${IS_MILESTONE} AND x.finish_at < ? || 'T99' AND x.percent < 100
    AND (x.commitment IS NOT NULL OR x.client_visible = 1)
    AND p.deleted_at IS NULL AND p.stage <> 'closed'
    AND NOT EXISTS (SELECT 1 FROM premilestone_check k WHERE k.task_id = x.id AND k.confirmed_on IS NOT NULL
      AND k.deleted_at IS NULL)
  ORDER BY x.finish_at LIMIT ?`;

/** Longest time before a milestone that its check can be due: 250 working days of a five-day week, and holidays. */
const LEAD_DAYS = 400;

/** WF5: checks that are due until a day, by day. */
export function openChecks(db: Database, until: string, limit: number): OpenCheck[] {
  const longest = prepared(
    db,
    "SELECT max(premilestone_days) AS days FROM project WHERE deleted_at IS NULL AND stage <> 'closed'",
  ).get() as { days: number | null };
  // Weeks of three working days and six weeks of holidays: no check is due earlier than that before its milestone.
  const reach = Math.min(LEAD_DAYS, Math.ceil(((longest.days ?? 0) * 7) / 3) + 42);
  const rows = prepared(db, OPEN_CHECKS_SQL).all(addDays(until, reach), 5_000) as (OpenCheck & {
    readonly days: number;
  })[];
  const calendars = new Map<string, ReturnType<typeof projectCalendars>>();
  const due = rows.flatMap(({ days, ...row }) => {
    const known = calendars.get(row.project_id) ?? projectCalendars(db, row.project_id);
    calendars.set(row.project_id, known);
    const due_on = confirmationDue(known.of(null), row.finish_at.slice(0, 10), days);
    return due_on <= until ? [{ ...row, due_on }] : [];
  });
  return due.sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0)).slice(0, limit);
}

export interface ForecastRow {
  readonly task_id: string;
  readonly reported_on: string;
  readonly forecast_at: string;
  readonly label: string | null;
  readonly done: 0 | 1;
}

/** Recorded forecasts of a project by report date. */
export function forecastsOf(db: Database, projectId: string): ForecastRow[] {
  return prepared(
    db,
    `SELECT task_id, reported_on, forecast_at, label, done FROM milestone_forecast
     WHERE project_id = ? AND deleted_at IS NULL ORDER BY reported_on, id`,
  ).all(projectId) as ForecastRow[];
}
