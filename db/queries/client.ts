/** One page about a client. Every statement reads by an index; `client.test.ts` asks SQLite for its plan. */
import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { isCareStage, planCare } from '#shared/domain/client/care.ts';
import { type Channel, type Severity, suggestChannel, type Tier } from '#shared/domain/client/channel.ts';
import { satisfactionOf } from '#shared/domain/client/satisfaction.ts';
import type { ClientHabits, ClientOverview, clientChannels } from '#shared/ipc/channels/client.ts';
import { prepared } from '../engine/statements.ts';

/** Statements of the page; each takes the client. */
export const CLIENT_SQL = {
  client: 'SELECT tier FROM client WHERE id = @client AND deleted_at IS NULL',
  projects: `SELECT coalesce(sum(stage NOT IN ('warranty', 'closed')), 0) AS open,
      coalesce(sum(stage = 'warranty'), 0) AS warranty, coalesce(sum(stage = 'closed'), 0) AS closed,
      min(coalesce(start_on, substr(created_at, 1, 10))) AS firstOn
    FROM project WHERE client_id = @client AND deleted_at IS NULL`,
  preferred: `SELECT preferred_channel FROM contact
    WHERE client_id = @client AND deleted_at IS NULL AND preferred_channel IS NOT NULL
    ORDER BY decision_role = 'decision_maker' DESC, id LIMIT 1`,
  matter: `SELECT i.id, i.title, i.severity, i.project_id AS projectId FROM project p CROSS JOIN issue i ON i.project_id = p.id
    WHERE p.client_id = @client AND p.deleted_at IS NULL AND i.deleted_at IS NULL
      AND i.status NOT IN ('solved', 'confirmed')
    ORDER BY CASE i.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, i.due_on IS NULL, i.due_on, i.id LIMIT 1`,
  feedback: `SELECT coalesce(sum(status <> 'closed'), 0) AS open,
      coalesce(sum(sort IS NULL AND status = 'received'), 0) AS untriaged,
      coalesce(sum(sort = 'complaint' AND status <> 'closed'), 0) AS complaints
    FROM feedback WHERE client_id = @client AND deleted_at IS NULL`,
  concerns: `SELECT count(*) AS open FROM concern
    WHERE client_id = @client AND deleted_at IS NULL AND status = 'open'`,
  care: `SELECT count(*) AS open, coalesce(sum(due_on < @today), 0) AS overdue FROM care_task
    WHERE client_id = @client AND deleted_at IS NULL AND done_on IS NULL`,
  nextCare: `SELECT id, text, due_on AS "on" FROM care_task
    WHERE client_id = @client AND deleted_at IS NULL AND done_on IS NULL AND due_on IS NOT NULL
    ORDER BY due_on, id LIMIT 1`,
  strategy: `SELECT min(review_on) AS review FROM client_strategy WHERE client_id = @client AND deleted_at IS NULL`,
  finished: `SELECT p.id, p.name, p.stage, p.finish_on,
      (SELECT min(c.warranty_start_on) FROM contract c WHERE c.project_id = p.id AND c.deleted_at IS NULL
        AND c.direction = 'upstream') AS warranty_start_on,
      (SELECT max(c.warranty_end_on) FROM contract c WHERE c.project_id = p.id AND c.deleted_at IS NULL
        AND c.direction = 'upstream') AS warranty_end_on
    FROM project p WHERE p.client_id = @client AND p.deleted_at IS NULL AND p.stage IN ('warranty', 'closed')
    ORDER BY p.name, p.id`,
  touched: `SELECT project_id, standard FROM care_task
    WHERE client_id = @client AND deleted_at IS NULL AND standard IS NOT NULL`,
  answers: `SELECT s.id, s.answered_on AS "on", s.overall, s.deliverable, s.service, p.name AS project
    FROM survey_response s LEFT JOIN project p ON p.id = s.project_id
    WHERE s.client_id = @client AND s.deleted_at IS NULL ORDER BY s.answered_on, s.id`,
  referrals: `SELECT count(*) AS made, coalesce(sum(outcome = 'won'), 0) AS won FROM referral
    WHERE client_id = @client AND deleted_at IS NULL`,
  referredBy: `SELECT c.id, c.name FROM referral r JOIN client c ON c.id = r.client_id
    WHERE r.to_client_id = @client AND r.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY r.referred_on IS NULL, r.referred_on, r.id LIMIT 1`,
} as const;

type Name = keyof typeof CLIENT_SQL;

interface Finished {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly finish_on: string | null;
  readonly warranty_start_on: string | null;
  readonly warranty_end_on: string | null;
}

/** Touch points that a finished project still lacks. */
export function missingTouches(project: Finished, planned: ReadonlySet<string>, today: string) {
  const { stage, warranty_start_on, warranty_end_on, finish_on } = project;
  if (!isCareStage(stage)) return [];
  const from_on = (stage === 'warranty' ? warranty_start_on : warranty_end_on) ?? finish_on ?? today;
  return planCare({ stage, from_on, warranty_end_on }, today).filter(({ point }) => !planned.has(point));
}

export function readFinished(db: Database, clientId: string): Finished[] {
  return prepared(db, CLIENT_SQL.finished).all({ client: clientId }) as Finished[];
}

/** Standard touch points that are planned or done, by project. */
export function plannedTouches(db: Database, clientId: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = prepared(db, CLIENT_SQL.touched).all({ client: clientId }) as {
    project_id: string | null;
    standard: string;
  }[];
  const out = new Map<string, Set<string>>();
  for (const { project_id, standard } of rows) {
    if (project_id === null) continue;
    const points = out.get(project_id) ?? new Set();
    out.set(project_id, points.add(standard));
  }
  return out;
}

interface Matter {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly projectId: string;
}

/** The page, or null if there is no such client. `today` is `YYYY-MM-DD`. */
export function clientOverview(db: Database, clientId: string, today: string): ClientOverview | null {
  const one = <Row>(name: Name): Row | undefined => {
    const sql = CLIENT_SQL[name];
    return prepared(db, sql).get(
      sql.includes('@today') ? { client: clientId, today } : { client: clientId },
    ) as Row | undefined;
  };
  const client = one<{ tier: Tier }>('client');
  if (!client) return null;
  const matter = one<Matter>('matter');
  const preferred = one<{ preferred_channel: Channel }>('preferred')?.preferred_channel ?? null;
  const answers = prepared(db, CLIENT_SQL.answers).all({
    client: clientId,
  }) as ClientOverview['satisfaction']['answers'];
  const projects = one<ClientOverview['projects']>('projects');
  const total = (projects?.open ?? 0) + (projects?.warranty ?? 0) + (projects?.closed ?? 0);
  const care = one<{ open: number; overdue: number }>('care');
  const referrals = one<{ made: number; won: number }>('referrals');
  const planned = plannedTouches(db, clientId);
  return {
    today,
    projects: projects ?? { open: 0, warranty: 0, closed: 0, firstOn: null },
    suggestion: {
      ...suggestChannel(client.tier, matter?.severity ?? null, preferred),
      matter: matter ? { id: matter.id, title: matter.title, projectId: matter.projectId } : null,
    },
    feedback: one<ClientOverview['feedback']>('feedback') ?? { open: 0, untriaged: 0, complaints: 0 },
    concerns: one<{ open: number }>('concerns')?.open ?? 0,
    care: {
      open: care?.open ?? 0,
      overdue: care?.overdue ?? 0,
      next: one<{ id: string; text: string; on: string }>('nextCare') ?? null,
    },
    strategyReviewOn: one<{ review: string | null }>('strategy')?.review ?? null,
    unplanned: readFinished(db, clientId).flatMap((project) => {
      const points = missingTouches(project, planned.get(project.id) ?? new Set(), today).length;
      return points === 0 ? [] : [{ id: project.id, name: project.name, points }];
    }),
    satisfaction: { answers, ...satisfactionOf(answers) },
    repeat: {
      count: Math.max(0, total - 1),
      referralsMade: referrals?.made ?? 0,
      referralsWon: referrals?.won ?? 0,
      referredBy: one<{ id: string; name: string }>('referredBy') ?? null,
    },
  };
}

/** B6: statements of the habits; each takes the client. */
export const HABITS_SQL = {
  bought: `SELECT kind, currency, count(*) AS projects, coalesce(sum(minor), 0) AS contractMinor FROM (
      SELECT p.kind, p.currency, coalesce(
        (SELECT sum(c.total_minor) FROM contract c WHERE c.project_id = p.id AND c.deleted_at IS NULL
          AND c.direction = 'upstream' AND c.status IN ('signed', 'finished')), p.contract_minor) AS minor
      FROM project p WHERE p.client_id = @client AND p.deleted_at IS NULL)
    GROUP BY kind, currency ORDER BY projects DESC, kind, currency`,
  changes: `SELECT p.currency, count(*) AS count, coalesce(sum(x.amount_minor), 0) AS amountMinor
    FROM project p CROSS JOIN contract c ON c.project_id = p.id CROSS JOIN extra_fee x ON x.contract_id = c.id
    WHERE p.client_id = @client AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.direction = 'upstream'
      AND x.deleted_at IS NULL AND x.approved_on IS NOT NULL
    GROUP BY p.currency ORDER BY p.currency`,
  adjustments: `SELECT count(*) AS count FROM project p CROSS JOIN adjustment a ON a.project_id = p.id
    WHERE p.client_id = @client AND p.deleted_at IS NULL AND a.deleted_at IS NULL`,
  said: `SELECT sort, count(*) AS count FROM feedback WHERE client_id = @client AND deleted_at IS NULL
    GROUP BY sort ORDER BY count DESC, sort`,
  paid: `SELECT count(*) AS receipts, avg(days) AS meanDays, avg(days > 0) AS lateShare FROM (
      SELECT julianday(r.received_on) - julianday(coalesce(s.claimed_on, s.due_on)) AS days
      FROM project p CROSS JOIN contract c ON c.project_id = p.id
        CROSS JOIN payment_stage s ON s.contract_id = c.id CROSS JOIN receipt r ON r.payment_stage_id = s.id
      WHERE p.client_id = @client AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.direction = 'upstream'
        AND s.deleted_at IS NULL AND r.deleted_at IS NULL AND coalesce(s.claimed_on, s.due_on) IS NOT NULL)`,
  channels: `SELECT channel, count(*) AS count FROM comm_log
    WHERE client_id = @client AND deleted_at IS NULL AND direction = 'in'
    GROUP BY channel ORDER BY count DESC, channel`,
  hours: `SELECT CASE WHEN hour BETWEEN 5 AND 11 THEN 'morning' WHEN hour BETWEEN 12 AND 17 THEN 'afternoon'
      WHEN hour BETWEEN 18 AND 22 THEN 'evening' ELSE 'night' END AS part, count(*) AS count
    FROM (SELECT CAST(substr(happened_at, 12, 2) AS INTEGER) AS hour FROM comm_log
      WHERE client_id = @client AND deleted_at IS NULL AND direction = 'in')
    GROUP BY part ORDER BY count DESC, part`,
} as const;

/** B6: what was bought, changed, complained about, how fast was paid, and how they come to us. */
export function clientHabits(db: Database, clientId: string): ClientHabits {
  const all = (name: keyof typeof HABITS_SQL) => prepared(db, HABITS_SQL[name]).all({ client: clientId });
  const paid = all('paid')[0] as ClientHabits['paid'] | undefined;
  return {
    bought: all('bought') as ClientHabits['bought'],
    changes: all('changes') as ClientHabits['changes'],
    adjustments: (all('adjustments')[0] as { count: number } | undefined)?.count ?? 0,
    said: all('said') as ClientHabits['said'],
    paid: paid ?? { receipts: 0, meanDays: null, lateShare: null },
    channels: all('channels') as ClientHabits['channels'],
    hours: all('hours') as ClientHabits['hours'],
  };
}

type Signed = z.infer<(typeof clientChannels)['client.signed']['output']>['documents'];

/** Documents that a client's people, or one contact, have signed; newest first. */
export function signedBy(db: Database, id: string): Signed {
  const sql = id.startsWith('con_')
    ? `SELECT d.id, d.title, substr(s.signed_at, 1, 10) AS "on" FROM signoff s JOIN document d ON d.id = s.document_id
       WHERE s.contact_id = ? AND s.deleted_at IS NULL AND d.deleted_at IS NULL ORDER BY s.signed_at DESC`
    : `SELECT d.id, d.title, substr(s.signed_at, 1, 10) AS "on" FROM document d CROSS JOIN signoff s ON s.document_id = d.id
       WHERE d.client_id = ? AND s.side = 'client' AND s.deleted_at IS NULL AND d.deleted_at IS NULL
       ORDER BY s.signed_at DESC`;
  return prepared(db, sql).all(id) as Signed;
}

type Inbox = z.infer<(typeof clientChannels)['feedback.inbox']['output']>;

/** B13: counters of the inbox and the names in it. */
export function feedbackInbox(db: Database, today: string): Inbox {
  const counts = prepared(
    db,
    `SELECT coalesce(sum(sort IS NULL AND status = 'received'), 0) AS untriaged,
       coalesce(sum(due_on < ? AND status NOT IN ('told', 'closed')), 0) AS overdue
     FROM feedback WHERE deleted_at IS NULL`,
  ).get(today) as Pick<Inbox, 'untriaged' | 'overdue'>;
  const named = (sql: string): Record<string, string> =>
    Object.fromEntries(
      (prepared(db, sql).all() as { id: string; name: string }[]).map(({ id, name }) => [id, name]),
    );
  return {
    ...counts,
    clients: named(
      'SELECT id, name FROM client WHERE id IN (SELECT client_id FROM feedback WHERE deleted_at IS NULL)',
    ),
    projects: named(
      'SELECT id, name FROM project WHERE id IN (SELECT project_id FROM feedback WHERE deleted_at IS NULL)',
    ),
    people: prepared(
      db,
      'SELECT DISTINCT name FROM team_member WHERE deleted_at IS NULL ORDER BY name LIMIT 500',
    )
      .pluck()
      .all() as string[],
  };
}
