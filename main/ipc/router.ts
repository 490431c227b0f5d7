/**
 * The only way in: a JSON string from a window to a handler and back. Knows no host, so that its tests
 * need strings only. Expected failures are values; anything else becomes INTERNAL with a correlation id.
 */
import { isMediumError, mapSqliteError, StoreError } from '#db/engine/errors.ts';
import type { SenderInfo } from '#main/host/ports.ts';
import type { Channel } from '#shared/ipc/channel.ts';
import {
  jsonDepth,
  MAX_DEPTH,
  MAX_REQUEST_CHARS,
  requestSchema,
  type WireRequest,
} from '#shared/ipc/codec.ts';
import {
  type ChannelName,
  type Contract,
  channelOf,
  type InputOf,
  type OutputOf,
} from '#shared/ipc/contract.ts';
import { AppError, type WireError } from '#shared/ipc/errors.ts';
import { withConsents } from './consent.ts';

export interface TaskContext {
  readonly signal: AbortSignal;
  progress(fraction: number, stage?: string): void;
}

type KindOf<C extends ChannelName> = Contract[C] extends Channel<infer K, infer _I, infer _O> ? K : never;

/** A handler of channel `C`. Tasks get a signal and a progress function. */
export type Handler<C extends ChannelName> =
  KindOf<C> extends 'task'
    ? (input: InputOf<C>, task: TaskContext) => Promise<OutputOf<C>>
    : (input: InputOf<C>) => OutputOf<C> | Promise<OutputOf<C>>;

export type Handlers = { readonly [C in ChannelName]?: Handler<C> };

export interface RouterOptions {
  /** Looked up at each request: handlers appear once the store is open. */
  readonly handlers: () => Handlers;
  readonly allows: (sender: SenderInfo) => boolean;
  /** Starts a long job and returns its id at once. */
  readonly startTask: (run: (task: TaskContext) => Promise<unknown>) => string;
  /** What a command waits for, if there is anything: a long write that is under way. Queries are answered meanwhile. */
  readonly busy?: () => Promise<void> | null;
  readonly correlationId: () => string;
  /** Unknown exceptions, with the stack, for the log file only. */
  readonly report: (id: string, channel: string, error: unknown) => void;
  /** Also checks what handlers return; on in tests. */
  readonly checkOutput?: boolean;
}

const fail = (err: WireError): string => JSON.stringify({ ok: false, err });

type AnyHandler = (input: unknown, task?: TaskContext) => unknown;

function parseRequest(json: unknown): WireRequest {
  if (typeof json !== 'string') throw new AppError('MALFORMED_REQUEST');
  if (json.length > MAX_REQUEST_CHARS) throw new AppError('TOO_LARGE', { max: MAX_REQUEST_CHARS });
  if (jsonDepth(json) > MAX_DEPTH) throw new AppError('TOO_DEEP', { max: MAX_DEPTH });
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new AppError('MALFORMED_REQUEST');
  }
  const parsed = requestSchema.safeParse(data);
  if (!parsed.success) throw new AppError('MALFORMED_REQUEST');
  return parsed.data;
}

function parseInput(channel: Channel, name: string, input: unknown): unknown {
  const parsed = channel.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue?.path;
  const reason =
    issue?.code === 'custom' || issue?.code === 'invalid_format' ? issue.message : (issue?.code ?? '');
  throw new AppError(
    'VALIDATION',
    { entity: name.split('.')[0] ?? '', detail: reason },
    { field: (path ?? []).join('.'), reason },
  );
}

const textArgs = (args: StoreError['args']): WireError['args'] =>
  Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key, typeof value === 'number' ? value : String(value)]),
  );

/** Maps any error to what the wire may carry. Stacks and SQL stay out. */
export function toWireError(error: unknown, report: (error: unknown) => string): WireError {
  if (error instanceof AppError) return error.toWire();
  if (error instanceof StoreError) return { code: error.code, args: textArgs(error.args) };
  // A full disk or a read-only folder is the user's to solve, wherever it shows first.
  if (isMediumError(error)) return toWireError(mapSqliteError(error), report);
  return { code: 'INTERNAL', args: {}, correlationId: report(error) };
}

/** Commands that write nothing and must reach what is under way. */
const AT_ONCE: ReadonlySet<string> = new Set(['task.cancel', 'startup.quit']);

async function quiet({ busy }: RouterOptions): Promise<void> {
  for (let waiting = busy?.(); waiting; waiting = busy?.()) await waiting;
}

export function createRouter(options: RouterOptions): (json: string, sender: SenderInfo) => Promise<string> {
  const report =
    (channel: string) =>
    (error: unknown): string => {
      const id = options.correlationId();
      options.report(id, channel, error);
      return id;
    };
  return async (json, sender) => {
    let name = '';
    try {
      if (!options.allows(sender)) throw new AppError('FORBIDDEN');
      const request = parseRequest(json);
      name = request.channel;
      const channel = channelOf(name);
      if (!channel) throw new AppError('UNKNOWN_CHANNEL', { channel: name });
      const input = parseInput(channel, name, request.input);
      const handler = options.handlers()[name as ChannelName] as AnyHandler | undefined;
      if (!handler) throw new AppError('UNKNOWN_CHANNEL', { channel: name });
      if (channel.kind !== 'query' && !AT_ONCE.has(name)) await quiet(options);
      const run = (task?: TaskContext): unknown => withConsents(request.accepts, () => handler(input, task));
      if (channel.kind === 'task') {
        const taskId = options.startTask((task) => Promise.resolve(run(task)));
        return JSON.stringify({ ok: true, value: { taskId } });
      }
      const value = (await run()) ?? null;
      if (options.checkOutput) channel.output.parse(value);
      return `{"ok":true,"value":${JSON.stringify(value)}}`;
    } catch (error) {
      return fail(toWireError(error, report(name)));
    }
  };
}
