/** MS-3 c: whatever single thing of what was signed is altered behind the app, verification names it. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { document, signoff } from '#shared/model/entities/agreement.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { draw, issue, signBoth } from '#test/support/signing.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let documentId: string;

beforeAll(async () => {
  t = await startTestApp({ print: { toPdf: () => fakePdf() } });
  const { id: client_id } = await t.request('client.create', { values: { name: '华成医院' } });
  const { id: project_id } = await t.request('project.create', { values: { client_id, name: '净化工程' } });
  await t.request('scope_item.create', { values: { project_id, side: 'in', text: '净化机组安装' } });
  documentId = (await issue(t, 'scope', project_id)).id;
  await signBoth(t, documentId);
});
afterAll(() => t.close());

/** Alters the store as another program would: constraints and the log know nothing of it. */
function sql<T>(work: (db: Database.Database) => T): T {
  const db = new Database(join(t.dir, 'milepost.db'));
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    return work(db);
  } finally {
    db.close();
  }
}

const verify = async () => (await t.request('signoff.verify', { projectId: null })).problems;

type Row = Record<string, string | number | null>;

/** Another value of the same storage class. */
const other = (value: string | number | null | undefined, salt: string): string | number =>
  typeof value === 'number' ? value + 1 + salt.length : `${value ?? ''}${salt}`;

const FIELDS = {
  signoff: signoff.composites?.signature ?? [],
  document: document.composites?.frozen ?? [],
} as const;

async function foundWhile(change: (db: Database.Database) => () => void): Promise<boolean> {
  const undo = sql(change);
  try {
    return (await verify()).length > 0;
  } finally {
    undo();
    expect(await verify()).toEqual([]);
  }
}

test('a single altered field of a signature or of a signed document is always found, and nothing before or after (MS-3)', async () => {
  const place = fc.oneof(
    ...(['signoff', 'document'] as const).map((table) =>
      fc.record({ table: fc.constant(table), field: fc.constantFrom(...FIELDS[table]) }),
    ),
  );
  expect(await verify()).toEqual([]);
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.nat(1),
      fc.string({ minLength: 1, maxLength: 8 }),
      async ({ table, field }, nth, text) => {
        const salt = text.replaceAll('\u0000', '') || 'x';
        const found = await foundWhile((db) => {
          const rows = db.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Row[];
          const row = rows[nth % rows.length] as Row;
          db.prepare(`UPDATE ${table} SET ${field} = ? WHERE id = ?`).run(other(row[field], salt), row.id);
          return () =>
            sql((again) =>
              again.prepare(`UPDATE ${table} SET ${field} = ? WHERE id = ?`).run(row[field], row.id),
            );
        });
        expect(found, `${table}.${field}`).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('an added row, a deleted row and a picture that is gone, cut or another are found (MS-3)', async () => {
  const copyOf = (table: string, id: string) => (db: Database.Database) => {
    const row = db.prepare(`SELECT * FROM ${table} LIMIT 1`).get() as Row;
    const columns = Object.keys(row);
    const insert = (into: Database.Database, values: Row) =>
      into
        .prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
        .run(...columns.map((name) => values[name] ?? null));
    return { row, insert, id };
  };
  expect(
    await foundWhile((db) => {
      const { row, insert } = copyOf('signoff', '')(db);
      const id = `${String(row.id).slice(0, -4)}beef`;
      insert(db, { ...row, id });
      return () => sql((again) => again.prepare('DELETE FROM signoff WHERE id = ?').run(id));
    }),
    'added',
  ).toBe(true);
  for (const table of ['signoff', 'document'])
    expect(
      await foundWhile((db) => {
        const { row, insert } = copyOf(table, '')(db);
        db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(row.id);
        return () => sql((again) => insert(again, row));
      }),
      `deleted ${table}`,
    ).toBe(true);
  const pictures = readdirSync(join(t.dir, 'files'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.png'))
    .map((name) => join(t.dir, 'files', name));
  expect(pictures).toHaveLength(2);
  for (const path of pictures) {
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(path);
    for (const damage of [
      () => rmSync(path),
      () => writeFileSync(path, bytes.subarray(0, bytes.length - 1)),
      () => writeFileSync(path, 'another'),
    ])
      expect(
        await foundWhile(() => {
          damage();
          return () => writeFileSync(path, bytes);
        }),
      ).toBe(true);
  }
});

test('with a clock that was set back nobody signs before the paper was issued or the other side signed; once it is right, it goes on (MS-3)', async () => {
  const [project] = await t.request('project.list', {});
  const later = (await issue(t, 'scope', project?.id ?? '', 'en')).id;
  const signed = async () => (await t.request('signoff.list', { where: { document_id: later } })).length;
  t.now -= 90 * 86_400_000;
  await expect(draw(t, later, 'client')).rejects.toMatchObject({
    err: { code: 'SIGN_CLOCK', args: { last: '2026-11-21', now: '2026-08-23' } },
  });
  expect(await signed()).toBe(0);
  t.now += 93 * 86_400_000;
  await draw(t, later, 'client');
  t.now -= 86_400_000;
  await expect(draw(t, later, 'own')).rejects.toThrow('SIGN_CLOCK');
  t.now += 86_400_000;
  await draw(t, later, 'own');
  expect(await signed()).toBe(2);
  expect(await verify()).toEqual([]);
});
