/** Whom a document belongs to, from the record it is about. */
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf, type RecordOf, typeOfId } from '#shared/model/registry.ts';

export interface Owners {
  readonly client: RecordOf<'client'>;
  readonly project: RecordOf<'project'> | null;
}

/** The record, which must be of this type. @throws AppError NOT_FOUND */
export function readSubject<T extends EntityType>(ctx: AppContext, type: T, id: string): RecordOf<T> {
  const record = typeOfId(id) === type ? getRecord(ctx.store.read, type, id) : null;
  if (!record) throw new AppError('NOT_FOUND', { entity: type });
  return record;
}

const idIn = (record: object, field: string): string | null => {
  const value: unknown = Reflect.get(record, field);
  return typeof value === 'string' ? value : null;
};

/**
 * Client and project of any record: itself, what it names, or what its owners name.
 * @throws AppError NOT_FOUND if it belongs to nobody
 */
export function ownersOf(ctx: AppContext, id: string): Owners {
  const missing = () => new AppError('NOT_FOUND', { entity: typeOfId(id) ?? 'project' });
  for (let at: string | null = id, steps = 0; at !== null && steps < 6; steps++) {
    const type = typeOfId(at);
    const record: object | null = type === null ? null : getRecord(ctx.store.read, type, at);
    if (type === null || record === null) throw missing();
    if (type === 'client') return { client: record as RecordOf<'client'>, project: null };
    const projectId = type === 'project' ? at : idIn(record, 'project_id');
    if (projectId !== null) {
      const project = readSubject(ctx, 'project', projectId);
      return { client: readSubject(ctx, 'client', project.client_id), project };
    }
    const owner = entityOf(type)
      .owners.map((field) => idIn(record, field))
      .find((value) => value !== null);
    at = idIn(record, 'client_id') ?? owner ?? null;
  }
  throw missing();
}
