import type { PrintJob, PrintPort } from '#main/host/ports.ts';
import { assetAt } from '#main/policy/assets.ts';
import { PRINT_DATA_CHANNEL } from './channels.ts';
import type { AppWindow, ElectronDeps, ElectronModule } from './types.ts';
import { createPrintWindow, pageUrl } from './windows.ts';

const TIMEOUT_MS = 60_000;
const POLL_MS = 50;
/** Fixed text, no part of it comes from anywhere. */
const READ_STATE =
  '({ state: document.documentElement.dataset.print ?? "", reason: document.documentElement.dataset.printError ?? "", fonts: document.fonts.status })';

interface PageState {
  readonly state: string;
  readonly reason: string;
  readonly fonts: string;
}

/** Prints in a hidden window that is made for the job and destroyed after it. One at a time. */
export function createElectronPrint(
  electron: ElectronModule,
  deps: ElectronDeps,
  timeoutMs: number = TIMEOUT_MS,
): PrintPort {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    toPdf(job, signal) {
      const run = queue.then(() => printJob(electron, deps, job, job.timeoutMs ?? timeoutMs, signal));
      queue = run.catch(() => undefined);
      return run;
    },
  };
}

async function printJob(
  electron: ElectronModule,
  deps: ElectronDeps,
  job: PrintJob,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  if (!assetAt(`/${job.page}`)) throw new Error(`not a page of the bundle: ${job.page}`);
  const window = createPrintWindow(electron, deps);
  const limit = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    return await Promise.race([print(window, job, stop), failure(window, stop, timeoutMs, signal)]);
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}

async function print(window: AppWindow, job: PrintJob, stop: AbortSignal): Promise<Uint8Array> {
  const { webContents } = window;
  webContents.ipc.on(PRINT_DATA_CHANNEL, (event) => {
    event.returnValue = event.senderFrame === webContents.mainFrame ? { dataJson: job.dataJson } : null;
  });
  await window.loadURL(pageUrl(job.page));
  for (;;) {
    stop.throwIfAborted();
    const page = parseState(await webContents.executeJavaScript(READ_STATE));
    if (page.state === 'failed') throw new Error(`the print page failed: ${page.reason.slice(0, 500)}`);
    if (page.state === 'ready' && page.fonts === 'loaded') break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  await webContents.executeJavaScript(`void (document.title = ${JSON.stringify(job.title)})`);
  return webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

/** Never resolves; rejects when the page dies, the time is up or the caller has had enough. */
function failure(
  window: AppWindow,
  stop: AbortSignal,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<never> {
  return new Promise((_resolve, reject) => {
    window.webContents.on('render-process-gone', (_event, { reason }) =>
      reject(new Error(`the print page died: ${reason}`)),
    );
    stop.addEventListener(
      'abort',
      () => reject(signal?.aborted ? signal.reason : new Error(`printing took longer than ${timeoutMs} ms`)),
      { once: true },
    );
  });
}

function parseState(value: unknown): PageState {
  const read = (key: string): string => {
    const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return typeof field === 'string' ? field : '';
  };
  return { state: read('state'), reason: read('reason'), fonts: read('fonts') };
}
