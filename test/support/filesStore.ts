import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileColumn, Store, Structure } from '#db/engine/types.ts';

/** A table whose rows name files, as documents and attachments do. */
const columns: readonly FileColumn[] = [
  { table: 'paper', column: 'pdf', title: 'name', ending: 'pdf' },
  { table: 'paper', column: 'image', title: 'name', ending: { field: 'type', of: { 'image/png': 'png' } } },
];

export const paperStructure: Structure = {
  fingerprint: 'papers',
  apply: (db) =>
    void db.exec(
      'CREATE TABLE IF NOT EXISTS paper (name TEXT NOT NULL, pdf TEXT, image TEXT, type TEXT) STRICT',
    ),
  isNewer: () => false,
  isPending: (db) => db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'paper'").get() === undefined,
  files: columns,
};

export const pathOfFile = (dir: string, name: string): string => join(dir, 'files', name.slice(0, 2), name);

/** Puts a row in, and its file beside the store. Returns the name of the file. */
export function addPaper(store: Store, name: string, bytes: string | Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = pathOfFile(store.dir, `${hash}.pdf`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  store.runInTransaction(() =>
    store.write.prepare('INSERT INTO paper VALUES (?, ?, NULL, NULL)').run(name, hash),
  );
  return `${hash}.pdf`;
}
