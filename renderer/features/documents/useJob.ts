import { useRef, useState } from 'react';
import { isCancelled } from '#renderer/client/wire.ts';

export interface Job {
  readonly running: boolean;
  /** What went wrong with the last one. */
  readonly error: unknown;
  /** Starts a job unless one is running. */
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** One long job at a time; giving up is no error. */
export function useJob(): Job {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const current = useRef<AbortController | null>(null);
  const run = (work: (signal: AbortSignal) => Promise<void>) => {
    if (current.current) return;
    const controller = new AbortController();
    current.current = controller;
    setRunning(true);
    setError(null);
    work(controller.signal)
      .catch((reason: unknown) => {
        if (!isCancelled(reason)) setError(reason);
      })
      .finally(() => {
        current.current = null;
        setRunning(false);
      });
  };
  return { running, error, run, cancel: () => current.current?.abort(), dismiss: () => setError(null) };
}
