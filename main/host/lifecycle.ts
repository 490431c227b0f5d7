import { deferred } from './deferred.ts';
import type { Dispose, LifecyclePort } from './ports.ts';

const QUIT_LIMIT_MS = 5000;

export interface LifecycleControl extends LifecyclePort {
  /** Runs the quit handlers once, waiting at most the limit; later calls get the same promise. */
  shutDown(): Promise<void>;
  /** A file handed over by the operating system; kept until somebody listens. */
  fileOpened(path: string): void;
}

export interface LifecycleOptions {
  /** Ends the process or the window; called by `quit()`. The host is expected to call `shutDown`. */
  readonly requestQuit: () => void;
  readonly onError?: (error: unknown) => void;
  readonly limitMs?: number;
}

/** The part of the life cycle that both hosts share: it has rules (order, limit, queue) and no host. */
export function createLifecycle(options: LifecycleOptions): LifecycleControl {
  const quitHandlers = new Set<() => Promise<void> | void>();
  const fileHandlers = new Set<(path: string) => void>();
  const waitingFiles: string[] = [];
  let ending: Promise<void> | null = null;

  async function runHandlers(): Promise<void> {
    const all = [...quitHandlers].map(async (handler) => {
      try {
        await handler();
      } catch (error) {
        options.onError?.(error);
      }
    });
    const { promise: late, resolve } = deferred<void>();
    const timer = setTimeout(() => {
      options.onError?.(new Error('quit handlers exceeded their time limit'));
      resolve();
    }, options.limitMs ?? QUIT_LIMIT_MS);
    await Promise.race([Promise.all(all), late]);
    clearTimeout(timer);
  }

  return {
    onQuit: (handler) => addTo(quitHandlers, handler),
    onOpenFile: (handler) => {
      const dispose = addTo(fileHandlers, handler);
      for (const path of waitingFiles.splice(0)) handler(path);
      return dispose;
    },
    quit: () => options.requestQuit(),
    shutDown: () => {
      ending ??= runHandlers();
      return ending;
    },
    fileOpened: (path) => {
      if (fileHandlers.size === 0) waitingFiles.push(path);
      else for (const handler of fileHandlers) handler(path);
    },
  };
}

function addTo<T>(set: Set<T>, value: T): Dispose {
  set.add(value);
  return () => {
    set.delete(value);
  };
}
