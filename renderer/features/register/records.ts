/** The derived channels of any entity. Their names are put together here and nowhere else. */
import { request } from '#renderer/client/wire.ts';
import type { CreateInput, EntityType, Patch } from '#shared/model/registry.ts';

type AnyRequest = (channel: string, input: unknown) => Promise<unknown>;
const send = request as unknown as AnyRequest;

/** @throws RequestError */
export async function createRecord<E extends EntityType>(entity: E, values: CreateInput<E>): Promise<string> {
  return ((await send(`${entity}.create`, { values })) as { id: string }).id;
}

/** @throws RequestError */
export async function updateRecord<E extends EntityType>(
  entity: E,
  id: string,
  patch: Patch<E>,
): Promise<void> {
  await send(`${entity}.update`, { id, patch });
}

/** Puts records of one type into the trash as one step. @throws RequestError */
export async function removeRecords(ids: readonly string[]): Promise<void> {
  await request('register.remove', { ids: [...ids] });
}

/** Takes a record, and what was deleted with it, out of the trash. @throws RequestError */
export async function restoreRecord(id: string): Promise<void> {
  await request('trash.restore', { id });
}
