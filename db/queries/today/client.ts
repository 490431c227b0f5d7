/** What is due for a client rather than for the work: care, feedback to answer, a strategy to look at again. */

const PLACE = 'c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project';

/** Statements of the Today page; each takes the last day and the limit. What is closed still has visits (B9). */
export const CLIENT_TODAY_SQL = {
  care: `SELECT x.id, x.id AS open_id, x.text AS title, x.due_on, ${PLACE}
    FROM care_task x JOIN client c ON c.id = x.client_id LEFT JOIN project p ON p.id = x.project_id
    WHERE x.done_on IS NULL AND x.due_on <= ? AND x.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY x.due_on LIMIT ?`,
  feedback: `SELECT x.id, x.id AS open_id, substr(x.text, 1, 200) AS title, x.due_on, ${PLACE}
    FROM feedback x JOIN client c ON c.id = x.client_id LEFT JOIN project p ON p.id = x.project_id
    WHERE x.due_on <= ? AND x.status NOT IN ('told', 'closed') AND x.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY x.due_on LIMIT ?`,
  strategy: `SELECT x.id, x.id AS open_id, substr(x.core_needs, 1, 200) AS title, x.review_on AS due_on, ${PLACE}
    FROM client_strategy x JOIN client c ON c.id = x.client_id LEFT JOIN project p ON p.id = x.project_id
    WHERE x.review_on <= ? AND x.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY x.review_on LIMIT ?`,
} as const;
