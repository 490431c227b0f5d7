import { basename } from 'node:path';
import { type ProjectRows, projectTasks, readRows } from '#db/queries/projectRows.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
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
/** Reading and shaping the plan, as a share of the whole. */
const MODEL_SHARE = 0.5;

function pauseOf(task: TaskContext): () => Promise<void> {
  return () =>
    new Promise((resolve, reject) =>
      setImmediate(() => (task.signal.aborted ? reject(new AppError('CANCELLED')) : resolve())),
    );
}

interface Document {
  readonly pieces: Iterable<string>;
  readonly lost: Readonly<Record<string, number>>;
}

async function documentOf(
  ctx: AppContext,
  project: RecordOf<'project'>,
  format: ExportFormat,
  pause: () => Promise<void>,
): Promise<Document> {
  if (format === 'ics') {
    const madeAt = new Date(ctx.ports.clock.now()).toISOString();
    const tasks = projectTasks(ctx.store.read, project.id);
    return { pieces: [milestonesCalendar(project, tasks, madeAt)], lost: {} };
  }
  const rows = readRows(ctx.store.read, project);
  const model = await planModel(rows, parseLocal(ctx.nowLocal()) ?? 0, pause);
  const beyond = Math.max(0, rows.baselines.length - MAX_BASELINES);
  const lost = { ...planLosses(rows, format === 'mspdi'), ...(beyond > 0 ? { baselines: beyond } : {}) };
  if (format === 'gan') return { pieces: writeGan(model), lost: { ...ganLosses(model), ...lost } };
  const fields = withTextFields(model);
  return {
    pieces: writeMspdi(forProject(fields.model, rows)),
    lost: fields.lost > 0 ? { ...lost, fields: fields.lost } : lost,
  };
}

/** A plan of that program says why its dates are what they are; for any other we say it. */
function forProject(model: MspdiProject, { project, untouched }: ProjectRows): MspdiProject {
  if (project.source?.['kind'] === 'mspdi') return untouched ? model : withSchedule(model);
  return withSchedule(withAnchors(model));
}

async function write(path: string, document: Document, pause: () => Promise<void>): Promise<void> {
  try {
    await writePieces(path, document.pieces, pause);
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
      const filters = [{ name: filter, extensions: [extension] }];
      const path = await ctx.ports.dialogs.saveFile({ title: name, suggestedName: name, filters });
      if (path === null) return null;
      const pause = pauseOf(task);
      task.progress(0, 'read');
      const document = await documentOf(ctx, project, format, pause);
      task.progress(MODEL_SHARE, 'write');
      await write(path, document, pause);
      return { name: basename(path), lost: { ...document.lost } };
    },
  };
}
