import type { z } from 'zod';
import type { EntityType } from '../model/registry.ts';

/**
 * `query`: pure, names what it reads, so that the client knows when to ask again.
 * `command`: at most one commit. `task`: runs on, reports progress, can be cancelled.
 */
export type ChannelKind = 'query' | 'command' | 'task';

export interface Channel<K extends ChannelKind = ChannelKind, I = unknown, O = unknown> {
  readonly kind: K;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** Entities whose change makes a cached answer stale; `log` is every change. Queries only. */
  readonly reads: readonly (EntityType | 'log' | 'prefs')[];
}

type Schema = z.core.$ZodType;
type Out<S extends Schema> = z.core.output<S>;

// A schema is named by its own type and not by `z.ZodType<I>`: to find I the compiler would compare every method of it.
function make<K extends ChannelKind, I extends Schema, O extends Schema>(
  kind: K,
  input: I,
  output: O,
  reads: Channel['reads'],
): Channel<K, Out<I>, Out<O>> {
  return { kind, input, output, reads } as unknown as Channel<K, Out<I>, Out<O>>;
}

export const query = <I extends Schema, O extends Schema>(input: I, output: O, reads: Channel['reads']) =>
  make('query', input, output, reads);

export const command = <I extends Schema, O extends Schema>(input: I, output: O) =>
  make('command', input, output, []);

export const task = <I extends Schema, O extends Schema>(input: I, output: O) =>
  make('task', input, output, []);
