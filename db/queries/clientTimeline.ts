/** B3, demand 19: one history of all contact with a client. */
import type { Database } from 'better-sqlite3';
import {
  TIMELINE_KINDS,
  type TimelineFilter,
  type TimelineKind,
  type TimelineRow,
} from '#shared/ipc/channels/client.ts';
import { prepared } from '../engine/statements.ts';

const NAMES = 'p.name AS project, k.name AS contact, k.deleted_at IS NOT NULL AS contactGone';

/** Each source reads its records of one client, newest first, and says where its words stand. */
interface Source {
  readonly from: string;
  readonly at: string;
  readonly text: string;
  readonly detail: string;
  readonly status: string;
  readonly channel: string;
  readonly direction: string;
  readonly due: string;
  readonly done: string;
  readonly contact: string;
  readonly where: string;
}

const NOTHING = {
  detail: 'NULL',
  status: 'NULL',
  channel: 'NULL',
  direction: 'NULL',
  due: 'NULL',
  done: '0',
  contact: 'NULL',
  where: 'x.client_id = @client',
} as const;

const BY_PROJECT =
  'x.project_id IN (SELECT id FROM project WHERE client_id = @client AND deleted_at IS NULL)';

const SOURCES: Readonly<Record<TimelineKind, Source>> = {
  contact: {
    ...NOTHING,
    from: 'comm_log',
    at: 'x.happened_at',
    text: 'x.summary',
    detail: 'x.next_step',
    channel: 'x.channel',
    direction: 'x.direction',
    due: 'x.due_on',
    done: 'x.done_at IS NOT NULL',
    contact: 'x.contact_id',
  },
  meeting: {
    ...NOTHING,
    from: 'meeting',
    at: 'x.held_at',
    text: 'x.title',
    detail: 'x.client_opinion',
    status: 'x.status',
    channel: "CASE x.mode WHEN 'in_person' THEN 'meeting' ELSE x.mode END",
    done: "x.status <> 'planned'",
    where: `${BY_PROJECT} AND x.kind NOT IN ('internal', 'cross_department')`,
  },
  promise: {
    ...NOTHING,
    from: 'promise',
    at: 'x.made_on',
    text: 'x.text',
    detail: 'x.reason',
    status: 'x.status',
    due: 'x.due_on',
    done: "x.status IN ('kept', 'broken', 'withdrawn')",
    contact: 'x.contact_id',
  },
  feedback: {
    ...NOTHING,
    from: 'feedback',
    at: 'x.received_on',
    text: 'x.text',
    detail: 'x.measure',
    status: 'x.status',
    channel: 'x.channel',
    direction: "'in'",
    due: 'x.due_on',
    done: "x.status = 'closed'",
    contact: 'x.contact_id',
  },
  document: {
    ...NOTHING,
    from: 'document',
    at: 'x.issued_at',
    text: 'x.title',
    status: 'x.state',
    direction: "'out'",
    done: 'x.sent_at IS NOT NULL',
    where: "x.client_id = @client AND x.audience = 'client'",
  },
  // One whose sending stands in the log of contacts is there already.
  report: {
    ...NOTHING,
    from: 'report',
    at: 'coalesce(x.sent_at, x.draft_made_at)',
    text: 'x.title',
    status: 'x.state',
    channel: "'email'",
    direction: "'out'",
    done: 'x.sent_at IS NOT NULL',
    where: `${BY_PROJECT} AND x.state IN ('draft_made', 'sent')
      AND NOT EXISTS (SELECT 1 FROM comm_log l WHERE l.report_id = x.id AND l.deleted_at IS NULL)`,
  },
  care: {
    ...NOTHING,
    from: 'care_task',
    at: 'x.done_on',
    text: 'x.text',
    detail: 'x.result',
    direction: "'out'",
    done: '1',
    contact: 'x.contact_id',
    where: 'x.client_id = @client AND x.done_on IS NOT NULL',
  },
  survey: {
    ...NOTHING,
    from: 'survey_response',
    at: 'x.answered_on',
    text: "coalesce(x.comments, '')",
    status: 'CAST(x.overall AS TEXT)',
    direction: "'in'",
    contact: 'x.contact_id',
  },
  concern: {
    ...NOTHING,
    from: 'concern',
    at: 'coalesce(x.raised_on, substr(x.created_at, 1, 10))',
    text: 'x.text',
    detail: 'x.answer',
    status: 'x.status',
    direction: "'in'",
    done: "x.status <> 'open'",
    contact: 'x.contact_id',
  },
};

/** Columns that a source does not have cannot fit a filter on them. */
const fits = (column: string, name: string): string =>
  column === 'NULL' ? `@${name} IS NULL` : `(@${name} IS NULL OR ${column} = @${name})`;

function sqlOf(kind: TimelineKind): string {
  const s = SOURCES[kind];
  return `SELECT '${kind}' AS kind, x.id, ${s.at} AS at, ${s.text} AS text, ${s.detail} AS detail,
      ${s.status} AS status, ${s.channel} AS channel, ${s.direction} AS direction, ${s.due} AS dueOn,
      ${s.done} AS done, x.project_id AS projectId, ${s.contact} AS contactId, ${NAMES}
    FROM ${s.from} x LEFT JOIN project p ON p.id = x.project_id LEFT JOIN contact k ON k.id = ${s.contact}
    WHERE ${s.where} AND x.deleted_at IS NULL
      AND ${fits('x.project_id', 'project')} AND ${fits(s.contact, 'contact')} AND ${fits(s.channel, 'channel')}
      AND (@text IS NULL OR instr(lower(${s.text} || ' ' || coalesce(${s.detail}, '')), @text) > 0)
    ORDER BY ${s.at} DESC, x.id DESC LIMIT @limit`;
}

/** Statements of the timeline by kind. */
export const TIMELINE_SQL: Readonly<Record<TimelineKind, string>> = Object.fromEntries(
  TIMELINE_KINDS.map((kind) => [kind, sqlOf(kind)]),
) as Record<TimelineKind, string>;

type Stored = Omit<TimelineRow, 'done' | 'contactGone'> & {
  readonly done: 0 | 1 | null;
  readonly contactGone: 0 | 1 | null;
};

/** The newest rows of all kinds together; `at` of a document or report is an instant and becomes its local time. */
export function clientTimeline(
  db: Database,
  clientId: string,
  filter: TimelineFilter,
  limit: number,
  toLocal: (instant: string) => string,
): { readonly rows: TimelineRow[]; readonly more: boolean } {
  const args = {
    client: clientId,
    project: filter.projectId ?? null,
    contact: filter.contactId ?? null,
    channel: filter.channel ?? null,
    text: filter.text ? filter.text.toLowerCase() : null,
    // One more than is shown tells whether there is more.
    limit: limit + 1,
  };
  const rows = (filter.kinds ?? TIMELINE_KINDS).flatMap((kind) =>
    (prepared(db, TIMELINE_SQL[kind]).all(args) as Stored[]).map((row) => ({
      ...row,
      at: row.at.endsWith('Z') ? toLocal(row.at) : row.at,
      done: row.done === 1,
      contactGone: row.contactGone === 1,
    })),
  );
  rows.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}
