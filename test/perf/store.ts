import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinedQuery } from '#db/queries/joined.ts';
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { createRouter } from '#main/ipc/router.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';
import { compare, type Result } from './compare.ts';

const ROWS = 10_000;

interface Filled {
  readonly t: TestApp;
  readonly ctx: AppContext;
  readonly client: string;
  readonly project: string;
}

/** A plan of ten thousand rows, a hundred to a summary, every tenth with a risk. */
async function fill(dir: string): Promise<Filled> {
  const t = await startTestApp({ dir });
  const ctx = t.app.context();
  if (!ctx) throw new Error('the store did not open');
  const label = { key: 'create', args: {} };
  const { value } = ctx.log.commit(label, (tx) => {
    const client = tx.create('client', { name: '华成建设' });
    const project = tx.create('project', { client_id: client, name: '泵站改造' });
    let parent: string | null = null;
    for (let i = 0; i < ROWS; i++) {
      const id: string = tx.create('task', {
        project_id: project,
        parent_id: i % 100 === 0 ? null : parent,
        rank: `a${i.toString(36).padStart(4, '0')}`,
        name: `Task 工作 ${i}`,
        start_at: '2026-03-02T08:00:00',
        finish_at: '2026-03-06T17:00:00',
        duration_tenths: 24_000,
        percent: i % 101,
        responsible: '王工',
        source: { uid: i },
      });
      if (i % 100 === 0) parent = id;
      if (i % 10 === 0)
        tx.create('risk', {
          project_id: project,
          title: `Risk ${i}`,
          task_id: id,
          probability: 3,
          impact: 4,
        });
    }
    return { client, project };
  });
  return { t, ctx, ...value };
}

const taskList = joinedQuery<{ id: string }>({
  from: 'task',
  joins: {
    parent: { to: 'task', by: ['task', 'parent_id'] },
    project: { to: 'project', by: ['task', 'project_id'] },
    risk: { to: 'risk', by: ['task', 'task_id'] },
  },
  columns: {
    id: ['task', 'id'],
    name: ['task', 'name'],
    start_at: ['task', 'start_at'],
    finish_at: ['task', 'finish_at'],
    percent: ['task', 'percent'],
    milestone: ['task', 'milestone'],
    responsible: ['task', 'responsible'],
    parent_name: ['parent', 'name'],
    project_name: ['project', 'name'],
    currency: ['project', 'currency'],
    risk_title: ['risk', 'title'],
    risk_probability: ['risk', 'probability'],
  },
  where: ['project_id'],
  order: ['rank', 'id'],
});

const RAW = `SELECT t.id, t.name, t.start_at, t.finish_at, t.percent, t.milestone, t.responsible,
    p.name AS parent_name, j.name AS project_name, j.currency, r.title AS risk_title,
    r.probability AS risk_probability
  FROM task t LEFT JOIN task p ON p.id = t.parent_id AND p.deleted_at IS NULL
  LEFT JOIN project j ON j.id = t.project_id AND j.deleted_at IS NULL
  LEFT JOIN risk r ON r.task_id = t.id AND r.deleted_at IS NULL
  WHERE t.project_id = ? AND t.deleted_at IS NULL ORDER BY t.rank, t.id`;

async function lists({ ctx, project }: Filled): Promise<Result[]> {
  const raw = ctx.store.read.prepare(RAW);
  const plain = ctx.store.read.prepare(
    'SELECT * FROM task WHERE deleted_at IS NULL AND project_id IS ? ORDER BY rank, id',
  );
  const check = (n: number): undefined => {
    if (n !== ROWS) throw new Error(`${n} rows instead of ${ROWS}`);
  };
  return [
    await compare(
      `list of ${ROWS} joined rows, against a prepared statement`,
      1.3,
      25,
      () => check(taskList(ctx.store.read, project).length),
      () => check(raw.all(project).length),
    ),
    await compare(
      `list of ${ROWS} whole records, against a prepared statement`,
      null,
      15,
      () => check(listRecords(ctx.store.read, 'task', { project_id: project }).length),
      () => check(plain.all(project).length),
    ),
  ];
}

async function wire({ ctx, project }: Filled): Promise<Result> {
  const rows = listRecords(ctx.store.read, 'task', { project_id: project });
  const route = createRouter({
    handlers: () => ({ 'task.list': () => rows }),
    allows: () => true,
    startTask: () => '',
    correlationId: () => '',
    report: (_id, _channel, error) => {
      throw error;
    },
  });
  const request = JSON.stringify({ channel: 'task.list', input: { where: { project_id: project } } });
  const sender = { url: 'app:', topFrame: true, windowId: 'main' };
  return compare(
    `${ROWS} rows over the wire, against JSON of the same rows`,
    1.3,
    15,
    async () => {
      const reply = JSON.parse(await route(request, sender)) as { ok: boolean };
      if (!reply.ok) throw new Error('refused');
      return undefined;
    },
    () => {
      JSON.parse(JSON.stringify(rows));
      return undefined;
    },
  );
}

async function commits({ ctx, client }: Filled, dir: string): Promise<Result> {
  const wal = join(dir, 'milepost.db-wal');
  ctx.store.checkpoint();
  ctx.store.write.pragma('wal_autocheckpoint = 0');
  let n = 0;
  // The commonest edit: a state or a date. One of a searched text rewrites its index besides.
  const commit = (): undefined => {
    n += 1;
    const tier = n % 2 === 0 ? 'key' : 'regular';
    ctx.log.commit({ key: 'update', args: {} }, (tx) => tx.update('client', client, { tier }));
  };
  for (let i = 0; i < 20; i++) commit();
  // What one commit appends to the write-ahead log: the same bytes are written and flushed beside it.
  const before = statSync(wal).size;
  for (let i = 0; i < 50; i++) commit();
  const bytes = Buffer.alloc(Math.round((statSync(wal).size - before) / 50), 7);
  const fd = openSync(join(dir, 'plain'), 'a');
  try {
    return await compare(
      `durable commit (${bytes.length} bytes), against writing and flushing the same bytes`,
      2,
      400,
      commit,
      () => {
        writeSync(fd, bytes);
        fdatasyncSync(fd);
        return undefined;
      },
    );
  } finally {
    closeSync(fd);
  }
}

/** Folder on the disk that is measured; `MILEPOST_BENCH_DIR` names another one. */
export async function storeResults(): Promise<Result[]> {
  const dir = mkdtempSync(join(process.env['MILEPOST_BENCH_DIR'] ?? tmpdir(), 'milepost-bench-'));
  const filled = await fill(dir);
  try {
    return [...(await lists(filled)), await wire(filled), await commits(filled, dir)];
  } finally {
    await filled.t.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
