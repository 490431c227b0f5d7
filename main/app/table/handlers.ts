import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import { type AppContext, wallClock } from '#main/app/context.ts';
import type { Handlers, TaskContext } from '#main/ipc/router.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { STANDARD_UNITS } from '#shared/domain/plan/duration.ts';
import { catalogues, type Locale } from '#shared/i18n/index.ts';
import { exampleTasks, helpSheet, taskSheet, type WrittenSheet } from '#shared/interchange/table/write.ts';
import type { TableOptions } from '#shared/ipc/channels/table.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { type PresetKind, presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { KeptFiles, runTableJob } from '../file/fileJob.ts';
import { savedName, saveExport } from '../file/saveFile.ts';
import { unitsOf } from '../plan/planCommit.ts';
import { importInto, importNew } from './commit.ts';
import { writtenTasks } from './export.ts';
import {
  datedTasks,
  planStart,
  previewOf,
  type Reading,
  type ReadSettings,
  readSource,
  weekOf,
} from './preview.ts';

type Format = 'xlsx' | 'csv';

function projectOf(ctx: AppContext, id: string): RecordOf<'project'> {
  const project = getRecord(ctx.store.read, 'project', id);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

function settingsOf(ctx: AppContext, project: RecordOf<'project'> | null): ReadSettings {
  const zone = ctx.ports.clock.timeZone();
  return {
    units: project ? unitsOf(project) : STANDARD_UNITS,
    toLocal: (ms) => wallClock(ms, zone),
  };
}

/** Calendar and first day of the plan that the list would go to. */
function targetOf(ctx: AppContext, project: RecordOf<'project'> | null, kind: PresetKind, reading: Reading) {
  const { tasks } = reading.draft;
  if (project)
    return {
      calendar: projectCalendars(ctx.store.read, project.id).of(null),
      units: unitsOf(project),
      startOn: project.start_on ?? ctx.today(),
    };
  return {
    calendar: compileCalendar(presetCalendar(kind, 'new', ''), new Map()),
    units: STANDARD_UNITS,
    startOn: planStart(tasks, ctx.today()),
  };
}

/** Nothing is written of a table that leaves something open. */
function refuseOpen({ draft, mapping }: Reading, leaveOut: boolean): void {
  if (mapping.name === undefined) throw new AppError('TABLE_NO_NAME', {}, { field: 'options.mapping' });
  if (draft.undecided) {
    const count = draft.dates.reduce(
      (sum, { order, ambiguous }) => sum + (order === null ? ambiguous : 0),
      0,
    );
    throw new AppError('TABLE_DATES_UNDECIDED', { count }, { field: 'options.dateOrders' });
  }
  if (draft.problems.length > 0 && !leaveOut)
    throw new AppError('TABLE_PROBLEMS', { count: draft.problems.length }, { field: 'leaveOut' });
  if (draft.tasks.length === 0) throw new AppError('TABLE_NO_TASKS');
}

/** Asks where to, writes, and answers the name; null if nothing was chosen. @throws AppError EXPORT_WRITE_FAILED */
export async function saveAs(
  ctx: AppContext,
  stem: string,
  format: Format,
  sheets: readonly WrittenSheet[],
  task: TaskContext,
): Promise<{ name: string } | null> {
  const name = safeFileName(stem, format);
  const make = async (): Promise<Uint8Array> => {
    const bytes = await runTableJob(ctx, 'writeTable', { format, sheets }, name, task);
    if (!(bytes instanceof Uint8Array)) throw new AppError('WORKER_CRASH', { name });
    return bytes;
  };
  return savedName(await saveExport(ctx, name, format, make, format === 'xlsx' ? 'Excel' : 'CSV'));
}

const unwatched = (): TaskContext => ({ signal: new AbortController().signal, progress: () => {} });

const templateSheets = (language: Locale): WrittenSheet[] => [
  taskSheet(exampleTasks(language), STANDARD_UNITS, language),
  helpSheet(language),
];

function readingHandlers(
  ctx: AppContext,
  source: KeptFiles<'readTable'>,
): Pick<Handlers, 'table.preview' | 'table.import'> {
  const look = async (
    token: string,
    options: TableOptions,
    project: RecordOf<'project'> | null,
    task: TaskContext,
  ) => {
    const table = await source.read(token, options, task);
    const settings = settingsOf(ctx, project);
    return { table, settings, reading: readSource(table, options, settings) };
  };
  return {
    'table.preview': async ({ token, options, projectId, calendar }, task) => {
      const project = projectId === undefined ? null : projectOf(ctx, projectId);
      const { table, settings, reading } = await look(token, options, project, task);
      const kind = calendar ?? weekOf(reading.draft.tasks);
      const dated = datedTasks(reading.draft.tasks, targetOf(ctx, project, kind, reading));
      return previewOf(table, reading, dated, settings);
    },
    'table.import': async ({ token, options, leaveOut, into }, task) => {
      const project = 'projectId' in into ? projectOf(ctx, into.projectId) : null;
      const { reading } = await look(token, options, project, task);
      refuseOpen(reading, leaveOut);
      task.progress(0.85, 'write');
      // Lets the window hear of the last stage before the one long transaction; a cancel can still stop it.
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (task.signal.aborted) throw new AppError('CANCELLED');
      const { tasks } = reading.draft;
      const done =
        'projectId' in into
          ? importInto(ctx, tasks, into, project?.name ?? '')
          : importNew(ctx, tasks, { ...into, calendar: into.calendar ?? weekOf(tasks) });
      source.forget();
      ctx.files.release(token);
      return done;
    },
  };
}

export function tableHandlers(ctx: AppContext): Handlers {
  return {
    ...readingHandlers(ctx, new KeptFiles(ctx, 'readTable', 'TABLE_REFUSED')),
    'table.template': ({ language, format }) =>
      saveAs(
        ctx,
        catalogues[language].tableImport.template.file,
        format,
        templateSheets(language),
        unwatched(),
      ),
    'table.export': async ({ projectId, language, format }, task) => {
      const project = projectOf(ctx, projectId);
      const sheet = taskSheet(writtenTasks(ctx, projectId), unitsOf(project), language);
      const stem = catalogues[language].tableImport.exportFile.replace('{{name}}', () => project.name);
      return saveAs(ctx, stem, format, [sheet], task);
    },
  };
}
