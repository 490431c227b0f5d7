/** O1, P2, demand 27: what is due of the communication plan, of promises and of meetings. */
const PLACE = 'c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project';
const LIVE_PROJECT = "p.deleted_at IS NULL AND p.stage <> 'closed'";

/** Statements of what has a due date of its own. Each takes the last day and the limit. */
export const COMMUNICATION_SQL = {
  promise: `SELECT x.id, x.id AS open_id, x.text AS title, x.due_on, ${PLACE}
    FROM promise x JOIN client c ON c.id = x.client_id LEFT JOIN project p ON p.id = x.project_id
    WHERE x.status IN ('made', 'renegotiated') AND x.due_on <= ? AND x.deleted_at IS NULL
      AND c.deleted_at IS NULL AND (x.project_id IS NULL OR ${LIVE_PROJECT})
    ORDER BY x.due_on LIMIT ?`,
  // A report is asked for by its own rule.
  comm_plan: `SELECT x.id, x.id AS open_id, x.purpose AS title, x.next_due_on AS due_on, ${PLACE}
    FROM comm_plan_item x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.active = 1 AND x.next_due_on <= ? AND x.standard IS NOT 'report'
      AND (x.stage IS NULL OR x.stage = p.stage) AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.next_due_on LIMIT ?`,
  meeting: `SELECT x.id, x.id AS open_id, x.title, substr(x.held_at, 1, 10) AS due_on, ${PLACE}
    FROM meeting x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.status = 'planned' AND x.held_at < ? || 'T99' AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.held_at LIMIT ?`,
  meeting_action: `SELECT x.id, m.id AS open_id, x.text AS title, x.due_on, ${PLACE}
    FROM meeting_item x JOIN meeting m ON m.id = x.meeting_id JOIN project p ON p.id = m.project_id
      JOIN client c ON c.id = p.client_id
    WHERE x.done_on IS NULL AND x.due_on <= ? AND x.kind IN ('action', 'support') AND x.task_id IS NULL
      AND x.deleted_at IS NULL AND m.deleted_at IS NULL AND ${LIVE_PROJECT}
    ORDER BY x.due_on LIMIT ?`,
} as const;
