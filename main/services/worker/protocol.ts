/** Messages between the core and its worker process. The same for `child_process` and Electron's utility process. */
export interface RunMessage {
  readonly type: 'run';
  readonly job: string;
  readonly input: unknown;
}

/** Some items of a long list of the answer, sent ahead of it: a message is taken in as a whole, and takes its time. */
export interface Part {
  readonly type: 'part';
  /** Names that lead to the list, from the outermost. */
  readonly path: readonly string[];
  readonly items: readonly unknown[];
}

export type WorkerMessage =
  | { readonly type: 'progress'; readonly fraction: number }
  | Part
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly name: string; readonly message: string };

/** A job gets what `WorkerPort.run` was given and returns plain data (structured clone). */
export type Job = (input: unknown, report: (fraction: number) => void) => unknown;
export type JobTable = Readonly<Record<string, Job>>;

export function isRunMessage(value: unknown): value is RunMessage {
  return isRecord(value) && value['type'] === 'run' && typeof value['job'] === 'string';
}

/** The child has read a hostile file: what it says is checked like any other input. */
export function parseWorkerMessage(value: unknown): WorkerMessage | null {
  if (!isRecord(value)) return null;
  if (value['type'] === 'progress') {
    const fraction = value['fraction'];
    return typeof fraction === 'number' && fraction >= 0 && fraction <= 1
      ? { type: 'progress', fraction }
      : null;
  }
  if (value['type'] === 'part') {
    const { path, items } = value;
    const isPath =
      Array.isArray(path) && path.length <= MAX_DEPTH && path.every((name) => typeof name === 'string');
    return isPath && Array.isArray(items) ? { type: 'part', path, items } : null;
  }
  if (value['type'] === 'done') return { type: 'done', output: value['output'] };
  if (value['type'] !== 'failed') return null;
  const { name, message } = value;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  return { type: 'failed', name: name.slice(0, 100), message: message.slice(0, 2000) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const MAX_DEPTH = 3;
const ITEMS_AT_ONCE = 250;

/** An answer without its long lists, and these in parts. */
export function inParts(output: unknown): { readonly rest: unknown; readonly parts: Part[] } {
  const parts: Part[] = [];
  const cut = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      if (value.length <= ITEMS_AT_ONCE) return value;
      for (let i = 0; i < value.length; i += ITEMS_AT_ONCE)
        parts.push({ type: 'part', path, items: value.slice(i, i + ITEMS_AT_ONCE) });
      return [];
    }
    if (path.length >= MAX_DEPTH || !isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, cut(inner, [...path, name])]),
    );
  };
  const rest = cut(output, []);
  return { rest, parts };
}

/** Puts the parts back into their lists; null if there is no such list. */
export function fromParts(output: unknown, parts: readonly Part[]): { readonly output: unknown } | null {
  const whole = { output };
  for (const { path, items } of parts) {
    let place: unknown = whole;
    for (const name of ['output', ...path])
      place = isRecord(place) && Object.hasOwn(place, name) ? place[name] : undefined;
    if (!Array.isArray(place)) return null;
    for (const item of items) place.push(item);
  }
  return whole;
}
