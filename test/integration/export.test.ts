import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRows } from '#db/queries/projectRows.ts';
import { getRecord } from '#db/queries/records.ts';
import { planModel } from '#main/app/export/planModel.ts';
import { readGan } from '#shared/interchange/gan/read.ts';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { createMspdiReader, type MspdiResult } from '#shared/interchange/mspdi/reader.ts';
import { writeMspdi } from '#shared/interchange/mspdi/write.ts';
import type { ExportFormat } from '#shared/ipc/channels/export.ts';
import { dayOf } from '#shared/schedule/calendar/instant.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { readIcsHolidays } from '#shared/schedule/holidays/ics.ts';
import { type ImportFiles, importFiles, importFrom, openContext } from '#test/support/importFiles.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { mspdiFiles, requireSharedData } from '#test/support/sharedData.ts';
import { liveState } from '#test/support/storeState.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

vi.setConfig({ testTimeout: 60_000 });
const data = requireSharedData();
let t: TestApp;
let files: ImportFiles;
beforeAll(async () => {
  files = importFiles();
  t = await startTestApp();
});
afterAll(async () => {
  files.remove();
  await t.close();
});

type Read = Extract<MspdiResult, { ok: true }>;
const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

function readBytes(bytes: Uint8Array): Read {
  const result = readMspdiBytes(bytes, decode);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} line ${result.refusal.line}`);
  return result;
}

function reread(project: MspdiProject): Read {
  const reader = createMspdiReader();
  for (const piece of writeMspdi(project)) reader.write(piece);
  const result = reader.end();
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} line ${result.refusal.line}`);
  return result;
}

async function stored(projectId: string): Promise<MspdiProject> {
  const { store } = openContext(t);
  const project = getRecord(store.read, 'project', projectId);
  if (!project) throw new Error('the project is not there');
  return planModel(readRows(store.read, project), 0, async () => {});
}

/** Links that were left out at the import, because they cannot hold, are not written; the writer is another one. */
const comparable = ({ producer, droppedLinks, ...rest }: MspdiProject) => ({
  ...rest,
  crossing: droppedLinks.filter(({ link }) => link.crossProject),
});

describe.each(mspdiFiles())('%s/%s', (folder, file) => {
  it('comes back the same in every field after import, export and import', async () => {
    const path = join(data, folder, file);
    const before = readBytes(readFileSync(path));
    const { projectId } = await importFrom(t, path);
    const after = reread(await stored(projectId));
    expect(comparable(after.project)).toEqual(comparable(before.project));
    for (const [code, count] of Object.entries(after.warningCounts))
      expect(
        before.warningCounts[code as keyof typeof before.warningCounts] ?? 0,
        code,
      ).toBeGreaterThanOrEqual(count);
  });
});

/** Saves a project through the channel and gives the text of the file. */
async function saved(projectId: string, format: ExportFormat) {
  const file = await t.task('export.file', { projectId, format });
  if (!file) throw new Error('nothing was saved');
  return { ...file, text: readFileSync(join(t.dir, file.name), 'utf8') };
}

const readText = (text: string): Read => readBytes(Buffer.from(text));
const taskId = async (projectId: string, uid: number): Promise<string> => {
  const tasks = await t.request('task.list', { where: { project_id: projectId } });
  const found = tasks.find((task) => task.source_uid === uid);
  if (!found) throw new Error(`no task ${uid}`);
  return found.id;
};

describe('a Microsoft Project file of ours', () => {
  it('keeps unknown elements of project, task, resource, assignment and calendar, in their order', async () => {
    const odd = '<Zeta a="1">x &amp; y</Zeta><Alpha><Inner/></Alpha><Zeta>2</Zeta>';
    const xml = mspdiText({
      more: odd,
      calendars: `<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>${odd}</Calendar>`,
      tasks: [{ Name: 'Dig' }],
      resources: [{ UID: 1, ID: 1, Name: 'Crane', Type: 1 }],
      assignments: [{ UID: 1, TaskUID: 1, ResourceUID: 1, Units: 1 }],
    })
      .replace('</Task>', `${odd}</Task>`)
      .replace('</Resource>', `${odd}</Resource>`)
      .replace('</Assignment>', `${odd}</Assignment>`);
    const { projectId } = await importFrom(t, files.write(xml));
    const { text } = await saved(projectId, 'mspdi');
    const inOrder = text.replace(/>\s+</g, '><').split(odd).length - 1;
    expect(inOrder).toBe(5);
    expect(readText(text).project.tasks[0]?.extra).toEqual(readText(xml).project.tasks[0]?.extra);
  });

  it('has the parts of each record in the order of the schema', async () => {
    const { projectId } = await importFrom(t, join(data, 'mspdi', 'msp365-p007-karce-69.xml'));
    const { text } = await saved(projectId, 'mspdi');
    const original = readFileSync(join(data, 'mspdi', 'msp365-p007-karce-69.xml'), 'utf8');
    const names = (xml: string, list: string, record: string) =>
      (new RegExp(`<${list}>[\\s\\S]*?</${list}>`).exec(xml)?.[0] ?? '')
        .split(`<${record}>`)
        .slice(1)
        .map((part) => [...new Set([...part.matchAll(/^\t\t\t<(\w+)>/gm)].map(([, name]) => name))]);
    for (const [list, record] of [
      ['Tasks', 'Task'],
      ['Resources', 'Resource'],
      ['Assignments', 'Assignment'],
    ] as const) {
      const ours = names(text, list, record);
      const theirs = names(original, list, record);
      expect(ours).toHaveLength(theirs.length);
      for (const [i, written] of theirs.entries()) {
        const known = new Set(written);
        expect((ours[i] ?? []).filter((name) => known.has(name))).toEqual(
          written.filter((name) => ours[i]?.includes(name)),
        );
      }
    }
  });

  it('carries an edit, and drops what the other program had computed from the old dates', async () => {
    const { projectId } = await importFrom(t, join(data, 'mspdi', 'msp2007-links-17.xml'));
    const before = (await stored(projectId)).tasks.find(({ uid }) => uid === 2);
    const id = await taskId(projectId, 2);
    await t.request('task.update', {
      id,
      patch: { name: 'Pour, & cure <C30>', percent: 40, notes: '第一行\n第二行' },
    });
    const { project, warningCounts } = readText((await saved(projectId, 'mspdi')).text);
    const task = project.tasks.find(({ uid }) => uid === 2);
    expect(before?.stored.lateFinish).not.toBeNull();
    expect(task).toMatchObject({
      name: 'Pour, & cure <C30>',
      notes: '第一行\n第二行',
      start: before?.start,
      finish: before?.finish,
    });
    expect(task?.progress.percentComplete).toBe(40);
    expect(task?.extra.some(({ name }) => name === 'TimephasedData')).toBe(false);
    expect(warningCounts).toEqual({});
  });

  it('leaves out what was deleted and numbers what is new', async () => {
    const { projectId } = await importFrom(t, join(data, 'mspdi', 'msp2007-links-17.xml'));
    await t.request('task.remove', { id: await taskId(projectId, 3) });
    await t.request('task.create', {
      values: {
        project_id: projectId,
        name: '新工序',
        start_at: '2026-03-02T08:00:00',
        finish_at: '2026-03-03T17:00:00',
        duration_tenths: 9600,
      },
    });
    const { project } = readText((await saved(projectId, 'mspdi')).text);
    expect(project.tasks.some(({ uid }) => uid === 3)).toBe(false);
    expect(
      project.tasks.every(({ links }) => links.every(({ predecessorUid }) => predecessorUid !== 3)),
    ).toBe(true);
    const made = project.tasks.find(({ name }) => name === '新工序');
    expect(made?.uid).toBeGreaterThan(16);
    expect(new Set(project.tasks.map(({ uid }) => uid)).size).toBe(project.tasks.length);
  });

  it.each(['zh-CN', 'zh-TW', 'en'] as const)(
    'of the sample project (%s) is read again with the same dates, links and calendars',
    async (language) => {
      const own = await startTestApp();
      try {
        const { projectId } = await own.task('sample.create', { language });
        const file = await own.task('export.file', { projectId, format: 'mspdi' });
        const path = join(own.dir, file?.name ?? '');
        const tasks = await own.request('task.list', { where: { project_id: projectId } });
        const links = await own.request('link.list', { where: { project_id: projectId } });
        const { token } = openContext(own).files.fromPath(path);
        const again = await own.task('import.project', { token, client: { name: '乙' } });
        expect(again.report.warnings).toEqual([]);
        expect(again.report.producer).toBe('milepost');
        const where = { project_id: again.projectId };
        const copied = await own.request('task.list', { where });
        const summaries = new Set(tasks.map(({ parent_id: id }) => id));
        const facts = (rows: typeof tasks) =>
          rows
            .map(
              ({
                name,
                wbs,
                start_at,
                finish_at,
                duration_tenths,
                percent,
                milestone,
                notes,
                deadline_at,
                mode,
                priority,
              }) => ({
                name,
                wbs,
                start_at,
                finish_at,
                duration_tenths,
                percent,
                milestone,
                notes,
                deadline_at,
                mode,
                priority,
              }),
            )
            .sort((a, b) => (a.name < b.name ? -1 : 1));
        const leaves = tasks.filter(({ id }) => !summaries.has(id)).map(({ name }) => name);
        expect(copied).toHaveLength(tasks.length);
        expect(facts(copied.filter(({ name }) => leaves.includes(name)))).toEqual(
          facts(tasks.filter(({ name }) => leaves.includes(name))),
        );
        const linkFacts = (rows: typeof links, all: typeof tasks) => {
          const nameOf = new Map(all.map(({ id, name }) => [id, name]));
          return rows
            .map(
              (row) =>
                `${nameOf.get(row.from_id)} ${row.type} ${nameOf.get(row.to_id)} ${row.lag_kind} ${row.lag_value} ${row.lag_unit}`,
            )
            .sort();
        };
        expect(linkFacts(await own.request('link.list', { where }), copied)).toEqual(linkFacts(links, tasks));
        const weeks = async (id: string) =>
          (await own.request('calendar.list', { where: { project_id: id } })).map(({ name, definition }) => [
            name,
            definition['week'],
            definition['exceptions'],
          ]);
        expect(await weeks(again.projectId)).toEqual(await weeks(projectId));
      } finally {
        await own.close();
      }
    },
  );
});

const ganDir = join(data, 'gan');
const ganFiles = readdirSync(ganDir).filter((name) => name.endsWith('.gan'));

describe.each(ganFiles)('gan/%s', (file) => {
  it('is imported in one undo step without moving a day, and comes back the same as .gan', async () => {
    const path = join(ganDir, file);
    const before = readGan(readFileSync(path, 'utf8'));
    if (!before.ok) throw new Error(before.refusal.code);
    const state = liveState(openContext(t).store);
    const { projectId, report } = await importFrom(t, path);
    expect(report.producer).toBe('ganttproject');
    expect(report.differenceCount).toBe(0);
    const { text } = await saved(projectId, 'gan');
    const after = readGan(text);
    if (!after.ok) throw new Error(after.refusal.code);
    const title = before.project.properties.title ?? report.title;
    expect({ ...after.project, properties: { ...after.project.properties, title } }).toEqual({
      ...before.project,
      properties: { ...before.project.properties, title },
    });
    await t.request('undo.undo', {});
    expect(liveState(openContext(t).store)).toBe(state);
    await t.request('undo.redo', {});
  });

  it('goes on as Microsoft Project XML with the same days', async () => {
    const { projectId } = await importFrom(t, join(ganDir, file));
    const { project, warningCounts } = readText((await saved(projectId, 'mspdi')).text);
    const before = readGan(readFileSync(join(ganDir, file), 'utf8'));
    if (!before.ok) throw new Error(before.refusal.code);
    const days = ({ tasks }: MspdiProject) => tasks.map(({ name, start, finish }) => [name, start, finish]);
    expect(days(project)).toEqual(days(before.project));
    // What the file says makes a calculation find these days again.
    const result = schedule(toCpmInput(project));
    if (!result.ok) throw new Error('a circle');
    for (const task of project.tasks)
      if (!task.summary) expect(result.dates.get(task.uid)?.start, task.name).toBe(task.start);
    expect(Object.keys(warningCounts).filter((code) => code !== 'MANUAL_TASKS')).toEqual([]);
    expect(project.fieldDefinitions.every(({ fieldId }) => /^\d+$/.test(fieldId))).toBe(true);
  });
});

it('a Microsoft Project plan as .gan keeps its days and says what the format cannot', async () => {
  const { projectId } = await importFrom(t, join(data, 'mspdi-from-mpp', '软件项目计划-约束-49.xml'));
  const { text, lost } = await saved(projectId, 'gan');
  const read = readGan(text);
  if (!read.ok) throw new Error(read.refusal.code);
  const model = await stored(projectId);
  const days = ({ tasks }: MspdiProject) =>
    tasks.map(({ name, start }) => [name, start === null ? null : dayOf(start)]);
  expect(days(read.project)).toEqual(days(model));
  expect(lost['constraints']).toBeGreaterThan(0);
  expect(lost['deadlines']).toBe(1);
});

describe('milestones as a calendar', () => {
  it('are the milestones of the plan on their days, and the same entries the next time', async () => {
    const { projectId } = await importFrom(t, join(data, 'mspdi-from-mpp', '开办新公司-102.xml'));
    const first = (await saved(projectId, 'ics')).text;
    const milestones = (await t.request('task.list', { where: { project_id: projectId } })).filter(
      ({ milestone }) => milestone,
    );
    expect(milestones.length).toBeGreaterThan(3);
    const list = readIcsHolidays(first);
    if (!list.ok) throw new Error(list.code);
    expect(new Set(list.days.map(({ date }) => date))).toEqual(
      new Set(milestones.map(({ finish_at }) => finish_at?.slice(0, 10))),
    );
    const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    t.now += 86_400_000;
    expect(uids((await saved(projectId, 'ics')).text)).toEqual(uids(first));
    expect(uids(first)).toHaveLength(milestones.length);
  });
});

describe('saving', () => {
  it('a project that is not there is refused', async () => {
    await expect(
      t.task('export.file', { projectId: 'prj_00000000-0000-7000-8000-000000000000', format: 'ics' }),
    ).rejects.toThrow('NOT_FOUND');
  });

  it('into a folder that is gone fails with the name of the file and leaves nothing', async () => {
    const own = await startTestApp({ saveTo: join(t.dir, 'gone') });
    try {
      const { projectId } = await own.task('sample.create', { language: 'en' });
      await expect(own.task('export.file', { projectId, format: 'mspdi' })).rejects.toThrow(
        'EXPORT_WRITE_FAILED',
      );
    } finally {
      await own.close();
    }
  });

  it('can be cancelled on the way; the file of the time before is still whole', async () => {
    const { projectId } = await importFrom(t, join(data, 'mspdi-other', 'mpxj-hotel-fitout-781.xml'));
    const { name, text } = await saved(projectId, 'mspdi');
    const { taskId: id } = (await t.request('export.file', { projectId, format: 'mspdi' })) as unknown as {
      taskId: string;
    };
    await t.request('task.cancel', { taskId: id });
    await expect
      .poll(() => t.events.find((event) => event.type === 'task.failed' && event.taskId === id))
      .toMatchObject({ err: { code: 'CANCELLED' } });
    expect(readFileSync(join(t.dir, name), 'utf8')).toBe(text);
    expect(readdirSync(t.dir).filter((each) => each.endsWith('.tmp'))).toEqual([]);
  });
});
