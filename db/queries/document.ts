/** Issued documents, without their long texts. */
import type { Database } from 'better-sqlite3';
import type { DocumentKind } from '#shared/domain/documents/content.ts';
import type { AttachmentRow, DocumentRow } from '#shared/ipc/channels/document.ts';
import { prepared } from '../engine/statements.ts';

interface Series {
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly language: string;
  readonly audience: string;
}

interface Version {
  readonly id: string;
  readonly no: number | null;
  readonly version: number;
  readonly state: DocumentRow['state'];
  readonly content_sha256: string;
}

/**
 * Versions of one document, the newest first. Another language or another audience is another document: it says
 * something else, and each is signed and sent by itself.
 */
export function seriesOf(db: Database, { kind, subjectId, language, audience }: Series): Version[] {
  return prepared(
    db,
    `SELECT id, no, version, state, content_sha256 FROM document
     WHERE kind = ? AND subject_id = ? AND language = ? AND audience = ? AND deleted_at IS NULL
     ORDER BY version DESC`,
  ).all(kind, subjectId, language, audience) as Version[];
}

/** Number a new document of the kind gets in its project, or for its client; never given twice. */
export function nextDocumentNumber(
  db: Database,
  kind: DocumentKind,
  owners: { readonly client: { readonly id: string }; readonly project: { readonly id: string } | null },
): number {
  const row = prepared(
    db,
    `SELECT coalesce(max(no), 0) + 1 AS no FROM document WHERE kind = ? AND client_id = ? AND project_id IS ?`,
  ).get(kind, owners.client.id, owners.project?.id ?? null) as { no: number };
  return row.no;
}

export function documentByCode(db: Database, code: string): { id: string } | null {
  const row = prepared(db, 'SELECT id FROM document WHERE code = ?').get(code) as { id: string } | undefined;
  return row ?? null;
}

type StoredRow = Omit<DocumentRow, 'signed'> & { readonly signed: string | null };

const ROWS = `
  SELECT d.id, d.client_id, d.project_id, c.name AS client_name, p.name AS project_name, d.kind, d.subject_id, d.no,
         d.version, d.title, d.language, d.audience, d.state, d.code, d.issued_at, d.draft_made_at, d.sent_at,
         d.pdf_bytes,
         (SELECT group_concat(side) FROM (SELECT DISTINCT s.side AS side FROM signoff s
            WHERE s.document_id = d.id AND s.deleted_at IS NULL ORDER BY s.side)) AS signed,
         (SELECT count(*) FROM read_receipt r WHERE r.document_id = d.id AND r.deleted_at IS NULL) AS readers
  FROM document d JOIN client c ON c.id = d.client_id LEFT JOIN project p ON p.id = d.project_id
  WHERE d.deleted_at IS NULL`;

const asRow = ({ signed, ...row }: StoredRow): DocumentRow => ({
  ...row,
  signed: (signed ?? '')
    .split(',')
    .filter((side): side is 'client' | 'own' => side === 'client' || side === 'own'),
});

/** Documents of a project, a client, a record or all, the newest first. */
export function documentRows(
  db: Database,
  where: {
    readonly projectId?: string | undefined;
    readonly clientId?: string | undefined;
    readonly subjectId?: string | undefined;
  },
): DocumentRow[] {
  const [projectId, clientId, subjectId] = [where.projectId, where.clientId, where.subjectId].map(
    (id) => id ?? null,
  );
  const rows = prepared(
    db,
    `${ROWS} AND (? IS NULL OR d.project_id = ?) AND (? IS NULL OR d.client_id = ?) AND (? IS NULL OR d.subject_id = ?)
     ORDER BY d.issued_at DESC, d.kind, d.version DESC, d.id DESC`,
  ).all(projectId, projectId, clientId, clientId, subjectId, subjectId) as StoredRow[];
  return rows.map(asRow);
}

/** One document's row, or null. */
export function documentRow(db: Database, id: string): DocumentRow | null {
  const row = prepared(db, `${ROWS} AND d.id = ?`).get(id) as StoredRow | undefined;
  return row ? asRow(row) : null;
}

/** Files of a record, by name. */
export function attachmentsOf(db: Database, subjectId: string): Omit<AttachmentRow, 'openable'>[] {
  const rows = prepared(
    db,
    `SELECT id, name, kind, bytes, sha256, added_on, note, client_visible FROM attachment
     WHERE subject_id = ? AND deleted_at IS NULL ORDER BY name, id`,
  ).all(subjectId) as (Omit<AttachmentRow, 'openable' | 'client_visible'> & {
    readonly client_visible: number;
  })[];
  return rows.map((row) => ({ ...row, client_visible: row.client_visible === 1 }));
}
