/** What contracts bring to the Today page: payments, contracts about to take effect, rules to be kept. */

const PLACE = 'c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project';
const LIVE_PROJECT = "p.deleted_at IS NULL AND p.stage <> 'closed'";

/** Day an instalment hangs on, once it has happened; planned days of the plan are on the list as milestones. */
const EVENT = `CASE x.due_rule
    WHEN 'date' THEN x.due_on
    WHEN 'signing' THEN k.signed_on
    WHEN 'milestone' THEN CASE WHEN t.percent >= 100 OR x.claimed_on IS NOT NULL
      THEN substr(coalesce(t.actual_finish_at, t.finish_at), 1, 10) END
    ELSE coalesce(d.accepted_on, CASE WHEN x.claimed_on IS NOT NULL THEN d.due_on END) END`;

/** What is agreed for an instalment, to the minor unit that sharing out can add or take. */
const AGREED = `coalesce(x.amount_minor, round(k.total_minor * x.percent / 100.0), 0)
    + (SELECT coalesce(sum(f.amount_minor), 0) FROM extra_fee f
        WHERE f.payment_stage_id = x.id AND f.approved_on IS NOT NULL AND f.deleted_at IS NULL)`;

/** Statements by kind; each takes the last day and the limit. */
export const CONTRACT_TODAY_SQL = {
  payment: `WITH asked(until, most) AS (SELECT ?, ?)
    SELECT x.id, x.id AS open_id, x.name AS title, date(${EVENT}, '+' || x.due_days || ' days') AS due_on, ${PLACE}
    FROM asked CROSS JOIN contract k JOIN payment_stage x ON x.contract_id = k.id
      JOIN project p ON p.id = k.project_id JOIN client c ON c.id = p.client_id
      LEFT JOIN task t ON t.id = x.task_id AND t.deleted_at IS NULL
      LEFT JOIN deliverable d ON d.id = x.deliverable_id AND d.deleted_at IS NULL
    WHERE k.status IN ('signed', 'finished', 'ended') AND k.signed_on IS NOT NULL AND k.direction = 'upstream'
      AND k.deleted_at IS NULL AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
      AND date(${EVENT}, '+' || x.due_days || ' days') <= until
      AND ${AGREED} > 1 + (SELECT coalesce(sum(r.amount_minor), 0) FROM receipt r
        WHERE r.payment_stage_id = x.id AND r.deleted_at IS NULL)
    ORDER BY due_on LIMIT (SELECT most FROM asked)`,
  contract_check: `SELECT x.id, x.id AS open_id, x.title, x.effective_on AS due_on, ${PLACE}
    FROM contract x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.status IN ('draft', 'negotiating') AND x.effective_on <= ? AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.effective_on LIMIT ?`,
  compliance: `SELECT x.id, x.id AS open_id, x.text AS title, x.due_on, ${PLACE}
    FROM compliance_item x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.due_on <= ? AND x.status IN ('open', 'not_met') AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.due_on LIMIT ?`,
} as const;
