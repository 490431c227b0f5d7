import { getRecord, listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { isPlainAddress, type Mailbox } from '#main/services/mail/eml.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';

export interface Recipients {
  readonly client: RecordOf<'client'>;
  readonly to: readonly (Mailbox & { readonly contactId: string })[];
  readonly cc: readonly Mailbox[];
  /** As they are shown: `李工 <li@example.com>`. */
  readonly lists: { to: string[]; cc: string[] };
}

/** `李工 <li@example.com>`. */
export const shownBox = ({ name, address }: Mailbox): string =>
  name === '' ? address : `${name} <${address}>`;

/** The contacts of the project's client that receive reports. @throws AppError NOT_FOUND */
export function recipientsOf(ctx: AppContext, projectId: string): Recipients {
  const project = getRecord(ctx.store.read, 'project', projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return recipientsOfClient(ctx, project.client_id);
}

/** Contacts of the client that receive reports, each address once; "to" wins over "cc". @throws AppError NOT_FOUND */
export function recipientsOfClient(ctx: AppContext, clientId: string): Recipients {
  const client = getRecord(ctx.store.read, 'client', clientId);
  if (!client) throw new AppError('NOT_FOUND', { entity: 'client' });
  const seen = new Set<string>();
  const boxes = (kind: 'to' | 'cc') =>
    listRecords(ctx.store.read, 'contact', { client_id: client.id }).flatMap((contact) => {
      const address = contact.email?.trim() ?? '';
      if (contact.report_copy !== kind || !isPlainAddress(address)) return [];
      if (seen.has(address.toLowerCase())) return [];
      seen.add(address.toLowerCase());
      return [{ name: contact.name, address, contactId: contact.id }];
    });
  const to = boxes('to');
  const cc = boxes('cc');
  return { client, to, cc, lists: { to: to.map(shownBox), cc: cc.map(shownBox) } };
}
