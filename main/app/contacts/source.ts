/** Files of contacts that users look at: read once per file by the worker, kept while the look goes on. */
import type { AppContext } from '#main/app/context.ts';
import type { TaskContext } from '#main/ipc/router.ts';
import type { ContactsJobResult } from '#main/services/worker/contactsJob.ts';
import type { ContactOptions } from '#shared/ipc/channels/contactImport.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { runTableJob } from '../table/source.ts';

const KEPT = 2;

export type ContactFile = Extract<ContactsJobResult, { readonly ok: true }> & { readonly fileName: string };

export class ContactSource {
  readonly #ctx: AppContext;
  readonly #kept = new Map<string, ContactFile>();

  constructor(ctx: AppContext) {
    this.#ctx = ctx;
  }

  /** @throws AppError CONTACTS_REFUSED and those of the worker */
  async read(token: string, options: ContactOptions, task: TaskContext): Promise<ContactFile> {
    const file = this.#ctx.files.get(token);
    const choice = { encoding: options.encoding, delimiter: options.delimiter };
    const key = JSON.stringify([token, file.path, file.size, choice]);
    const known = this.#kept.get(key);
    if (known) return known;
    // Our own code, which has read a hostile file: every value passes the entity schemas before it is stored.
    const result = (await runTableJob(
      this.#ctx,
      'readContacts',
      { path: file.path, choice },
      file.name,
      task,
    )) as ContactsJobResult;
    if (!result.ok)
      throw new AppError('CONTACTS_REFUSED', { name: file.name, ...result.args }, { reason: result.code });
    const read: ContactFile = { ...result, fileName: file.name };
    for (const old of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - KEPT + 1)))
      this.#kept.delete(old);
    this.#kept.set(key, read);
    return read;
  }

  forget(): void {
    this.#kept.clear();
  }
}
