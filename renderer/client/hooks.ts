/** Server state in React: answers are cached by channel and input, and asked for again when what they read changes. */
import { QueryClient, queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import {
  type CommandName,
  channelOf,
  type InputOf,
  type OutputOf,
  type QueryName,
} from '#shared/ipc/contract.ts';
import { onGap, type RequestError, request, subscribe } from './wire.ts';

/** One cache per window. Nothing goes stale by itself: the core says what changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Connects a cache to the events of the core until the returned function is called. */
export function followChanges(client: QueryClient): () => void {
  const refetch = (stale: (reads: readonly string[]) => boolean): void => {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => stale(channelOf(String(queryKey[0]))?.reads ?? []),
    });
  };
  const stopGap = onGap(() => void client.invalidateQueries());
  const stop = subscribe((event) => {
    if (event.type === 'data.changed') {
      const touched = new Set(event.touched.map((t) => t.entity));
      refetch((reads) => reads.some((name) => name === 'log' || touched.has(name)));
    } else if (event.type === 'prefs.changed') {
      refetch((reads) => reads.includes('prefs') || reads.length === 0);
    }
  });
  return () => {
    stopGap();
    stop();
  };
}

function optionsFor<C extends QueryName>(channel: C, input: InputOf<C>) {
  return queryOptions<OutputOf<C>, RequestError, OutputOf<C>, readonly [C, InputOf<C>]>({
    queryKey: [channel, input] as const,
    queryFn: () => request(channel, input),
  });
}

/** The answer to a query, kept up to date. `enabled: false` does not ask yet. */
export function useAnswer<C extends QueryName>(channel: C, input: InputOf<C>, enabled = true) {
  return useQuery({ ...optionsFor(channel, input), enabled });
}

/** Like `useAnswer`, but suspends until the first answer is there, so that `data` is never undefined. */
export function useReadyAnswer<C extends QueryName>(channel: C, input: InputOf<C>): OutputOf<C> {
  return useSuspenseQuery(optionsFor(channel, input)).data as OutputOf<C>;
}

/** A command as a function with its pending and error state. The change comes back as an event. */
export function useCommand<C extends CommandName>(channel: C) {
  return useMutation<OutputOf<C>, RequestError, InputOf<C>>({
    mutationFn: (input) => request(channel, input),
  });
}
