import { basename } from 'node:path';
import { type ProjectRows, projectTasks, readRows } from '#db/queries/projectRows.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { askPath } from '#main/app/file/saveFile.ts';
import type { Handlers, TaskContext } from '#main/ipc/router.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { writePieces } from '#main/services/files/writePieces.ts';
import { ganLosses } from '#shared/interchange/gan/losses.ts';
import { writeGan } from '#shared/interchange/gan/write.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import { writeMspdi } from '#shared/interchange/mspdi/write.ts';
import type { ExportFormat } from '#shared/ipc/channels/export.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { withAnchors, withSchedule } from './anchors.ts';
import { withTextFields } from './fields.ts';
import { planLosses } from './losses.ts';
import { milestonesCalendar } from './milestones.ts';
import { planModel } from './planModel.ts';

const KINDS = {
  mspdi: { extension: 'xml', filter: 'Microsoft Project XML' },
  gan: { extension: 'gan', filter: 'GanttProject' },
  ics: { extension: 'ics', filter: 'iCalendar' },
} as const;

/** Baselines 0 to 10. */
const MAX_BASELINES = 11;
/** What is done when the plan is read, when it is shaped, and when its dates are calculated. */
const SHARES = { read: 0.1, model: 0.4, schedule: 0.55 } as const;

/** Lets others have their turn between two bits of work, says how far it is, and hears Cancel. */
function pauseOf(task: TaskContext): (fraction?: number, stage?: string) => Promise<void> {
  return (fraction, stage = 'read') =>
    new Promise((resolve, reject) => {
      if (fraction !== undefined) task.progress(fraction, stage);
      setImmediate(() => (task.signal.aborted ? reject(new AppError('CANCELLED')) : resolve()));
    });
}
type Pause = ReturnType<typeof pauseOf>;

interface Document {
  readonly pieces: Iterable<string>;
  /** How many there are, about. */
  readonly count: number;
  readonly lost: Readonly<Record<string, number>>;
}

async function documentOf(
  ctx: AppContext,
  project: RecordOf<'project'>,
  format: ExportFormat,
  pause: Pause,
): Promise<Document> {
  if (format === 'ics') {
    const madeAt = new Date(ctx.ports.clock.now()).toISOString();
    const tasks = projectTasks(ctx.store.read, project.id);
    return { pieces: [milestonesCalendar(project, tasks, madeAt)], count: 1, lost: {} };
  }
  const rows = readRows(ctx.store.read, project);
  await pause(SHARES.read);
  const model = await planModel(rows, parseLocal(ctx.nowLocal()) ?? 0, (done) =>
    pause(done === undefined ? undefined : SHARES.read + done * (SHARES.model - SHARES.read)),
  );
  await pause(SHARES.model);
  const beyond = Math.max(0, rows.baselines.length - MAX_BASELINES);
  const lost = { ...planLosses(rows, format === 'mspdi'), ...(beyond > 0 ? { baselines: beyond } : {}) };
  const count = model.tasks.length + model.assignments.length;
  if (format === 'gan') return { pieces: writeGan(model), count, lost: { ...ganLosses(model), ...lost } };
  const fields = withTextFields(model);
  const pieces = writeMspdi(await forProject(fields.model, rows, pause));
  return {
    pieces,
    count,
    lost: fields.lost > 0 ? { ...lost, fields: fields.lost } : lost,
  };
}

/** A plan of that program says why its dates are what they are; for any other we say it. */
async function forProject(
  model: MspdiProject,
  { project, untouched }: ProjectRows,
  pause: Pause,
): Promise<MspdiProject> {
  if (project.source?.['kind'] === 'mspdi') return untouched ? model : withSchedule(model);
  const anchored = withAnchors(model);
  await pause((SHARES.model + SHARES.schedule) / 2);
  return withSchedule(anchored);
}

async function write(path: string, { pieces, count }: Document, pause: Pause): Promise<void> {
  let done = 0;
  const counted = function* () {
    for (const piece of pieces) {
      done += 1;
      yield piece;
    }
  };
  const share = () => SHARES.schedule + (1 - SHARES.schedule) * Math.min(1, done / Math.max(1, count));
  try {
    await writePieces(path, counted(), () => pause(share(), 'write'));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('EXPORT_WRITE_FAILED', { name: basename(path) }, { cause: error });
  }
}

export function exportHandlers(ctx: AppContext): Handlers {
  return {
    'export.file': async ({ projectId, format }, task) => {
      const project = getRecord(ctx.store.read, 'project', projectId);
      if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
      const { extension, filter } = KINDS[format];
      const name = safeFileName(project.name, extension, 'project');
      const path = await askPath(ctx, name, extension, filter);
      if (path === null) return null;
      const pause = pauseOf(task);
      task.progress(0, 'read');
      const document = await documentOf(ctx, project, format, pause);
      await pause(SHARES.schedule, 'write');
      await write(path, document, pause);
      return { name: basename(path), lost: { ...document.lost } };
    },
  };
}
