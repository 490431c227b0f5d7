/** Opening a client, and looking for something, in a store of ten years of work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { clientOverview } from '#db/queries/client.ts';
import { clientTimeline } from '#db/queries/clientTimeline.ts';
import { findText } from '#db/queries/history.ts';
import { projectRows } from '#db/queries/projects.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { gramQuery } from '#shared/domain/text/grams.ts';
import type { TimelineFilter } from '#shared/ipc/channels/client.ts';
import { startTestApp } from '#test/support/testApp.ts';
import { compare, type Result } from './compare.ts';

const CLIENTS = 500;
const PROJECTS = 2_000;
const ENTRIES = 50_000;
const STEP = 2_500;
const TODAY = '2026-11-21';

const two = (value: number): string => String(value).padStart(2, '0');
const WORDS = [
  '报价 quotation',
  '停电 outage',
  '变更 variation',
  '验收 acceptance',
  '付款 payment',
  '图纸 drawing',
];

/** @returns the clients; the log is written in steps, as years of work would have done. */
function fill(ctx: AppContext): string[] {
  const label = { key: 'create', args: {} };
  const { value: clients } = ctx.log.commit(label, (tx) =>
    Array.from({ length: CLIENTS }, (_, i) => {
      const id = tx.create('client', { name: `Client 客户 ${i}`, tier: i % 9 === 0 ? 'key' : 'regular' });
      tx.create('contact', { client_id: id, name: `Contact ${i}`, preferred_channel: 'phone' });
      return id;
    }),
  );
  const { value: projects } = ctx.log.commit(label, (tx) =>
    Array.from({ length: PROJECTS }, (_, i) => {
      const client_id = clients[i % CLIENTS] ?? '';
      return { client_id, id: tx.create('project', { client_id, name: `Project 项目 ${i}` }) };
    }),
  );
  for (let from = 0; from < ENTRIES; from += STEP)
    ctx.log.commit(label, (tx) => {
      for (let i = from; i < from + STEP; i++) {
        const project = projects[(i * 7) % PROJECTS];
        tx.create('comm_log', {
          client_id: project?.client_id ?? '',
          project_id: project?.id ?? null,
          happened_at: `20${two(17 + (i % 10))}-${two(1 + (i % 12))}-${two(1 + (i % 28))}T09:${two(i % 60)}:00`,
          direction: i % 3 === 0 ? 'in' : 'out',
          summary: `${WORDS[i % WORDS.length]} ${i}`,
        });
      }
    });
  return clients;
}

const RAW_PAGE = `SELECT x.id, x.happened_at, x.summary, x.next_step, x.channel, x.direction, x.due_on, x.done_at,
    x.project_id, x.contact_id, p.name, k.name
  FROM comm_log x LEFT JOIN project p ON p.id = x.project_id LEFT JOIN contact k ON k.id = x.contact_id
  WHERE x.client_id = ? AND x.deleted_at IS NULL ORDER BY x.happened_at DESC, x.id DESC LIMIT 51`;

const RAW_SEARCH = `SELECT entity, id, title, project_id FROM search WHERE search MATCH ? ORDER BY rank LIMIT 20`;

/** Everything that the first look at a client asks for. */
function openPage(db: Database, client: string): number {
  const page = clientOverview(db, client, TODAY);
  const { rows } = clientTimeline(db, client, {}, 50, (instant) => instant);
  const parts = [
    getRecord(db, 'client', client),
    listRecords(db, 'contact', { client_id: client }),
    projectRows(db, { today: TODAY, dayOf: (instant) => instant.slice(0, 10) }, client),
  ];
  if (page === null || parts.length !== 3) throw new Error('no page');
  return rows.length;
}

const full = (count: number, wanted: number): undefined => {
  if (count < wanted) throw new Error(`${count} rows instead of ${wanted}`);
};

export async function clientResults(): Promise<Result[]> {
  const dir = mkdtempSync(join(process.env['MILEPOST_BENCH_DIR'] ?? tmpdir(), 'milepost-bench-'));
  const t = await startTestApp({ dir });
  try {
    const ctx = t.app.context();
    if (!ctx) throw new Error('the store did not open');
    const clients = fill(ctx);
    const db = ctx.store.read;
    const raw = db.prepare(RAW_PAGE);
    const find = db.prepare(RAW_SEARCH);
    let n = 0;
    const next = (): string => {
      n += 37;
      return clients[n % CLIENTS] ?? '';
    };
    const kinds: TimelineFilter = { kinds: ['contact'] };
    return [
      await compare(
        `newest 50 of ${ENTRIES} contacts of a client, against a prepared statement`,
        1.6,
        200,
        () => full(clientTimeline(db, next(), kinds, 50, (at) => at).rows.length, 50),
        () => full(raw.all(next()).length, 50),
      ),
      await compare(
        `client page over ${CLIENTS} clients, ${PROJECTS} projects, ${ENTRIES} entries, against its newest 50 entries`,
        null,
        100,
        () => full(openPage(db, next()), 50),
        () => full(raw.all(next()).length, 50),
      ),
      await compare(
        `search over ${ENTRIES} entries with the place of each hit, against the bare hits`,
        null,
        30,
        () => full(findText(db, 'outage 4321', 20).length, 1),
        () => full(find.all(`grams : (${gramQuery('outage 4321')})`).length, 1),
      ),
    ];
  } finally {
    await t.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
