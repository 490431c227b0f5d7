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

export function query<I, O>(
  input: z.ZodType<I>,
  output: z.ZodType<O>,
  reads: Channel['reads'],
): Channel<'query', I, O> {
  return { kind: 'query', input, output, reads };
}

export function command<I, O>(input: z.ZodType<I>, output: z.ZodType<O>): Channel<'command', I, O> {
  return { kind: 'command', input, output, reads: [] };
}

export function task<I, O>(input: z.ZodType<I>, output: z.ZodType<O>): Channel<'task', I, O> {
  return { kind: 'task', input, output, reads: [] };
}
