import type { Database } from 'better-sqlite3';
import type { SheetField } from '#shared/ipc/channels/sheet.ts';
import { prepared } from '../engine/statements.ts';

/** Longest text of one cell. A table shows the beginning; the details of the task have the whole. */
const CELL_CHARACTERS = 400;

export interface FieldValues {
  readonly field: SheetField;
  readonly id: string[];
  readonly value: string[];
}

function statementOf(field: SheetField): string {
  if (field === 'scope')
    return `SELECT t.id, substr(s.text, 1, ${CELL_CHARACTERS}) AS value
      FROM task t JOIN scope_item s ON s.id = t.scope_item_id AND s.deleted_at IS NULL
      WHERE t.project_id = ? AND t.deleted_at IS NULL`;
  // The names come from the closed list of fields, never from outside.
  return `SELECT id, substr(${field}, 1, ${CELL_CHARACTERS}) AS value FROM task
    WHERE project_id = ? AND deleted_at IS NULL AND ${field} IS NOT NULL AND ${field} <> ''`;
}

/** Values of single columns of a project's tasks; tasks without a value are left out. */
export function readSheetFields(
  db: Database,
  projectId: string,
  fields: readonly SheetField[],
): FieldValues[] {
  return [...new Set(fields)].map((field) => {
    const rows = prepared(db, statementOf(field)).all(projectId) as { id: string; value: string }[];
    return { field, id: rows.map((row) => row.id), value: rows.map((row) => row.value) };
  });
}
