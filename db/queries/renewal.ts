/** G22, MS-3: papers that were issued before an adjustment both sides signed. */
import type { Database } from 'better-sqlite3';
import type { DocumentRow } from '#shared/ipc/channels/document.ts';
import { prepared } from '../engine/statements.ts';

export interface RenewalCandidate
  extends Pick<DocumentRow, 'id' | 'kind' | 'subject_id' | 'language' | 'audience' | 'title' | 'version'> {
  readonly content_sha256: string;
  readonly client_id: string;
  readonly client: string;
  readonly project_id: string;
  readonly project: string;
  /** The adjustment signed last after the paper was issued, and the day of its second signature. */
  readonly adjustment: string;
  readonly adjusted_on: string;
}

/** More than anybody works through; each is composed to see whether it says something else now. */
const MOST = 50;

/**
 * What came first is told by the log, not by the clock, which may have been set back. Whether a paper really says
 * something else now is for the caller to find out.
 */
const SQL = `SELECT d.id, d.kind, d.subject_id, d.language, d.audience, d.title, d.version, d.content_sha256,
    c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project,
    a.title AS adjustment, max(substr(s.signed_at, 1, 10)) AS adjusted_on
  FROM adjustment a
    CROSS JOIN document ad ON ad.project_id = a.project_id AND ad.subject_id = a.id AND ad.kind = 'adjustment' AND ad.deleted_at IS NULL
    JOIN signoff s ON s.document_id = ad.id AND s.deleted_at IS NULL
    JOIN change sc ON sc.id = s.id AND sc.register = '*'
    CROSS JOIN document d ON d.project_id = a.project_id AND d.state = 'issued' AND d.kind IN ('goals', 'expectation')
      AND d.deleted_at IS NULL
    JOIN change dc ON dc.id = d.id AND dc.register = '*' AND dc.txn_seq < sc.txn_seq
    JOIN project p ON p.id = d.project_id JOIN client c ON c.id = d.client_id
  WHERE a.status = 'confirmed' AND a.deleted_at IS NULL AND (a.goal_id IS NOT NULL OR a.expectation_id IS NOT NULL)
    AND p.deleted_at IS NULL AND p.stage <> 'closed' AND (a.project_id = @project OR @project IS NULL)
  GROUP BY d.id ORDER BY adjusted_on, d.kind, d.language, d.audience LIMIT ${MOST}`;

/** @param projectId null: of all projects that are not closed */
export const renewalCandidates = (db: Database, projectId: string | null): RenewalCandidate[] =>
  prepared(db, SQL).all({ project: projectId }) as RenewalCandidate[];
