/**
 * The only start-up sequence, the same for every host: preferences → window may show → store → use cases.
 * If the store cannot be opened the window stays, with the reason and the ways out.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { quarantineStore, restoreBackup } from '#db/engine/restore.ts';
import { readMeta, writeMeta } from '#db/engine/statements.ts';
import type { InspectCopy, Store } from '#db/engine/types.ts';
import { invariants } from '#db/log/invariants.ts';
import { Log } from '#db/log/log.ts';
import { migrations } from '#db/migrations/index.ts';
import { openMilepostStore, registryStructure } from '#db/open.ts';
import { followCommunication } from '#main/app/communication/follow.ts';
import { type AppContext, wallClock } from '#main/app/context.ts';
import { followContracts } from '#main/app/contract/follow.ts';
import { appHandlers } from '#main/app/handlers.ts';
import { followPlans } from '#main/app/plan/followPlans.ts';
import { followTracking } from '#main/app/tracking/followUp.ts';
import type { HostPorts } from '#main/host/ports.ts';
import { EventHub } from '#main/ipc/hub.ts';
import { createRouter, type Handlers, type TaskContext, toWireError } from '#main/ipc/router.ts';
import { Tasks } from '#main/ipc/tasks.ts';
import { startAutoBackup } from '#main/services/autoBackup.ts';
import { lostFile, unlessCancelled, verifiedBackups } from '#main/services/backups.ts';
import { FileTokens } from '#main/services/fileTokens.ts';
import { inspectInWorker } from '#main/services/inspectCopy.ts';
import { createLogFile } from '#main/services/logFile.ts';
import { PrefsFile } from '#main/services/prefs.ts';
import type { LostFile } from '#shared/ipc/channels/app.ts';
import { AppError, type WireError } from '#shared/ipc/errors.ts';
import { uuidv7 } from '#shared/model/id.ts';

export interface AppOptions {
  readonly dataDir: string;
  /** Receives unknown exceptions, with their stack; never user data. Default: a file in the data folder. */
  readonly log?: (message: string) => void;
  /** Also checks every answer against its schema; for tests. */
  readonly checkOutput?: boolean;
}

export interface App {
  /** The same door the windows use, for the headless journey and tests. */
  request(json: string): Promise<string>;
  /** Null while the store could not be opened. */
  readonly context: () => AppContext | null;
  close(): Promise<void>;
}

interface Startup {
  phase: 'opening' | 'ready' | 'failed';
  stage: string;
  err: WireError | null;
  context: AppContext | null;
}

const LOCAL_SENDER = { url: 'core:', topFrame: true, windowId: 'core' } as const;

/** A locked, newer or full store is whole: setting it aside would hide the user's data. */
const SET_ASIDE: ReadonlySet<string> = new Set(['STORE_CORRUPT', 'STORE_NOT_OURS']);

class AppCore {
  readonly #ports: HostPorts;
  readonly #options: AppOptions;
  readonly #hub: EventHub;
  readonly #tasks: Tasks;
  readonly #startup: Startup = { phase: 'opening', stage: '', err: null, context: null };
  #handlers: Handlers = {};
  readonly #prefs: PrefsFile;
  readonly #log: (message: string) => void;
  readonly #inspect: InspectCopy;
  #stopBackups: () => void = () => {};
  readonly route: (
    json: string,
    sender: { url: string | null; topFrame: boolean; windowId: string | null },
  ) => Promise<string>;

  constructor(ports: HostPorts, options: AppOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#prefs = new PrefsFile(options.dataDir);
    this.#log = options.log ?? createLogFile(options.dataDir, () => ports.clock.now());
    this.#inspect = inspectInWorker(ports.worker, (error) => this.#report('inspect', error));
    this.#hub = new EventHub((json) => this.#push(json));
    const newId = (): string => uuidv7(ports.clock.now(), ports.random);
    this.#tasks = new Tasks(this.#hub, newId, (error) => toWireError(error, (e) => this.#report('task', e)));
    this.route = createRouter({
      handlers: () => this.#handlers,
      allows: (sender) => sender.topFrame && sender.url !== null && sender.windowId !== null,
      startTask: (run) => this.#tasks.start(run),
      busy: () => this.#startup.context?.store.idle() ?? null,
      correlationId: newId,
      report: (id, channel, error) => this.#write(id, channel, error),
      ...(options.checkOutput === undefined ? {} : { checkOutput: options.checkOutput }),
    });
    this.#handlers = this.#startupHandlers();
  }

  get context(): AppContext | null {
    return this.#startup.context;
  }

  /** A window that is gone must not make a saved edit look like a failure. */
  #push(json: string): void {
    try {
      this.#ports.transport.push(json);
    } catch (error) {
      this.#report('event', error);
    }
  }

  #report(channel: string, error: unknown): string {
    const id = uuidv7(this.#ports.clock.now(), this.#ports.random);
    this.#write(id, channel, error);
    return id;
  }

  #write(id: string, channel: string, error: unknown): void {
    this.#log(`${id} ${channel} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** Opens the store; a failure is a state with a way out, not an exception. */
  open(startEmpty = false): void {
    Object.assign(this.#startup, { phase: 'opening', err: null, context: null });
    let store: Store | null = null;
    try {
      store = openMilepostStore({
        dir: this.#options.dataDir,
        clock: this.#ports.clock,
        appVersion: this.#ports.info.appVersion,
        startEmpty,
        inspect: this.#inspect,
        onProgress: (stage) => {
          this.#startup.stage = stage;
        },
      });
      const context = this.#createContext(store);
      this.#startup.context = context;
      this.#startup.phase = 'ready';
      this.#stopBackups = startAutoBackup(store, (error) => this.#report('backup', error));
      this.#handlers = { ...this.#startupHandlers(), ...appHandlers(context) };
    } catch (error) {
      // Else our own lock would refuse the next attempt.
      store?.close();
      this.#startup.context = null;
      this.#startup.err = toWireError(error, (e) => this.#report('startup', e));
      this.#startup.phase = 'failed';
    }
    this.#hub.emit({ type: 'prefs.changed' });
  }

  #createContext(store: Store): AppContext {
    const { clock, random } = this.#ports;
    const zone = (): string => clock.timeZone();
    const log: Log = new Log({
      db: store.write,
      runInTransaction: (work) => store.runInTransaction(work),
      runInSlices: (work, options) => store.runInSlices(work, options),
      device: deviceId(store, clock.now(), random),
      now: () => clock.now(),
      random,
      invariants,
      followUp: (tx) => {
        followPlans({ store, log }, tx);
        const today = wallClock(clock.now(), zone()).slice(0, 10);
        followTracking(tx, { today, language: this.#prefs.language });
        followContracts(tx, { language: this.#prefs.language });
        followCommunication(tx, today);
      },
      onError: (error) => void this.#report('event', error),
      onChange: (event) =>
        this.#hub.emit({
          type: 'data.changed',
          ...event,
          touched: event.touched.map((t) => ({ entity: t.entity, ids: [...t.ids] })),
        }),
    });
    return {
      ports: this.#ports,
      store,
      log,
      hub: this.#hub,
      tasks: this.#tasks,
      files: new FileTokens(this.#options.dataDir),
      prefs: this.#prefs,
      dataDir: this.#options.dataDir,
      today: () => wallClock(clock.now(), zone()).slice(0, 10),
      nowLocal: () => wallClock(clock.now(), zone()),
    };
  }

  /** A file that the desktop hands over: the window gets a token and a name. What cannot be read is left alone. */
  openFile(path: string): void {
    try {
      const file = this.#startup.context?.files.fromPath(path);
      if (file) this.#hub.emit({ type: 'file.opened', token: file.token, name: file.name, size: file.size });
    } catch (error) {
      if (!(error instanceof AppError)) this.#report('openFile', error);
    }
  }

  #startupHandlers(): Handlers {
    return {
      'startup.state': () => ({
        phase: this.#startup.phase,
        stage: this.#startup.stage,
        err: this.#startup.err && { ...this.#startup.err },
        dataDir: this.#options.dataDir,
        language: this.#prefs.value.language,
      }),
      'startup.retry': () => {
        if (this.#startup.phase !== 'ready') this.open();
        return {};
      },
      'startup.backups': () => verifiedBackups(this.#options.dataDir),
      'startup.restore': ({ file }, task) => this.#restore(file, task),
      'startup.startEmpty': () => {
        // The user asked for it: what cannot be opened is kept under `quarantine/`, never deleted.
        if (SET_ASIDE.has(this.#startup.err?.code ?? '')) {
          quarantineStore(this.#options.dataDir, this.#ports.clock);
          this.open(true);
        }
        return {};
      },
      'startup.revealData': async () => {
        await this.#ports.shell.revealFile(this.#options.dataDir);
        return {};
      },
      'startup.quit': () => {
        this.#ports.lifecycle.quit();
        return {};
      },
    };
  }

  /** Puts a backup in the place of the store; a backup that is refused or given up leaves it as it was. */
  async #restore(file: string, task: TaskContext): Promise<{ missing: LostFile[] }> {
    // A store that could not be opened stays so until the backup is in place: its screen shows how far it is.
    if (this.#startup.context) this.#closeStore(task.signal);
    try {
      const restoring = restoreBackup({
        backupDir: join(this.#options.dataDir, 'backups'),
        dir: this.#options.dataDir,
        file,
        migrations,
        structure: registryStructure(),
        clock: this.#ports.clock,
        inspect: this.#inspect,
        signal: task.signal,
        onProgress: (fraction) => task.progress(fraction),
      });
      const { missing } = await unlessCancelled(task.signal, restoring);
      return { missing: missing.map(lostFile) };
    } finally {
      this.open();
    }
  }

  /** @param asking signal of the job that asks for it, which goes on */
  #closeStore(asking?: AbortSignal): void {
    this.#tasks.cancelAll(asking);
    this.#stopBackups();
    const context = this.#startup.context;
    this.#startup.context = null;
    this.#startup.phase = 'opening';
    this.#handlers = this.#startupHandlers();
    if (!context) return;
    try {
      context.files.close();
    } finally {
      // Empties its write-ahead log by itself; a full disk must not keep the lock in place.
      context.store.close();
    }
  }

  async close(): Promise<void> {
    this.#closeStore();
  }
}

/** Each installation has its own id in the log; a restored copy of the store keeps it. */
function deviceId(store: Store, nowMs: number, random: (bytes: Uint8Array) => void): string {
  const known = readMeta(store.write, 'device');
  if (known !== null) return known;
  const id = uuidv7(nowMs, random);
  store.runInTransaction(() => writeMeta(store.write, 'device', id));
  return id;
}

/** Starts the core on the ports of a host. Resolves when the store is open or the reason is known. */
export async function createApp(ports: HostPorts, options: AppOptions): Promise<App> {
  const core = new AppCore(ports, options);
  const detach = ports.transport.onRequest((json, sender) => core.route(json, sender));
  core.open();
  const stopFiles = ports.lifecycle.onOpenFile((path) => core.openFile(path));
  const close = async (): Promise<void> => {
    detach();
    stopFiles();
    await core.close();
  };
  ports.lifecycle.onQuit(close);
  return { request: (json) => core.route(json, LOCAL_SENDER), context: () => core.context, close };
}

/** Bytes asked of the operating system at once: a call for each id is a good part of a large import. */
const POOL_BYTES = 16_384;
let pool = new Uint8Array(0);
let used = 0;

/** Random bytes of the operating system, for `HostPorts.random`. No byte is given twice. */
export function systemRandom(bytes: Uint8Array): void {
  if (bytes.length > POOL_BYTES) {
    bytes.set(randomBytes(bytes.length));
    return;
  }
  if (used + bytes.length > pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  bytes.set(pool.subarray(used, used + bytes.length));
  used += bytes.length;
}
