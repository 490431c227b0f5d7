/** O3, O4: what is open in a project on the day of a meeting. */
import type { Database } from 'better-sqlite3';
import type {
  AgendaPart,
  AgendaPeriod,
  AgendaSource,
  AgendaSources,
} from '#shared/domain/communication/agenda.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import type { Days } from './days.ts';
import { untoldOf } from './untold.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due_on: string | null;
  readonly client_visible: 0 | 1;
  readonly client_text: string | null;
}

/** A leaf of the plan that counts. */
const LEAF = `x.project_id = @project AND x.blank = 0 AND x.active = 1 AND x.deleted_at IS NULL AND x.name <> ''
  AND NOT EXISTS (SELECT 1 FROM task k WHERE k.parent_id = x.id AND k.deleted_at IS NULL)`;
const TASK = 'x.id, x.name AS text, x.responsible AS owner, x.client_visible, x.client_text';

const SQL: Readonly<Record<Exclude<AgendaPart, 'untold'>, string>> = {
  lastActions: `SELECT x.id, x.text, x.owner, x.due_on, x.client_visible, x.client_text
    FROM meeting m JOIN meeting_item x ON x.meeting_id = m.id
    WHERE m.project_id = @project AND m.id <> @meeting AND m.status <> 'planned' AND m.deleted_at IS NULL
      AND x.kind = 'action' AND x.done_on IS NULL AND x.deleted_at IS NULL
    ORDER BY x.due_on IS NULL, x.due_on, m.held_at`,
  done: `SELECT ${TASK}, substr(x.actual_finish_at, 1, 10) AS due_on FROM task x WHERE ${LEAF} AND x.percent = 100
      AND coalesce(x.actual_finish_at, x.finish_at) >= @from AND coalesce(x.actual_finish_at, x.finish_at) < @on || 'T99'
    ORDER BY coalesce(x.actual_finish_at, x.finish_at)`,
  challenges: `SELECT ${TASK}, substr(x.finish_at, 1, 10) AS due_on FROM task x WHERE ${LEAF} AND x.percent < 100
      AND x.finish_at < @on ORDER BY x.finish_at`,
  issues: `SELECT x.id, x.title AS text, x.owner, x.due_on, x.client_visible, x.client_text FROM issue x
    WHERE x.project_id = @project AND x.status NOT IN ('solved', 'confirmed') AND x.deleted_at IS NULL
    ORDER BY x.severity = 'high' DESC, x.due_on IS NULL, x.due_on, x.no`,
  risks: `SELECT x.id, x.title AS text, x.owner, x.review_on AS due_on, x.client_visible, x.client_text FROM risk x
    WHERE x.project_id = @project AND x.status <> 'closed' AND x.probability * x.impact >= 10 AND x.deleted_at IS NULL
    ORDER BY x.probability * x.impact DESC, x.no`,
  decisions: `SELECT x.id, x.question AS text, NULL AS owner, x.needed_on AS due_on, x.client_visible,
      NULL AS client_text FROM decision x
    WHERE x.project_id = @project AND x.status = 'open' AND x.deleted_at IS NULL
    ORDER BY x.needed_on IS NULL, x.needed_on, x.no`,
  promises: `SELECT x.id, x.text, x.owner, x.due_on, x.client_visible, x.client_text FROM promise x
    WHERE x.project_id = @project AND x.status IN ('made', 'renegotiated') AND x.due_on <= @to
      AND x.deleted_at IS NULL ORDER BY x.due_on, x.no`,
  next: `SELECT ${TASK}, substr(x.finish_at, 1, 10) AS due_on FROM task x WHERE ${LEAF} AND x.percent < 100
      AND x.start_at < @to || 'T99' AND x.finish_at >= @on ORDER BY x.start_at`,
  expectations: `SELECT x.id, x.text, x.owner, x.key_date_on AS due_on, x.client_visible, x.client_text
    FROM expectation x
    WHERE x.project_id = @project AND x.status NOT IN ('realised', 'not_realised') AND x.deleted_at IS NULL
    ORDER BY x.weight DESC, x.no`,
  support: `SELECT x.id, x.text, x.owner, x.due_on, 0 AS client_visible, NULL AS client_text
    FROM meeting m JOIN meeting_item x ON x.meeting_id = m.id
    WHERE m.project_id = @project AND m.id <> @meeting AND m.deleted_at IS NULL
      AND x.kind = 'support' AND x.done_on IS NULL AND x.deleted_at IS NULL ORDER BY m.held_at`,
};

export interface AgendaDay extends Days {
  readonly period: AgendaPeriod;
}

const sourceOf = ({ client_visible, ...row }: Row): AgendaSource => ({
  ...row,
  client_visible: client_visible === 1,
});

/** Open items by part of the agenda; a decision has no words of its own for the client, its question is for him. */
export function agendaSources(db: Database, meeting: RecordOf<'meeting'>, day: AgendaDay): AgendaSources {
  const { from, on, to } = day.period;
  const values = { project: meeting.project_id, meeting: meeting.id, from, on, to };
  const read = (sql: string): AgendaSource[] => {
    const used = Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)));
    return (prepared(db, sql).all(used) as Row[]).map(sourceOf);
  };
  const untold = untoldOf(db, meeting.project_id, day.dayOf).map((row) => ({
    id: row.id,
    text: row.title,
    owner: null,
    due_on: row.to_on,
    client_visible: true,
    client_text: row.client_text,
  }));
  const parts = Object.entries(SQL).map(([part, sql]) => [part, read(sql)] as const);
  return { ...(Object.fromEntries(parts) as unknown as AgendaSources), untold };
}
