import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '#db/log/log.ts';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { plainDate, recordsOf, type TextRecord, tenthsOf } from '#test/support/mspdiText.ts';
import { mspdiFiles, requireSharedData } from '#test/support/sharedData.ts';
import { fingerprint, liveState } from '#test/support/storeState.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const data = requireSharedData();
const files = mspdiFiles();
/** A child process has to start first, perhaps on a busy machine. */
const SOON = { timeout: 20_000, interval: 5 };
const workerEntry = join(import.meta.dirname, '../../main/services/worker/entry.ts');

// Child processes and files of 100 MB take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let t: TestApp;
const store = () => {
  const context = t.app.context();
  if (!context) throw new Error('the store is not open');
  return context.store;
};
const tokenOf = (...path: string[]): string => {
  const context = t.app.context();
  if (!context) throw new Error('the store is not open');
  return context.files.fromPath(join(data, ...path)).token;
};
const importFile = (folder: string, file: string): Promise<OutputOf<'import.project'>> =>
  t.task('import.project', { token: tokenOf(folder, file), client: { name: '导入测试' } });

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

it('has the files of other programs', () => {
  expect(files.length).toBeGreaterThan(50);
});

const CONSTRAINTS = ['asap', 'alap', 'mso', 'mfo', 'snet', 'snlt', 'fnet', 'fnlt'];
const LINKS = ['FF', 'FS', 'SF', 'SS'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: what the importer replaces in names
const flat = (text: string | null) => (text ?? '').replace(/[\u0000-\u001F\u007F]+/g, ' ').trim();

type Task = RecordOf<'task'>;

function expectTask(row: Task, xml: TextRecord): void {
  expect(row.name).toBe(flat(xml.get('Name')));
  const start = plainDate(xml.get('Start'));
  const finish = plainDate(xml.get('Finish'));
  if (start !== null) expect(row.start_at).toBe(start);
  if (finish !== null) {
    // The store refuses a reversed pair; the value as written stays beside it.
    if (start !== null && finish < start) expect(row.source?.['exactFinish']).toBe(finish);
    else expect(row.finish_at).toBe(finish);
  }
  const duration = tenthsOf(xml.get('Duration'));
  if (duration !== null) expect(row.duration_tenths).toBe(duration);
  expect(row.percent).toBe(Number(xml.get('PercentComplete') ?? 0));
  const deadline = plainDate(xml.get('Deadline'));
  if (deadline !== null) expect(row.deadline_at).toBe(deadline);
  const at = plainDate(xml.get('ConstraintDate'));
  if (at !== null && !at.startsWith('1970-01-01')) {
    expect(row.constraint_at).toBe(at);
    expect(row.constraint_type).toBe(CONSTRAINTS[Number(xml.get('ConstraintType') ?? 0)]);
  }
  expect(row.active).toBe(xml.get('Active') !== '0');
}

async function lists(projectId: string) {
  const where = { project_id: projectId };
  const tasks = await t.request('task.list', { where });
  const ids = new Set(tasks.map((task) => task.id));
  return {
    tasks,
    byUid: new Map(tasks.map((task) => [task.source_uid, task])),
    links: await t.request('link.list', { where }),
    calendars: await t.request('calendar.list', { where }),
    resources: await t.request('resource.list', { where }),
    assignments: (await t.request('assignment.list', {})).filter((row) => ids.has(row.task_id)),
    baselines: await t.request('baseline.list', { where }),
    baselineTasks: (await t.request('baseline_task.list', {})).filter((row) => ids.has(row.task_id)),
    project: await t.request('project.get', { id: projectId }),
  };
}
type Lists = Awaited<ReturnType<typeof lists>>;

const uid = (xml: TextRecord, name = 'UID'): number => Number(xml.get(name));

function expectLinks(stored: Lists, tasks: readonly TextRecord[]): void {
  const uidOf = new Map(stored.tasks.map((task) => [task.id, task.source_uid]));
  const ours = stored.links.map(
    (link) => `${uidOf.get(link.from_id)}>${uidOf.get(link.to_id)} ${link.type} ${link.lag_value}`,
  );
  const written = tasks.flatMap((task) =>
    task.all('PredecessorLink').map((link) => {
      const type = LINKS[Number(link.get('Type') ?? 1)];
      return `${uid(link, 'PredecessorUID')}>${uid(task)} ${type} ${Number(link.get('LinkLag') ?? 0)}`;
    }),
  );
  const left = new Map<string, number>();
  for (const one of written) left.set(one, (left.get(one) ?? 0) + 1);
  for (const one of ours) {
    expect(left.get(one), `link ${one} is not in the file`).toBeGreaterThan(0);
    left.set(one, (left.get(one) ?? 0) - 1);
  }
  const source = stored.project?.source as { droppedLinks: unknown[] };
  const crossing = tasks
    .flatMap((task) => task.all('PredecessorLink'))
    .filter((l) => l.get('CrossProject') === '1');
  expect(ours.length + source.droppedLinks.length).toBeGreaterThanOrEqual(written.length - crossing.length);
}

function expectBaselines(stored: Lists, tasks: readonly TextRecord[]): void {
  const number = new Map(stored.baselines.map((baseline) => [baseline.id, baseline.number]));
  const ours = new Map(
    stored.baselineTasks.map((row) => [`${row.task_id} ${number.get(row.baseline_id)}`, row]),
  );
  let seen = 0;
  for (const task of tasks) {
    const id = stored.byUid.get(uid(task))?.id;
    if (id === undefined) continue;
    for (const xml of task.all('Baseline')) {
      const row = ours.get(`${id} ${Number(xml.get('Number') ?? 0)}`);
      expect(row, 'a baseline is missing').toBeDefined();
      seen += 1;
      const start = plainDate(xml.get('Start'));
      const duration = tenthsOf(xml.get('Duration'));
      if (start !== null) expect(row?.start_at).toBe(start);
      if (duration !== null) expect(row?.duration_tenths).toBe(duration);
    }
  }
  expect(stored.baselineTasks).toHaveLength(seen);
}

function expectCalendars(stored: Lists, xml: string): void {
  const calendars = recordsOf(xml, 'Calendars', 'Calendar');
  expect(stored.calendars.length).toBeGreaterThanOrEqual(calendars.length);
  for (const calendar of calendars) {
    const row = stored.calendars.find((candidate) => candidate.source_uid === uid(calendar));
    expect(row, `calendar ${calendar.get('UID')}`).toBeDefined();
    const name = flat(calendar.get('Name'));
    if (name !== '') expect(row?.name).toBe(name);
    const recurring = calendar.all('Exception').filter((one) => Number(one.get('Type') ?? 1) > 1);
    const kept = JSON.stringify(row?.definition);
    for (const one of recurring) {
      const label = one.get('Name');
      if (label !== null) expect(kept).toContain(JSON.stringify(label).slice(1, -1));
    }
  }
}

describe.each(files)('%s/%s', (folder, file) => {
  it('is imported with every value as it is written, in one step', async () => {
    const xml = readFileSync(join(data, folder, file), 'utf8');
    const before = (await t.request('undo.state', {})).undo?.seq ?? 0;
    const { projectId, report } = await importFile(folder, file);
    expect((await t.request('undo.state', {})).undo?.label.key).toBe('importProject');
    const steps = await t.request('history.recent', { limit: 500 });
    expect(steps.filter((step) => step.seq > before && step.kind === 'import')).toHaveLength(1);

    const stored = await lists(projectId);
    const written = recordsOf(xml, 'Tasks', 'Task');
    const rows = written.filter((task) => stored.byUid.has(uid(task)));
    // The row of the whole project is no task; everything else has to be there.
    expect(written.length - rows.length).toBeLessThanOrEqual(1);
    expect(stored.tasks).toHaveLength(report.counts.tasks);
    for (const task of rows) {
      const row = stored.byUid.get(uid(task));
      if (row && !row.blank) expectTask(row, task);
    }
    expectLinks(stored, written);
    expectBaselines(stored, written);
    expectCalendars(stored, xml);
    const resources = recordsOf(xml, 'Resources', 'Resource');
    expect(stored.resources.map((row) => row.name).sort()).toEqual(
      resources.map((one) => flat(one.get('Name'))).sort(),
    );
    expect(stored.assignments.length).toBeLessThanOrEqual(recordsOf(xml, 'Assignments', 'Assignment').length);
    expect(await t.request('import.report', { projectId })).toEqual(report);
  });
});

it('wrote a log whose chain holds over all of them', () => {
  expect(verifyChain(store().write)).toBeNull();
});

describe('one import', () => {
  it('is one undo step: undo gives back the store as it was, redo the same project again', async () => {
    const before = liveState(store());
    await importFile('mspdi-from-mpp', '软件项目计划-约束-49.xml');
    const after = liveState(store());
    expect(after).not.toBe(before);
    await t.request('undo.undo', {});
    expect(liveState(store())).toBe(before);
    expect(await t.request('trash.list', {})).toEqual([]);
    await t.request('undo.redo', {});
    expect(liveState(store())).toBe(after);
  });

  it('goes to a client that is there, under the name the user gave', async () => {
    const { id } = await t.request('client.create', { values: { name: '滨江' } });
    const { projectId, clientId } = await t.task('import.project', {
      token: tokenOf('mspdi', 'msp2007-links-17.xml'),
      client: { id },
      name: '  二期  ',
    });
    expect(clientId).toBe(id);
    expect(await t.request('project.get', { id: projectId })).toMatchObject({ name: '二期', client_id: id });
  });

  it('is refused for a client that is not there, and changes nothing', async () => {
    const before = fingerprint(store());
    await expect(
      t.task('import.project', {
        token: tokenOf('mspdi', 'msp2007-links-17.xml'),
        client: { id: 'cli_00000000-0000-7000-8000-000000000000' },
      }),
    ).rejects.toThrow('NOT_FOUND');
    expect(fingerprint(store())).toBe(before);
  });

  it('does not weigh down the list of projects: the report comes with the project alone', async () => {
    const { projectId } = await importFile('mspdi', 'msp2007-links-17.xml');
    const listed = (await t.request('project.list', {})).find(({ id }) => id === projectId);
    expect(listed).toBeDefined();
    expect(listed).not.toHaveProperty('source');
    expect((await t.request('project.get', { id: projectId }))?.source).toHaveProperty('report');
  });

  it('shows the same report before and after', async () => {
    const path = ['mspdi', 'msp2010-obra-comercial-361.xml'] as const;
    const looked = await t.task('import.inspect', { token: tokenOf(...path) });
    const { report } = await importFile(...path);
    expect(report).toEqual(looked);
  });

  it('uses a token once: the file is given back when it is imported', async () => {
    const token = tokenOf('mspdi', 'msp2007-links-17.xml');
    await t.task('import.project', { token, client: { name: '甲' } });
    await expect(t.task('import.project', { token, client: { name: '甲' } })).rejects.toThrow(
      'FILE_TOKEN_UNKNOWN',
    );
  });

  it('tells of files that are gone by the time they are read', async () => {
    const context = t.app.context();
    const { token } = context?.files.fromPath(join(data, 'mspdi', 'msp2007-links-17.xml')) ?? { token: '' };
    const file = context?.files.get(token);
    Object.assign(file ?? {}, { path: join(t.dir, 'gone.xml') });
    await expect(t.task('import.inspect', { token })).rejects.toThrow('FILE_UNREADABLE');
  });
});

describe('in a process of its own', () => {
  it('reads the same, and a cancel on the way leaves nothing behind', async () => {
    const own = await startTestApp({ worker: createForkWorker(workerEntry) });
    try {
      const context = own.app.context();
      if (!context) throw new Error('not open');
      const path = join(data, 'mspdi', 'msp2010-obra-comercial-361.xml');
      const before = fingerprint(context.store);
      const { token } = context.files.fromPath(path);
      const { taskId } = (await own.request('import.project', {
        token,
        client: { name: '甲' },
      })) as unknown as {
        taskId: string;
      };
      await expect
        .poll(
          () => own.events.some((event) => event.type === 'task.progress' && event.taskId === taskId),
          SOON,
        )
        .toBe(true);
      await own.request('task.cancel', { taskId });
      await expect
        .poll(() => own.events.find((event) => event.type === 'task.failed' && event.taskId === taskId), SOON)
        .toMatchObject({ err: { code: 'CANCELLED' } });
      expect(fingerprint(context.store)).toBe(before);
      // The file is still there for a second try.
      const { report } = await own.task('import.project', { token, client: { name: '甲' } });
      expect(report.counts.tasks).toBe(360);
      const fractions = own.events.flatMap((event) =>
        event.type === 'task.progress' ? [event.fraction] : [],
      );
      expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
    } finally {
      await own.close();
    }
  });
});

describe('a file that the desktop hands over', () => {
  it('reaches the window as a token and a name, never as a path', async () => {
    t.openFile(join(data, 'mspdi', 'msp2007-links-17.xml'));
    const opened = t.events.find((event) => event.type === 'file.opened');
    expect(opened).toMatchObject({ name: 'msp2007-links-17.xml' });
    expect(JSON.stringify(opened)).not.toContain(data);
    const token = opened?.type === 'file.opened' ? opened.token : '';
    expect((await t.task('import.inspect', { token })).counts.tasks).toBe(16);
  });

  it('is left alone when it is not there any more', () => {
    const before = t.events.length;
    t.openFile(join(t.dir, 'gone.xml'));
    expect(t.events).toHaveLength(before);
  });
});

describe('a refused file', () => {
  it.each([
    ['odd', 'binary-project-file.mpp', 'FOREIGN_MPP'],
    ['odd', 'project98.mpx', 'FOREIGN_MPX'],
    ['odd', 'constructed-truncated.xml', 'XML_TRUNCATED'],
  ])('%s/%s is refused as %s and leaves the store as it was', async (folder, file, reason) => {
    const before = fingerprint(store());
    const failure = await importFile(folder, file).catch((error: unknown) => error);
    expect(failure).toMatchObject({ err: { code: 'IMPORT_REFUSED', reason } });
    expect(fingerprint(store())).toBe(before);
  });

  it('with a circle of links is imported without the circle, which is named', async () => {
    const { report } = await importFile('odd', 'constructed-dependency-cycle.xml');
    const [cycle] = report.warnings.filter((warning) => warning.code === 'LINK_CYCLE');
    expect(cycle?.args['cycle']).toMatch(/#?\d+.*\d+/);
    expect(report.leftOut.links).toBeGreaterThan(0);
  });

  it('without a namespace is read all the same', async () => {
    const { report } = await importFile('odd', 'no-namespace-xmlns-element-69.xml');
    expect(report.counts.tasks).toBeGreaterThan(60);
  });
});
