import { refuseSender } from '#main/policy/sender.ts';
import { deferred } from './deferred.ts';
import type { Dispose, SenderInfo, TransportPort } from './ports.ts';

type Handler = Parameters<TransportPort['onRequest']>[0];

export interface RequestGate {
  readonly onRequest: TransportPort['onRequest'];
  /** Rejects with `SENDER_REFUSED: …` unless the sender is ours; else waits for the core and forwards. */
  receive(json: unknown, sender: SenderInfo): Promise<string>;
}

export interface RequestGateOptions {
  readonly origin: string;
  readonly windows: ReadonlySet<string>;
  readonly onRefused?: (reason: string, sender: SenderInfo) => void;
}

/**
 * The one way from a window into the core, used by both hosts. Requests that come before the core
 * is up wait for it, so that the window can be shown while the store is still being opened.
 */
export function createRequestGate(options: RequestGateOptions): RequestGate {
  let handler: Handler | null = null;
  let waiting = deferred<void>();

  async function coreHandler(): Promise<Handler> {
    for (;;) {
      if (handler) return handler;
      await waiting.promise;
    }
  }

  return {
    onRequest(next): Dispose {
      if (handler) throw new Error('a request handler is already registered');
      handler = next;
      waiting.resolve();
      return () => {
        if (handler !== next) return;
        handler = null;
        waiting = deferred<void>();
      };
    },
    async receive(json, sender) {
      const refusal = refuseSender(sender, options.windows, options.origin);
      if (refusal !== null) {
        options.onRefused?.(refusal, sender);
        throw new Error(`SENDER_REFUSED: ${refusal}`);
      }
      if (typeof json !== 'string') throw new Error('REQUEST_NOT_TEXT');
      const current = await coreHandler();
      return current(json, sender);
    },
  };
}
