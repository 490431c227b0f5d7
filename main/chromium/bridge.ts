import type { HostInfo } from '#main/host/ports.ts';

export const BINDING = '__milepostRequest';
export const EVENTS = '__milepostEvents';

type Listener = (json: string) => void;

interface BridgeSetup {
  readonly binding: string;
  readonly events: string;
  readonly info: HostInfo;
}

/**
 * Runs in the page before its scripts: puts the frozen `window.host` there (see `renderer/host.d.ts`).
 * It is sent as source text, so it may use nothing from outside its own body.
 * Only the top frame gets a host; the names it needs from the driver are taken off `window`.
 */
export function installBridge(setup: BridgeSetup): void {
  const target = window as unknown as Record<string, unknown>;
  const send = target[setup.binding] as ((json: string) => Promise<string>) | undefined;
  delete target[setup.binding];
  if (window.top !== window || send === undefined) return;

  const listeners = new Set<Listener>();
  let waiting: string[] | null = [];
  const deliver = (json: string): void => {
    if (waiting !== null) waiting.push(json);
    else for (const listener of [...listeners]) listener(json);
  };
  const host = Object.freeze({
    request: (json: string): Promise<string> => send(String(json)),
    subscribe: (listener: Listener): (() => void) => {
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const own: Listener = (json) => listener(json);
      listeners.add(own);
      const missed = waiting;
      waiting = null;
      if (missed !== null) for (const json of missed) own(json);
      return () => {
        listeners.delete(own);
      };
    },
    info: Object.freeze({
      ...setup.info,
      preferredLanguages: Object.freeze([...setup.info.preferredLanguages]),
    }),
  });
  const fixed = { writable: false, configurable: false, enumerable: false };
  Object.defineProperty(window, 'host', { ...fixed, value: host });
  Object.defineProperty(window, setup.events, { ...fixed, value: deliver });
}

/** Evaluated in the page for each pushed event. */
export function deliverEvent([name, json]: readonly [string, string]): void {
  const deliver = (window as unknown as Record<string, unknown>)[name];
  if (typeof deliver === 'function') deliver(json);
}

/** Runs in a print page before its scripts. */
export function installPrintData([dataJson, title]: readonly [string, string]): void {
  Object.defineProperty(window, 'printData', { value: dataJson, writable: false, configurable: false });
  document.addEventListener('DOMContentLoaded', () => {
    if (document.title === '') document.title = title;
  });
}
