import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, INFO_CHANNEL, REQUEST_CHANNEL } from './channels.ts';

type Listener = (json: string) => void;

/** The whole of what a page gets: two functions and a frozen record. No event object, no `ipcRenderer`. */
const listeners = new Set<Listener>();
let waiting: string[] | null = [];

ipcRenderer.on(EVENT_CHANNEL, (_event, json: unknown) => {
  if (typeof json !== 'string') return;
  if (waiting !== null) waiting.push(json);
  else for (const listener of [...listeners]) listener(json);
});

function subscribe(listener: Listener): () => void {
  const own: Listener = (json) => listener(json);
  listeners.add(own);
  const missed = waiting ?? [];
  waiting = null;
  for (const json of missed) own(json);
  return () => {
    listeners.delete(own);
  };
}

const info: unknown = ipcRenderer.sendSync(INFO_CHANNEL);

contextBridge.exposeInMainWorld(
  'host',
  Object.freeze({
    request: (json: string): Promise<unknown> => ipcRenderer.invoke(REQUEST_CHANNEL, String(json)),
    subscribe,
    info,
  }),
);
