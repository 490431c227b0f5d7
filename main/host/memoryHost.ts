import { createLifecycle } from './lifecycle.ts';
import type { HostPorts, MenuItemModel, PrintJob, SenderInfo, WorkerRun } from './ports.ts';
import { createRequestGate } from './requestGate.ts';

/** What a test can do to, and see of, a host that exists in memory alone. */
export interface MemoryHost {
  readonly ports: HostPorts;
  /** Sends a request as the window would, or as the given sender. */
  request(json: string, sender?: SenderInfo): Promise<string>;
  readonly pushed: string[];
  readonly opened: string[];
  readonly printed: PrintJob[];
  readonly titles: string[];
  menu: readonly MenuItemModel[];
  /** Answers of the next dialogs, first in first out; an empty queue means "cancelled". */
  readonly openAnswers: (readonly string[])[];
  readonly saveAnswers: (string | null)[];
  /** Jobs that `ports.worker` can run, in this process. */
  readonly jobs: Map<string, (input: unknown, options: WorkerRun) => unknown>;
  now: number;
  openFile(path: string): void;
  close(): Promise<void>;
}

const ORIGIN = 'https://milepost.invalid';
const SENDER: SenderInfo = { url: `${ORIGIN}/index.html`, topFrame: true, windowId: 'main' };
/** An empty but valid PDF is not needed: who prints in memory looks at the job. */
const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');

/** Host ports without a host: the clock stands still, random bytes count up, nothing touches the disk. */
export function createMemoryHost(): MemoryHost {
  const gate = createRequestGate({ origin: ORIGIN, windows: new Set(['main']) });
  const lifecycle = createLifecycle({ requestQuit: () => void lifecycle.shutDown() });
  let counter = 0;
  const host: MemoryHost = {
    request: (json, sender = SENDER) => gate.receive(json, sender),
    pushed: [],
    opened: [],
    printed: [],
    titles: [],
    menu: [],
    openAnswers: [],
    saveAnswers: [],
    jobs: new Map(),
    now: Date.UTC(2026, 0, 5, 8),
    openFile: (path) => lifecycle.fileOpened(path),
    close: () => lifecycle.shutDown(),
    ports: {
      info: {
        kind: 'test',
        platform: 'linux',
        appVersion: '0.0.0',
        nativeMenus: false,
        nativeDialogs: true,
        preferredLanguages: ['zh-CN'],
      },
      transport: { onRequest: gate.onRequest, push: (json) => void host.pushed.push(json) },
      window: {
        focus: () => undefined,
        setTitle: (title) => void host.titles.push(title),
        setTheme: () => undefined,
        setMenu: (items) => {
          host.menu = items;
        },
        setProgress: () => undefined,
      },
      dialogs: {
        native: true,
        openFiles: () => Promise.resolve(host.openAnswers.shift() ?? []),
        saveFile: () => Promise.resolve(host.saveAnswers.shift() ?? null),
      },
      shell: {
        openExternal: (url) => Promise.resolve(void host.opened.push(url)),
        revealFile: (path) => Promise.resolve(void host.opened.push(path)),
        openFile: (path) => {
          host.opened.push(path);
          return Promise.resolve({ opened: true });
        },
      },
      print: {
        async toPdf(job, signal) {
          signal?.throwIfAborted();
          host.printed.push(job);
          return PDF;
        },
      },
      lifecycle,
      worker: {
        async run(name, input, options) {
          const job = host.jobs.get(name);
          if (!job) throw new Error(`no such job: ${name}`);
          return job(input, options);
        },
      },
      clock: { now: () => host.now, timeZone: () => 'Asia/Shanghai' },
      random: (bytes) => {
        for (let index = 0; index < bytes.length; index += 1) {
          counter = (counter + 1) % 256;
          bytes[index] = counter;
        }
      },
    },
  };
  return host;
}
