import type { Database } from 'better-sqlite3';
import { indexGrams } from '#shared/domain/text/grams.ts';
import { pinyinKeys } from '#shared/domain/text/pinyin.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import type { Projector } from './projector.ts';

/** Brings the search rows of the touched records up to date; records in the trash are not found. */
export function indexRecords(
  db: Database,
  projector: Projector,
  touched: ReadonlyMap<EntityType, ReadonlySet<string>>,
): void {
  for (const [type, ids] of touched) {
    const entity = entityOf(type);
    if (!entity.searchable) continue;
    const searched = Object.keys(entity.fields).filter((name) => entity.fields[name]?.searched);
    for (const id of ids) {
      unindex(db, id);
      const row = projector.read(type, id);
      if (!row || row.deleted_at !== null) continue;
      const text = searched.map((name) => row[name] ?? '').join('\n');
      const title = String(row[entity.title] ?? '');
      const project = type === 'project' ? id : ((row.project_id as string | null | undefined) ?? null);
      insert(db, { type, id, project, title, grams: `${indexGrams(text)} ${pinyinKeys(title)}` });
    }
  }
}

function unindex(db: Database, id: string): void {
  const old = prepared(db, 'SELECT rowid_ FROM search_row WHERE id = ?').get(id) as
    | { rowid_: number }
    | undefined;
  if (!old) return;
  prepared(db, 'DELETE FROM search WHERE rowid = ?').run(old.rowid_);
  prepared(db, 'DELETE FROM search_row WHERE id = ?').run(id);
}

function insert(
  db: Database,
  row: { type: EntityType; id: string; project: string | null; title: string; grams: string },
): void {
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO search (entity, id, project_id, title, grams) VALUES (?, ?, ?, ?, ?)',
  ).run(row.type, row.id, row.project, row.title, row.grams);
  prepared(db, 'INSERT INTO search_row (id, rowid_) VALUES (?, ?)').run(row.id, lastInsertRowid);
}
