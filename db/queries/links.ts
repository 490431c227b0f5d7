import type { Database } from 'better-sqlite3';
import type { RecordLink } from '#shared/ipc/channels/register.ts';
import { entityOf, entityTypes, typeOfId } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';

/** Per entity and field; more are a register of their own, not a list of links. */
const LIMIT = 20;

/** Fields by which records of `type` can point to a record of `target` without being owned by it. */
function pointers(type: string, target: string): readonly string[] {
  const { fields } = entityOf(type);
  return Object.keys(fields).filter((name) => {
    const field = fields[name];
    if (name === 'subject_id') return true;
    return field?.target === target && !field.owned;
  });
}

/** Records that point to the one with this id, in the order of the registry. */
export function linksTo(db: Database, id: string): RecordLink[] {
  const target = typeOfId(id);
  if (target === null) return [];
  return entityTypes.flatMap((type) => {
    const { fields, title } = entityOf(type);
    const project = 'project_id' in fields ? 'project_id' : 'NULL';
    return pointers(type, target).flatMap((field) => {
      const sql = `SELECT '${type}' AS entity, id, coalesce(CAST(${title} AS TEXT), '') AS title, ${project} AS project_id
        FROM ${type} WHERE ${field} = ? AND deleted_at IS NULL ORDER BY id LIMIT ${LIMIT}`;
      return prepared(db, sql).all(id) as RecordLink[];
    });
  });
}
