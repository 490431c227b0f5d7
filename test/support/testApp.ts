import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HostPorts, WorkerFailure, type WorkerPort } from '#main/host/ports.ts';
import { type App, createApp, systemRandom } from '#main/start.ts';
import type { Consent, WireReply } from '#shared/ipc/codec.ts';
import type { ChannelName, InputOf, OutputOf, TaskName } from '#shared/ipc/contract.ts';
import type { WireError } from '#shared/ipc/errors.ts';
import type { AppEvent } from '#shared/ipc/events.ts';

export class WireFailure extends Error {
  readonly err: WireError;
  constructor(err: WireError) {
    super(`${err.code} ${err.field ?? ''} ${err.reason ?? ''} ${JSON.stringify(err.args)}`);
    this.err = err;
  }
}

export interface TestApp {
  readonly app: App;
  readonly dir: string;
  readonly events: AppEvent[];
  /** What the shell port was asked to open or reveal. */
  readonly opened: string[];
  /** Wall-clock milliseconds; advance it to let time pass. */
  now: number;
  request<C extends ChannelName>(
    channel: C,
    input: InputOf<C>,
    accepts?: readonly Consent[],
  ): Promise<OutputOf<C>>;
  task<C extends TaskName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  raw(json: string): Promise<string>;
  /** Hands a file over as the operating system does. */
  openFile(path: string): void;
  /** The door that the host's windows use, with what the host says about the sender. */
  fromWindow: Parameters<HostPorts['transport']['onRequest']>[0];
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly dir?: string;
  readonly now?: string;
  readonly timeZone?: string;
  readonly print?: HostPorts['print'];
  readonly worker?: WorkerPort;
  readonly saveTo?: string;
  /** Called with every event before it is kept; may throw, as a window that is gone does. */
  readonly onPush?: (json: string) => void;
  readonly random?: HostPorts['random'];
  /** Receives what the core writes to its log; default: the console. */
  readonly log?: (message: string) => void;
  /** False plays a machine without a program for e-mail files. */
  readonly canOpenFiles?: boolean;
}

/** Runs jobs in this process: fast, and without the protection that a child process gives. */
const noWorker: WorkerPort = {
  async run(job, input, options) {
    const { jobs } = await import('#main/services/worker/jobs.ts');
    const run = jobs[job];
    if (!run) throw new Error(`no job ${job}`);
    if (options.signal?.aborted) throw new WorkerFailure('aborted', `job ${job} was cancelled`);
    return structuredClone(await run(input, options.onProgress ?? (() => {})));
  },
};

type OpenFile = (path: string) => void;

function fakePorts(state: TestApp, options: TestAppOptions, openers: Set<OpenFile>): HostPorts {
  return {
    info: {
      kind: 'test',
      platform: 'linux',
      appVersion: '0.0.0-test',
      nativeMenus: false,
      nativeDialogs: false,
      preferredLanguages: ['en'],
    },
    transport: {
      onRequest: (handler) => {
        state.fromWindow = handler;
        return () => {};
      },
      push: (json) => {
        options.onPush?.(json);
        state.events.push(JSON.parse(json) as AppEvent);
      },
    },
    window: { focus() {}, setTitle() {}, setTheme() {}, setMenu() {}, setProgress() {} },
    dialogs: {
      native: false,
      openFiles: async () => [],
      saveFile: async ({ suggestedName }) => join(options.saveTo ?? state.dir, suggestedName),
    },
    shell: {
      openExternal: async (url) => void state.opened.push(url),
      revealFile: async (path) => void state.opened.push(path),
      openFile: async (path) => {
        state.opened.push(path);
        return options.canOpenFiles === false ? { opened: false, reason: 'none' } : { opened: true };
      },
    },
    print: options.print ?? { toPdf: async () => new Uint8Array() },
    lifecycle: {
      onQuit: () => () => {},
      quit() {},
      onOpenFile: (handler) => {
        openers.add(handler);
        return () => void openers.delete(handler);
      },
    },
    worker: options.worker ?? noWorker,
    clock: { now: () => state.now, timeZone: () => options.timeZone ?? 'Asia/Shanghai' },
    random: options.random ?? systemRandom,
  };
}

/** A whole core on a real store in a temporary folder, driven through the router as a window would. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'milepost-test-'));
  const events: AppEvent[] = [];
  const openers = new Set<OpenFile>();
  const state: { app: App } & Omit<TestApp, 'app'> = {
    app: undefined as unknown as App,
    dir,
    events,
    opened: [],
    now: Date.parse(options.now ?? '2026-11-21T04:00:00.000Z'),
    async request(channel, input, accepts) {
      const reply = JSON.parse(
        await state.app.request(JSON.stringify({ channel, input, accepts })),
      ) as WireReply;
      if (!reply.ok) throw new WireFailure(reply.err);
      return reply.value as never;
    },
    async task(channel, input) {
      const { taskId } = (await state.request(channel, input)) as unknown as { taskId: string };
      for (;;) {
        const end = events.find(
          (e) => (e.type === 'task.done' || e.type === 'task.failed') && e.taskId === taskId,
        );
        if (end?.type === 'task.done') return end.value as never;
        if (end?.type === 'task.failed') throw new WireFailure(end.err as WireError);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    fromWindow: async () => '',
    raw: (json) => state.app.request(json),
    openFile: (path) => {
      for (const open of openers) open(path);
    },
    async reopen() {
      await state.app.close();
      state.app = await start();
    },
    async close() {
      await state.app.close();
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
  const start = (): Promise<App> =>
    createApp(fakePorts(state, options, openers), {
      dataDir: dir,
      checkOutput: true,
      log: options.log ?? ((m) => console.error(m)),
    });
  state.app = await start();
  return state;
}
