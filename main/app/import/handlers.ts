import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers, TaskContext } from '#main/ipc/router.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import { createTaskCalendars, toPlanRows } from '#shared/interchange/mspdi/planRows.ts';
import type { MspdiResult } from '#shared/interchange/mspdi/reader.ts';
import { type ImportReport, importReport } from '#shared/ipc/channels/import.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { compareDates } from '#shared/schedule/rollup.ts';
import { runFileJob } from '../file/fileJob.ts';
import { prepareSources, writeMspdiProject } from './mspdiRecords.ts';
import { local, oneLine } from './mspdiTasks.ts';

const TIMEOUT_MS = 120_000;
/** Differences listed by name; the number of all of them is kept besides. */
const MAX_DIFFERENCES = 1000;

type Read = Extract<MspdiResult, { ok: true }>;

async function readFile(
  ctx: AppContext,
  token: string,
  task: TaskContext,
): Promise<{ read: Read; fileName: string }> {
  const file = ctx.files.get(token);
  // The worker is our own code, but it has read a hostile file: nothing of its answer reaches the store
  // without passing the entity schemas again.
  const result = (await runFileJob(
    ctx,
    {
      job: 'readProject',
      input: { path: file.path },
      name: file.name,
      timeoutMs: TIMEOUT_MS,
      share: 0.7,
    },
    task,
  )) as MspdiResult;
  if (!result.ok) {
    const { code, args } = result.refusal;
    throw new AppError('IMPORT_REFUSED', { name: file.name, ...args }, { reason: code });
  }
  return { read: result, fileName: file.name };
}

function countsOf(project: MspdiProject): ImportReport['counts'] {
  return {
    tasks: project.tasks.length,
    milestones: project.tasks.filter((t) => t.milestone && !t.summary).length,
    links: project.tasks.reduce((n, t) => n + t.links.filter((l) => !l.crossProject).length, 0),
    calendars: project.calendars.length,
    resources: project.resources.length,
    assignments: project.assignments.length,
    baselines: new Set(project.tasks.flatMap((t) => t.baselines.map((b) => b.number))).size,
    fields: project.fieldDefinitions.length,
  };
}

function titleOf(project: MspdiProject, fileName: string): string {
  const { title, name } = project.properties;
  const summary = project.projectSummary?.name ?? null;
  const bare = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  // Name is the file name of the writer's machine, so it comes last.
  return (
    oneLine(title, 300) ??
    oneLine(summary, 300) ??
    oneLine(name?.replace(/\.(xml|mpp)$/i, '') ?? null, 300) ??
    (oneLine(bare, 300) || '—')
  );
}

function reportOf(read: Read, fileName: string): ImportReport {
  const { project, leftOut } = read;
  const names = new Map(project.tasks.map((t) => [t.uid, t.name]));
  const differences = compareDates(toPlanRows(project), createTaskCalendars(project));
  return {
    fileName: oneLine(fileName, 300) ?? '',
    producer: project.producer,
    title: titleOf(project, fileName),
    company: oneLine(project.properties.company, 200),
    manager: oneLine(project.properties.manager, 120),
    start: local(project.properties.startDate),
    finish: local(project.properties.finishDate),
    counts: countsOf(project),
    warnings: read.warnings.map((w) => ({ code: w.code, place: w.place, line: w.line, args: { ...w.args } })),
    warningCounts: { ...read.warningCounts },
    leftOut: {
      links: project.droppedLinks.length,
      timephasedBlocks: leftOut.timephasedDropped,
      unknownElements: leftOut.unknownElementsDropped,
    },
    differences: differences.slice(0, MAX_DIFFERENCES).map((d) => ({
      uid: d.uid,
      name: oneLine(names.get(d.uid) ?? null, 200) ?? '',
      source: local(d.finish),
      ours: local(d.expectedFinish),
      reason: d.reason,
    })),
    differenceCount: differences.length,
  };
}

/** Share of the whole at which the file has been read. */
const WRITTEN_FROM = 0.75;
/** What a record goes through until it is in the store and its log; roughly, for the progress alone. */
const STEPS_PER_RECORD = 7;

function expectedSteps({ tasks, links, assignments, resources }: ImportReport['counts']): number {
  return Math.max(1, (tasks + links + assignments + resources) * STEPS_PER_RECORD);
}

/** Tells how much is written, of 100 parts; returns the part told last. */
function tellPercent(task: TaskContext, told: number, share: number): number {
  const part = Math.floor(share * 100);
  if (part > told) task.progress(WRITTEN_FROM + ((1 - WRITTEN_FROM) * part) / 100, 'write');
  return Math.max(part, told);
}

/** Lets others have their turn; gives up when the user has cancelled. */
const pause = (task: TaskContext): Promise<void> =>
  new Promise((resolve, reject) =>
    setImmediate(() => (task.signal.aborted ? reject(new AppError('CANCELLED')) : resolve())),
  );

export function importHandlers(ctx: AppContext): Handlers {
  return {
    'import.inspect': async ({ token }, task) => {
      const { read, fileName } = await readFile(ctx, token, task);
      return reportOf(read, fileName);
    },
    'import.project': async ({ token, client, name }, task) => {
      const { read, fileName } = await readFile(ctx, token, task);
      task.progress(WRITTEN_FROM, 'write');
      // Lets the window hear of the last stage before the one long transaction; a cancel can still stop it.
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (task.signal.aborted) throw new AppError('CANCELLED');
      const report = reportOf(read, fileName);
      await pause(task);
      const sources = await prepareSources(read.project, () => pause(task));
      const title = oneLine(name ?? null, 300) ?? report.title;
      let told = 0;
      const expected = expectedSteps(report.counts);
      const target = { name: title, report, today: ctx.today(), sources };
      const { value } = await ctx.log.commitInSlices(
        { key: 'importProject', args: { name: title.slice(0, 80) } },
        function* (tx) {
          const clientId =
            'id' in client ? tx.get('client', client.id).id : tx.create('client', { name: client.name });
          const projectId = yield* writeMspdiProject(tx, read.project, { ...target, clientId });
          return { clientId, projectId };
        },
        (steps) => {
          told = tellPercent(task, told, Math.min(1, steps / expected));
          return pause(task);
        },
      );
      ctx.files.release(token);
      return { ...value, report };
    },
    'import.report': ({ projectId }) => {
      const source = getRecord(ctx.store.read, 'project', projectId)?.source;
      const parsed = importReport.safeParse(source?.report);
      return parsed.success ? parsed.data : null;
    },
  };
}
