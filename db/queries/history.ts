import type { Database } from 'better-sqlite3';
import { gramQuery } from '#shared/domain/text/grams.ts';
import type { HistoryRow, SearchHit, TrashRow } from '#shared/ipc/channels/app.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import { type EntityType, entityOf, entityTypes } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { UNDO_MARK } from '../log/types.ts';

interface ChangeRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: HistoryRow['kind'];
  readonly label_key: string;
  readonly label_args: string;
  readonly device: string;
  readonly register: string;
  readonly prev: string | null;
  readonly value: string | null;
}

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** Every change of one record, newest first. */
export function historyOf(db: Database, id: string): HistoryRow[] {
  const rows = prepared(
    db,
    `SELECT t.seq, t.at, t.kind, t.label_key, t.label_args, t.device, c.register, c.prev, c.value
     FROM change c JOIN txn t ON t.seq = c.txn_seq WHERE c.id = ? ORDER BY t.seq DESC, c.idx DESC`,
  ).all(id) as ChangeRow[];
  return rows.map((r) => ({
    seq: r.seq,
    at: r.at,
    kind: r.kind,
    label: { key: r.label_key, args: parse(r.label_args) as HistoryRow['label']['args'] },
    device: r.device,
    register: r.register,
    before: parse(r.prev),
    after: parse(r.value),
  }));
}

type RecentRow = Omit<HistoryRow, 'register' | 'before' | 'after'> & { changes: number };

/** The latest entries of the log, newest first. */
export function recentHistory(db: Database, limit: number): RecentRow[] {
  const rows = prepared(
    db,
    'SELECT seq, at, kind, label_key, label_args, device, changes FROM txn ORDER BY seq DESC LIMIT ?',
  ).all(limit) as (ChangeRow & { changes: number })[];
  return rows.map((r) => ({
    seq: r.seq,
    at: r.at,
    kind: r.kind,
    label: { key: r.label_key, args: parse(r.label_args) as HistoryRow['label']['args'] },
    device: r.device,
    changes: r.changes,
  }));
}

interface Deleted {
  readonly id: string;
  readonly deleted_at: string;
  readonly deleted_with: string;
  readonly title: string | null;
  readonly project_id: string | null;
}

function deletedOf(db: Database, type: EntityType): Deleted[] {
  const entity = entityOf(type);
  const project = 'project_id' in entity.fields ? 'project_id' : 'NULL';
  const sql = `SELECT id, deleted_at, deleted_with, CAST(${entity.title} AS TEXT) AS title, ${project} AS project_id
    FROM ${type} WHERE deleted_at IS NOT NULL AND deleted_with NOT LIKE '${UNDO_MARK}%'`;
  return prepared(db, sql).all() as Deleted[];
}

/**
 * What can be taken back, newest first. Of records deleted by one action only the one that the user
 * deleted is listed: the client, not its forty tasks.
 */
export function listTrash(db: Database): TrashRow[] {
  const groups = new Map<string, { type: EntityType; row: Deleted; count: number }>();
  const first = prepared(
    db,
    `SELECT c.id FROM change own JOIN txn t ON t.seq = own.txn_seq JOIN change c ON c.txn_seq = t.seq
     WHERE own.id = ? AND own.register = '${TOMBSTONE}' AND t.id = ? AND c.register = '${TOMBSTONE}'
     ORDER BY c.idx LIMIT 1`,
  ).pluck();
  const outermost = new Map<string, unknown>();
  for (const type of entityTypes) {
    for (const row of deletedOf(db, type)) {
      const batch = row.deleted_with;
      if (!outermost.has(batch)) outermost.set(batch, first.get(row.id, batch));
      const group = groups.get(batch);
      if (!group) groups.set(batch, { type, row, count: 1 });
      else {
        group.count += 1;
        if (row.id === outermost.get(batch)) Object.assign(group, { type, row });
      }
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.row.deleted_at.localeCompare(a.row.deleted_at))
    .map(({ type, row, count }) => ({
      entity: type,
      id: row.id,
      title: row.title ?? '',
      deleted_at: row.deleted_at,
      count,
      project_id: row.project_id,
    }));
}

/** Records that contain every word of the text, best first. Two-character Chinese words and pinyin are found. */
export function findText(db: Database, text: string, limit: number): SearchHit[] {
  const query = gramQuery(text);
  if (query === '') return [];
  const rows = prepared(
    db,
    `SELECT s.entity, s.id, s.title, s.project_id,
       coalesce((SELECT name FROM project p WHERE p.id = s.project_id AND s.entity <> 'project'),
                (SELECT c.name FROM project p JOIN client c ON c.id = p.client_id WHERE p.id = s.id),
                (SELECT c.name FROM contact k JOIN client c ON c.id = k.client_id WHERE k.id = s.id), '') AS context
     FROM search s WHERE search MATCH ? ORDER BY s.rank LIMIT ?`,
  ).all(`grams : (${query})`, limit) as SearchHit[];
  return rows;
}
