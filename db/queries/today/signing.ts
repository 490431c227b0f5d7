/** MS-3: documents that wait for a signature, from the day they were issued. */

const PLACE = 'c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project';
const LIVE_PROJECT = "p.deleted_at IS NULL AND p.stage <> 'closed'";

/** Kinds both sides sign; `signing.test.ts` holds them against the rule. */
const SIGNED_KINDS = "'goals', 'charter', 'scope', 'schedule', 'adjustment', 'decision'";

/** Statements by kind; each takes the last day and the limit. */
export const SIGNING_TODAY_SQL = {
  signature: `SELECT x.id, x.id AS open_id, x.title, substr(x.issued_at, 1, 10) AS due_on, ${PLACE}
    FROM document x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
    WHERE x.state = 'issued' AND x.issued_at < ? || 'T99' AND x.kind IN (${SIGNED_KINDS})
      AND x.audience = 'client' AND x.deleted_at IS NULL AND ${LIVE_PROJECT}
      AND (SELECT count(DISTINCT s.side) FROM signoff s WHERE s.document_id = x.id AND s.deleted_at IS NULL) < 2
    ORDER BY x.issued_at LIMIT ?`,
} as const;
