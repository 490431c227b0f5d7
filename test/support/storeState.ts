import { createHash } from 'node:crypto';
import type { Store } from '#db/engine/types.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { entityTypes } from '#shared/model/registry.ts';

type Row = Record<string, unknown>;

/** Everything a user could see: the rows of every entity, sorted, as canonical JSON. Rows in the trash are left out. */
export function liveState(store: Store): string {
  const tables = entityTypes.map((type) => [
    type,
    store.read
      .prepare<[], Row>(`SELECT * FROM "${type}" WHERE deleted_at IS NULL ORDER BY id`)
      .all()
      // When a record was last written says nothing about what it says.
      .map(({ updated_at: _, ...row }) => row),
  ]);
  return canonicalJson(tables);
}

/** SHA-256 over all rows of all tables, the log included: equal only if nothing at all was written. */
export function fingerprint(store: Store): string {
  const names = store.read
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .all();
  const hash = createHash('sha256');
  for (const { name } of names) {
    hash.update(name);
    for (const row of store.read.prepare<[], Row>(`SELECT * FROM "${name}"`).all())
      hash.update(
        JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      );
  }
  return hash.digest('hex');
}
