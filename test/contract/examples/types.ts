import type { ChannelName, InputOf, OutputOf } from '#shared/ipc/contract.ts';
import type { ErrorCode } from '#shared/ipc/errors.ts';
import type { CreateInput, EntityType } from '#shared/model/registry.ts';
import type { TestApp } from '#test/support/testApp.ts';

/** A core with one record of every type. */
export interface World {
  readonly t: TestApp;
  /** Id of the record of each type. */
  readonly ids: Readonly<Record<EntityType, string>>;
}

export interface Example<C extends ChannelName> {
  /** Input the core accepts. May prepare what it needs. */
  readonly accepted: (world: World) => InputOf<C> | Promise<InputOf<C>>;
  /** Input the core refuses although it has the right form or nearly so, and the code of the refusal. */
  readonly refused: { readonly input: (world: World) => unknown; readonly code: ErrorCode };
  /** More than "it answered": what the answer must say. */
  readonly check?: (output: OutputOf<C>, world: World) => void | Promise<void>;
}

/** One example for each of the channels: a channel without one does not compile. */
export type Examples<C extends ChannelName> = { readonly [K in C]: Example<K> };

/** Refusal of a channel that takes no input. */
export const takesNothing = { input: () => ({ unexpected: 1 }), code: 'VALIDATION' } as const;

/** A valid new record of each type, given one of each type it refers to. */
export type NewRecords<T extends EntityType> = {
  readonly [K in T]: (ids: Readonly<Record<EntityType, string>>) => CreateInput<K>;
};
