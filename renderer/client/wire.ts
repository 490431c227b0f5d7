/** The typed client: the only code that touches `window.host`. */
import { CONSENTS, type Consent, type WireReply } from '#shared/ipc/codec.ts';
import type { ChannelName, InputOf, OutputOf, TaskName } from '#shared/ipc/contract.ts';
import { AppError, ERROR_CODES, type ErrorCode, type WireError } from '#shared/ipc/errors.ts';
import { type AppEvent, eventSchema } from '#shared/ipc/events.ts';
import { askConsent } from './consent.ts';

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);

interface WireErrorLike {
  readonly code: string;
  readonly args: WireError['args'];
  readonly field?: string | undefined;
  readonly reason?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** A refusal of the core, as an exception with code, arguments and field. */
export class RequestError extends AppError {
  readonly correlationId: string | undefined;
  constructor(err: WireErrorLike) {
    super(isErrorCode(err.code) ? err.code : 'INTERNAL', err.args, {
      ...(err.field === undefined ? {} : { field: err.field }),
      ...(err.reason === undefined ? {} : { reason: err.reason }),
    });
    this.name = 'RequestError';
    this.correlationId = err.correlationId;
  }
}

/** Whether something failed only because the user gave it up. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof RequestError && error.code === 'CANCELLED';

async function send<C extends ChannelName>(
  channel: C,
  input: InputOf<C>,
  accepts: readonly Consent[],
): Promise<OutputOf<C>> {
  const text = await window.host.request(
    JSON.stringify({ channel, input, ...(accepts.length > 0 ? { accepts } : {}) }),
  );
  const reply = JSON.parse(text) as WireReply<OutputOf<C>>;
  if (!reply.ok) throw new RequestError(reply.err);
  return reply.value;
}

const isConsent = (code: string): code is Consent => (CONSENTS as readonly string[]).includes(code);

/** Does something again with the user's consent if that is all it lacks; else the refusal stands. */
async function withConsent<T>(attempt: (accepts: readonly Consent[]) => Promise<T>): Promise<T> {
  try {
    return await attempt([]);
  } catch (error) {
    if (!(error instanceof RequestError) || !isConsent(error.code) || !(await askConsent(error))) throw error;
    return attempt([error.code]);
  }
}

/** Sends a query or command. @throws RequestError */
export const request = <C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> =>
  withConsent((accepts) => send(channel, input, accepts));

type Listener = (event: AppEvent) => void;
const listeners = new Set<Listener>();
let detach: (() => void) | null = null;
let last = 0;

function receive(json: string): void {
  const parsed = eventSchema.safeParse(JSON.parse(json));
  if (!parsed.success) return;
  const event = parsed.data;
  const missed = last > 0 && event.n !== last + 1;
  last = event.n;
  if (missed) for (const gap of gapListeners) gap();
  for (const listener of [...listeners]) listener(event);
}

const gapListeners = new Set<() => void>();

/** Told when events were missed: whatever is shown may be stale. */
export function onGap(listener: () => void): () => void {
  gapListeners.add(listener);
  return () => void gapListeners.delete(listener);
}

/** Receives every event of the core until the returned function is called. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  detach ??= window.host.subscribe(receive);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    detach?.();
    detach = null;
  };
}

export interface TaskOptions {
  /** `fraction` 0–1 and a stage key. */
  readonly onProgress?: (fraction: number, stage: string) => void;
  readonly signal?: AbortSignal;
}

/** Starts a long job and resolves with its result. Aborting the signal cancels it. @throws RequestError */
export const runTask = <C extends TaskName>(
  channel: C,
  input: InputOf<C>,
  options: TaskOptions = {},
): Promise<OutputOf<C>> => withConsent((accepts) => attemptTask(channel, input, options, accepts));

async function attemptTask<C extends TaskName>(
  channel: C,
  input: InputOf<C>,
  options: TaskOptions,
  accepts: readonly Consent[],
): Promise<OutputOf<C>> {
  const early: AppEvent[] = [];
  let handle: Listener = (event) => void early.push(event);
  const stop = subscribe((event) => handle(event));
  try {
    const { taskId } = (await send(channel, input, accepts)) as unknown as { taskId: string };
    const cancel = (): void => void request('task.cancel', { taskId }).catch(() => {});
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted) cancel();
    return await new Promise<OutputOf<C>>((resolve, reject) => {
      handle = (event) => {
        if (event.type === 'task.progress' && event.taskId === taskId)
          options.onProgress?.(event.fraction, event.stage);
        if (event.type === 'task.done' && event.taskId === taskId) resolve(event.value as OutputOf<C>);
        if (event.type === 'task.failed' && event.taskId === taskId) reject(new RequestError(event.err));
      };
      for (const event of early) handle(event);
    });
  } finally {
    stop();
  }
}

const CHUNK_BYTES = 1_000_000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/**
 * Hands a dropped or chosen file to the core and returns its token. Aborting the signal stops between two
 * pieces; what was handed over by then is given back. @throws RequestError
 */
export async function uploadFile(
  file: File,
  onProgress?: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const { token } = await request('file.begin', { name: file.name.slice(0, 300), size: file.size });
  try {
    for (let at = 0; at < file.size; at += CHUNK_BYTES) {
      if (signal?.aborted) throw new RequestError({ code: 'CANCELLED', args: {} });
      const bytes = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
      await request('file.chunk', { token, base64: toBase64(bytes) });
      onProgress?.(Math.min(1, (at + CHUNK_BYTES) / file.size));
    }
  } catch (error) {
    await request('file.release', { token }).catch(() => {});
    // A file that was moved or changed while it was read: the browser's own error says no more than that.
    if (error instanceof DOMException)
      throw new RequestError({ code: 'FILE_UNREADABLE', args: { name: file.name } });
    throw error;
  }
  return token;
}
