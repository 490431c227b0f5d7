/** F8: what was expected in closed projects of the same client or industry. */
import type { Database } from 'better-sqlite3';
import {
  type PastExpectation,
  rankSuggestions,
  type Suggestion,
} from '#shared/domain/expectation/suggest.ts';
import { prepared } from '../engine/statements.ts';

interface PastRow {
  readonly id: string;
  readonly text: string;
  readonly project: string;
  readonly same: 0 | 1;
  readonly missed: 0 | 1;
  readonly kind: PastExpectation['kind'];
}

const KINDRED = `kindred AS (SELECT p.id, p.name, p.client_id = own.client_id AS same
  FROM project own JOIN client oc ON oc.id = own.client_id
    JOIN project p ON p.id <> own.id JOIN client pc ON pc.id = p.client_id
  WHERE own.id = ? AND p.stage IN ('warranty', 'closed') AND p.deleted_at IS NULL
    AND (p.client_id = own.client_id OR (oc.industry IS NOT NULL AND trim(oc.industry) <> '' AND pc.industry = oc.industry)))`;

/** Requirements count when they were implicit: nobody would name them again. */
export const PAST_SQL = `WITH ${KINDRED}
  SELECT x.id, x.text, k.name AS project, k.same, 'expectation' AS kind,
    x.status = 'not_realised' OR x.stage IN ('acceptance', 'warranty', 'closed') AS missed
  FROM kindred k JOIN expectation x ON x.project_id = k.id WHERE x.deleted_at IS NULL
  UNION ALL
  SELECT r.id, r.text, k.name AS project, k.same, 'requirement' AS kind, 0 AS missed
  FROM kindred k JOIN requirement r ON r.project_id = k.id WHERE r.kind = 'implicit' AND r.deleted_at IS NULL
  LIMIT 5000`;

/** The most telling first, without what the project already has. */
export function suggestedExpectations(db: Database, projectId: string): Suggestion[] {
  const rows = prepared(db, PAST_SQL).all(projectId) as PastRow[];
  const present = prepared(
    db,
    `SELECT text FROM expectation WHERE project_id = ? AND deleted_at IS NULL
     UNION ALL SELECT text FROM requirement WHERE project_id = ? AND deleted_at IS NULL`,
  )
    .pluck()
    .all(projectId, projectId) as string[];
  return rankSuggestions(
    rows.map(({ same, missed, ...row }) => ({ ...row, sameClient: same === 1, missed: missed === 1 })),
    present,
  );
}
