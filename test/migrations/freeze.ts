/**
 * Keeps the store as this version writes it: `node test/migrations/freeze.ts`. Run once before a release and
 * commit both files; from then on every later version must open it. Frozen files are never made again.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { startWorld } from '#test/support/world.ts';
import { frozenDir, stateOf } from './frozen.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const target = join(frozenDir, manifest.version);
if (existsSync(`${target}.db.gz`)) throw new Error(`${manifest.version} is already frozen`);

const dir = mkdtempSync(join(tmpdir(), 'milepost-freeze-'));
const { t, ids } = await startWorld({ dir });
await t.request('client.update', { id: ids.client, patch: { name: '华成建设 <script>', notes: 'مرحبا 🏗️' } });
await t.request('project.update', { id: ids.project, patch: { contract_minor: 125_000_00 } });
const { id: gone } = await t.request('client.create', { values: { name: 'in the trash' } });
await t.request('project.create', { values: { client_id: gone, name: 'with its client' } });
await t.request('client.remove', { id: gone });
await t.request('client.create', { values: { name: 'undone' } });
await t.request('undo.undo', {});
await t.close();

const file = join(dir, 'milepost.db');
const db = new Database(file);
db.pragma('journal_mode = DELETE');
db.exec('VACUUM');
writeFileSync(`${target}.json`, `${JSON.stringify(stateOf(db), null, 1)}\n`);
db.close();
writeFileSync(`${target}.db.gz`, gzipSync(readFileSync(file), { level: 9 }));
rmSync(dir, { recursive: true, force: true });
