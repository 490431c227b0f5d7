import type { Database } from 'better-sqlite3';
import { indexGrams } from '#shared/domain/text/grams.ts';
import { pinyinKeys } from '#shared/domain/text/pinyin.ts';
import { type Entity, TOMBSTONE } from '#shared/model/entity.ts';
import { type EntityType, entityOf, entityTypes } from '#shared/model/registry.ts';
import type { Steps } from '../engine/slices.ts';
import { prepared } from '../engine/statements.ts';
import type { Row } from './projector.ts';
import { type Change, CREATION } from './types.ts';

/** Registers of which the search row of a record is made, besides that it exists and is not deleted. */
function searchedRegisters(entity: Entity): ReadonlySet<string> {
  const names = Object.keys(entity.fields).filter((name) => entity.fields[name]?.searched);
  const fields = [...names, entity.title, 'project_id'];
  return new Set([CREATION, TOMBSTONE, ...fields.map((name) => entity.registerOf[name] ?? name)]);
}

const registersOf = new Map(entityTypes.map((type) => [type, searchedRegisters(entityOf(type))]));

/** The changed records whose search row may be another now: most edits are of dates and states. */
export function searchable(changes: readonly Change[]): Map<EntityType, Set<string>> {
  const out = new Map<EntityType, Set<string>>();
  for (const { entity: type, id, register } of changes) {
    if (!registersOf.get(type)?.has(register)) continue;
    const ids = out.get(type);
    if (ids) ids.add(id);
    else out.set(type, new Set([id]));
  }
  return out;
}

/** Brings the search rows of the touched records up to date; records in the trash are not found. */
export function* indexRecords(
  db: Database,
  read: (type: EntityType, id: string) => Row | null,
  touched: ReadonlyMap<EntityType, ReadonlySet<string>>,
): Steps<void> {
  for (const [type, ids] of touched) {
    const entity = entityOf(type);
    if (!entity.searchable) continue;
    const searched = Object.keys(entity.fields).filter((name) => entity.fields[name]?.searched);
    for (const id of ids) {
      yield;
      const old = indexed(db, id);
      const row = read(type, id);
      if (!row || row.deleted_at !== null) {
        if (old) unindex(db, id, old.rowid);
        continue;
      }
      const text = searched.map((name) => row[name] ?? '').join('\n');
      const title = String(row[entity.title] ?? '');
      const project = type === 'project' ? id : ((row.project_id as string | null | undefined) ?? null);
      const grams = `${indexGrams(text)} ${pinyinKeys(title)}`;
      // Leaving the index alone halves what a commit writes.
      if (old?.title === title && old.project_id === project && old.grams === grams) continue;
      if (old) unindex(db, id, old.rowid);
      insert(db, { type, id, project, title, grams });
    }
  }
}

interface Indexed {
  readonly rowid: number;
  readonly title: string;
  readonly project_id: string | null;
  readonly grams: string;
}

function indexed(db: Database, id: string): Indexed | undefined {
  // In two steps, because opening a cursor on the full-text table is dear and most records of a paste are new.
  const at = prepared(db, 'SELECT rowid_ FROM search_row WHERE id = ?').pluck().get(id);
  if (at === undefined) return undefined;
  return prepared(db, 'SELECT rowid AS rowid, title, project_id, grams FROM search WHERE rowid = ?').get(
    at,
  ) as Indexed | undefined;
}

function unindex(db: Database, id: string, rowid: number): void {
  prepared(db, 'DELETE FROM search WHERE rowid = ?').run(rowid);
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
