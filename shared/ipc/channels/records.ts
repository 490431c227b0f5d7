/** Channels every entity gets from its definition: list, get, create, update, remove. */
import { z } from 'zod';
import type { Entity } from '../../model/entity.ts';
import { idSchema } from '../../model/field.ts';
import {
  type CreateInput,
  type EntityType,
  entityOf,
  entityTypes,
  type ListedOf,
  type Patch,
  type RecordOf,
} from '../../model/registry.ts';
import { type Channel, command, query } from '../channel.ts';

/** Equality on reference fields, e.g. `{ project_id }`. */
export type ListInput = { readonly where?: Readonly<Record<string, string | null>> | undefined };

/** Types whose definition says `writes: 'sealed'`: no derived command exists for them. */
export type SealedType = 'document' | 'signoff';
/** Types whose definition says `writes: 'usecase'`: of the derived commands only removing exists for them. */
export type UsecaseType = 'report' | 'attachment' | 'stage_change' | SealedType;
/** Types that the user may put into the trash. */
export type RemovableType = Exclude<EntityType, SealedType>;
type WritableType = Exclude<EntityType, UsecaseType>;

type ReadChannels = {
  [T in EntityType as `${T}.list`]: Channel<'query', ListInput, readonly ListedOf<T>[]>;
} & { [T in EntityType as `${T}.get`]: Channel<'query', { id: string }, RecordOf<T> | null> };

type WriteChannels = {
  [T in WritableType as `${T}.create`]: Channel<'command', { values: CreateInput<T> }, { id: string }>;
} & {
  [T in WritableType as `${T}.update`]: Channel<
    'command',
    { id: string; patch: Patch<T> },
    { changed: boolean }
  >;
} & { [T in RemovableType as `${T}.remove`]: Channel<'command', { id: string }, Record<string, never>> };

export type RecordChannels = ReadChannels & WriteChannels;

const withId = z.strictObject({ id: idSchema });
const nothing = z.strictObject({});

/** The channels of one entity, all of them derived from its definition. */
export function channelsOf(entity: Entity): Record<string, Channel> {
  const type = entity.type as EntityType;
  const refs = Object.keys(entity.fields).filter((name) => entity.fields[name]?.target);
  const where = z.strictObject(
    Object.fromEntries(refs.map((name) => [name, idSchema.nullable().optional()])),
  );
  const out: Record<string, Channel> = {
    [`${type}.list`]: query(z.strictObject({ where: where.optional() }), z.array(entity.listedSchema), [
      type,
    ]) as Channel,
    [`${type}.get`]: query(withId, entity.recordSchema.nullable(), [type]) as Channel,
  };
  if (entity.writes === 'sealed') return out;
  out[`${type}.remove`] = command(withId, nothing) as Channel;
  if (entity.writes === 'usecase') return out;
  // System fields are for use cases: a form that sends one is refused.
  const system = Object.keys(entity.fields).filter((name) => entity.fields[name]?.system);
  const values = (entity.createSchema as unknown as z.ZodObject).omit(
    Object.fromEntries(system.map((name) => [name, true])) as never,
  );
  out[`${type}.create`] = command(z.strictObject({ values: values.strict() }), withId) as Channel;
  out[`${type}.update`] = command(
    z.strictObject({ id: idSchema, patch: entity.patchSchema }),
    z.strictObject({ changed: z.boolean() }),
  ) as Channel;
  return out;
}

export const recordChannels = Object.assign(
  {},
  ...entityTypes.map((type) => channelsOf(entityOf(type))),
) as RecordChannels;
