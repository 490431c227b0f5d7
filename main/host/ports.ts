/**
 * The only doors between the core and a host (Electron or Chromium).
 * Ports are narrow on purpose: whatever decides about security lives in `main/policy`,
 * so that an adapter holds no rule that a test could not reach without its host.
 */

import type { MenuItemModel } from '#shared/ipc/menu.ts';

export type { MenuItemModel };

/** Undoes what returned it; calling it twice does nothing. */
export type Dispose = () => void;

/** Who sent a request, as far as the host can tell. `null` means the host could not tell: refuse. */
export interface SenderInfo {
  readonly url: string | null;
  readonly topFrame: boolean;
  readonly windowId: string | null;
}

/** Carries JSON strings between the core and its windows. */
export interface TransportPort {
  onRequest(handler: (json: string, sender: SenderInfo) => Promise<string>): Dispose;
  /** Sends one event, as JSON text, to every attached window. */
  push(json: string): void;
}

export interface WindowPort {
  focus(): void;
  setTitle(title: string): void;
  /** `system` follows the operating system. */
  setTheme(theme: 'light' | 'dark' | 'system'): void;
  /** Replaces the application menu; hosts without one ignore it. */
  setMenu(items: readonly MenuItemModel[], onCommand: (id: string) => void): void;
  setProgress(fraction: number | null): void;
}

export interface FileFilter {
  readonly name: string;
  /** Without the dot, lower case. */
  readonly extensions: readonly string[];
}

/** Paths stay inside the core; the renderer only ever gets tokens made from them. */
export interface DialogPort {
  /** False where the host has no native file dialogs (the renderer then uses a file input). */
  readonly native: boolean;
  openFiles(options: {
    title: string;
    filters: readonly FileFilter[];
    multiple?: boolean;
  }): Promise<readonly string[]>;
  saveFile(options: {
    title: string;
    suggestedName: string;
    filters: readonly FileFilter[];
  }): Promise<string | null>;
}

export interface ShellPort {
  /** Only called with URLs that `main/policy/externalUrl.ts` has allowed. */
  openExternal(url: string): Promise<void>;
  revealFile(path: string): Promise<void>;
  /** Only called with files that the app wrote itself. */
  openFile(path: string): Promise<{ opened: boolean; reason?: string }>;
}

/** A page of our own bundle that is printed, with the data it shows. */
export interface PrintJob {
  /** Path inside the asset bundle, e.g. `print.html`. */
  readonly page: string;
  /** Handed to the page as `window.printData` before its scripts run. JSON text. */
  readonly dataJson: string;
  /** Document title of the PDF. */
  readonly title: string;
  /** Limit for a document of hundreds of pages; what the host allows otherwise is meant for a few. */
  readonly timeoutMs?: number;
}

export interface PrintPort {
  /**
   * Prints a page to PDF: CSS page size, backgrounds, tags and outline on, no host header or footer.
   * The page says it is ready by setting `document.documentElement.dataset.print` to `ready`,
   * or to `failed` with the reason in `dataset.printError`.
   */
  toPdf(job: PrintJob, signal?: AbortSignal): Promise<Uint8Array>;
}

export interface LifecyclePort {
  /** Handlers run before the process ends; the host waits for them, at most five seconds. */
  onQuit(handler: () => Promise<void> | void): Dispose;
  quit(): void;
  /** Files handed over by the operating system (double click, second instance). */
  onOpenFile(handler: (path: string) => void): Dispose;
}

export interface WorkerRun {
  /** Megabytes of heap the child may use. */
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs one of the jobs of `main/services/worker/jobs.ts` in a child process, because a hostile
 * file can exhaust the memory of the process that parses it.
 * Rejects with `WorkerFailure` on time-out, memory death, crash or abort.
 */
export interface WorkerPort {
  run(job: string, input: unknown, options: WorkerRun): Promise<unknown>;
}

export class WorkerFailure extends Error {
  readonly reason: 'timeout' | 'memory' | 'crash' | 'aborted';
  constructor(reason: WorkerFailure['reason'], message: string) {
    super(message);
    this.name = 'WorkerFailure';
    this.reason = reason;
  }
}

export interface HostInfo {
  readonly kind: 'electron' | 'chromium' | 'test';
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly appVersion: string;
  readonly nativeMenus: boolean;
  readonly nativeDialogs: boolean;
  /** BCP 47 tags the operating system prefers, best first. */
  readonly preferredLanguages: readonly string[];
}

/** Everything a host gives the core. */
export interface HostPorts {
  readonly info: HostInfo;
  readonly transport: TransportPort;
  readonly window: WindowPort;
  readonly dialogs: DialogPort;
  readonly shell: ShellPort;
  readonly print: PrintPort;
  readonly lifecycle: LifecyclePort;
  readonly worker: WorkerPort;
  /** Instants in milliseconds since 1970, UTC. Injected, so that tests hold the time still. */
  readonly clock: { now(): number; timeZone(): string };
  /** Fills with random bytes; injected for reproducible ids in tests. */
  readonly random: (bytes: Uint8Array) => void;
}
