/** Documents of which signatures are wanted or given, and what the log says they were (MS-3). */
import type { Database } from 'better-sqlite3';
import { entityOf, type RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { rowDecoder } from '../schema/codec.ts';

type Row = Record<string, unknown>;

/** A document without its content, which may be large. */
export type DocumentHead = Omit<RecordOf<'document'>, 'content'>;

const HEAD = Object.keys(entityOf('document').fields).filter((name) => name !== 'content');
const HEAD_COLUMNS = ['id', 'created_at', 'updated_at', 'deleted_at', 'deleted_with', ...HEAD].join(', ');

const LIVE = "state <> 'withdrawn' AND audience = 'client' AND deleted_at IS NULL";

/** Documents for the client about one subject, the newest version first; each language has its own versions. */
export function versionsOf(db: Database, kind: string, subjectId: string): DocumentHead[] {
  const sql = `SELECT ${HEAD_COLUMNS} FROM document WHERE subject_id = ? AND kind = ? AND ${LIVE}
    ORDER BY version DESC, issued_at DESC`;
  const rows = prepared(db, sql).all(subjectId, kind) as Row[];
  const decode = rowDecoder(entityOf('document'));
  return rows.map((row) => decode(row) as unknown as DocumentHead);
}

/** Signatures under one document: the client first. */
export function signoffsOf(db: Database, documentId: string): RecordOf<'signoff'>[] {
  const sql = 'SELECT * FROM signoff WHERE document_id = ? AND deleted_at IS NULL ORDER BY side, signed_at';
  const rows = prepared(db, sql).all(documentId) as Row[];
  const decode = rowDecoder(entityOf('signoff'));
  return rows.map((row) => decode(row) as unknown as RecordOf<'signoff'>);
}

/** What documents of a project for the client are about, each once, what was issued last first. */
export function issuedSubjects(db: Database, projectId: string): Pick<DocumentHead, 'kind' | 'subject_id'>[] {
  const sql = `SELECT kind, subject_id FROM document WHERE project_id = ? AND ${LIVE}
    GROUP BY kind, subject_id ORDER BY max(issued_at) DESC, kind, subject_id`;
  return prepared(db, sql).all(projectId) as Pick<DocumentHead, 'kind' | 'subject_id'>[];
}

/** The document with that printed code. */
export function documentByCode(db: Database, code: string): DocumentHead | null {
  const sql = `SELECT ${HEAD_COLUMNS} FROM document
    WHERE code = ? AND deleted_at IS NULL`;
  const row = prepared(db, sql).get(code) as Row | undefined;
  return row ? (rowDecoder(entityOf('document'))(row) as unknown as DocumentHead) : null;
}

/** What the log says a record was when it was made, by id; ids of one type share their first letters. */
export function creations(db: Database, type: 'document' | 'signoff'): ReadonlyMap<string, Row> {
  const { prefix } = entityOf(type);
  const rows = prepared(
    db,
    "SELECT id, value FROM change WHERE id >= ? AND id < ? AND register = '*' AND entity = ?",
  ).all(`${prefix}_`, `${prefix}\``, type) as { id: string; value: string }[];
  return new Map(rows.map(({ id, value }) => [id, JSON.parse(value) as Row]));
}

/** Every stored signature, in the trash or not, by time. */
export function storedSignoffs(db: Database): Row[] {
  return prepared(db, 'SELECT * FROM signoff ORDER BY signed_at, id').all() as Row[];
}

/** A stored document as it lies in its table, content included; null if there is none. */
export function storedDocument(db: Database, id: string): Row | null {
  return (prepared(db, 'SELECT * FROM document WHERE id = ?').get(id) as Row | undefined) ?? null;
}
