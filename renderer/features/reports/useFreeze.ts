import { useRef, useState } from 'react';
import { isCancelled, runTask } from '#renderer/client/wire.ts';

export type FreezeState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly fraction: number; readonly stage: string }
  | { readonly phase: 'failed'; readonly error: unknown };

export interface Freeze {
  readonly state: FreezeState;
  readonly start: (replaceMissing: boolean) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Freezing as a job with progress that can be stopped until it is done. */
export function useFreeze(reportId: string, onDone: (no: number) => void): Freeze {
  const [state, setState] = useState<FreezeState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  const start = (replaceMissing: boolean) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'running', fraction: 0, stage: 'compose' });
    runTask(
      'report.freeze',
      { reportId, ...(replaceMissing ? { replaceMissing } : {}) },
      {
        signal: controller.signal,
        onProgress: (fraction, stage) => setState({ phase: 'running', fraction, stage }),
      },
    )
      .then(({ no }) => {
        setState({ phase: 'idle' });
        onDone(no);
      })
      .catch((error: unknown) =>
        setState(isCancelled(error) ? { phase: 'idle' } : { phase: 'failed', error }),
      )
      .finally(() => {
        running.current = null;
      });
  };
  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    dismiss: () => setState({ phase: 'idle' }),
  };
}
