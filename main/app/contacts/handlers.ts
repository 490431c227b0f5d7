/** B17: import of contacts. */
import type { Handlers, TaskContext } from '#main/ipc/router.ts';
import type { ContactOptions } from '#shared/ipc/channels/contactImport.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';
import { KeptFiles } from '../file/fileJob.ts';
import { importContacts } from './commit.ts';
import { previewContacts, readContacts } from './preview.ts';

export function contactImportHandlers(ctx: AppContext): Handlers {
  const source = new KeptFiles(ctx, 'readContacts', 'CONTACTS_REFUSED');
  const look = async (token: string, options: ContactOptions, task: TaskContext) => {
    const file = await source.read(token, options, task);
    return { file, reading: readContacts(ctx, file, options) };
  };
  return {
    'contacts.preview': async ({ token, options }, task) => {
      const { file, reading } = await look(token, options, task);
      return previewContacts(file, reading);
    },
    'contacts.import': async ({ token, options, choices, leaveOut }, task) => {
      const { file, reading } = await look(token, options, task);
      const open = reading.plan.filter(({ closed }) => closed === 'problem').length;
      if (open > 0 && !leaveOut)
        throw new AppError('CONTACTS_PROBLEMS', { count: open }, { field: 'leaveOut' });
      const chosen = new Map(choices.map(({ row, choice }) => [row, choice]));
      const taken = reading.plan.some(
        (row) => row.closed === null && (chosen.get(row.draft.row) ?? row.choice) !== 'skip',
      );
      if (!taken) throw new AppError('CONTACTS_NONE', { name: file.fileName });
      task.progress(0.9, 'write');
      if (task.signal.aborted) throw new AppError('CANCELLED');
      const done = importContacts(ctx, reading.plan, chosen, file.fileName);
      source.forget();
      ctx.files.release(token);
      return done;
    },
  };
}
