/** The import as states: choose, read, review, write. Nothing is stored before the last one. */
import { useEffect, useState } from 'react';
import { request, runTask, uploadFile } from '#renderer/client/wire.ts';
import type { TableOptions, TablePreview } from '#shared/ipc/channels/table.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import type { PresetKind } from '#shared/schedule/calendar/presets.ts';
import { isCancelled } from './texts.ts';

export interface Review {
  readonly phase: 'review';
  readonly token: string;
  readonly fileName: string;
  readonly options: TableOptions;
  readonly preview: TablePreview;
  /** Another look is under way; the last one stays in view. */
  readonly busy: boolean;
  /** Why the last look or the last attempt to write did not work. */
  readonly problem: unknown;
}

export type TableState =
  | { readonly phase: 'choose'; readonly problem: unknown; readonly fileName: string }
  | { readonly phase: 'read' | 'write'; readonly fileName: string; readonly fraction: number | null }
  | Review;

export interface Where {
  readonly projectId?: string | undefined;
  readonly calendar?: PresetKind | undefined;
}

type Into = InputOf<'table.import'>['into'];

const START: TableState = { phase: 'choose', problem: null, fileName: '' };
const UPLOAD_SHARE = 0.4;

/** One import after the other, without React: whoever shows it is told each new state. */
export class TableFlow {
  readonly #show: (state: TableState) => void;
  #state: TableState = START;
  #running: AbortController | null = null;
  #held: string | null = null;
  #where: Where = {};

  constructor(show: (state: TableState) => void) {
    this.#show = show;
  }

  #set(state: TableState): void {
    this.#state = state;
    this.#show(state);
  }

  #begin(): AbortController {
    this.#running?.abort();
    this.#running = new AbortController();
    return this.#running;
  }

  #release(): void {
    const token = this.#held;
    this.#held = null;
    if (token !== null) void request('file.release', { token }).catch(() => {});
  }

  /** Opens the system's own dialog. */
  readonly choose = async (): Promise<void> => {
    try {
      const file = await request('file.open', { purpose: 'table' });
      if (file) await this.readToken(file.token, file.name);
    } catch (error) {
      this.#set({ phase: 'choose', problem: error, fileName: '' });
    }
  };

  readonly readFile = (file: File): Promise<void> =>
    this.#read(file.name, UPLOAD_SHARE, (signal, tell) => uploadFile(file, tell, signal));

  /** Reads a file that the core knows already. */
  readonly readToken = (token: string, fileName: string): Promise<void> =>
    this.#read(fileName, 0, () => Promise.resolve(token));

  async #read(
    fileName: string,
    uploads: number,
    hand: (signal: AbortSignal, tell: (part: number) => void) => Promise<string>,
  ): Promise<void> {
    const step = this.#begin();
    const tell = (fraction: number | null): void => {
      if (this.#running === step && !step.signal.aborted) this.#set({ phase: 'read', fileName, fraction });
    };
    this.#release();
    tell(null);
    try {
      const token = await hand(step.signal, (part) => tell(part * uploads));
      if (this.#running !== step) {
        if (uploads > 0) void request('file.release', { token }).catch(() => {});
        return;
      }
      this.#held = token;
      const preview = await runTask(
        'table.preview',
        { token, options: {}, ...this.#where },
        { signal: step.signal, onProgress: (part) => tell(uploads + (1 - uploads) * part) },
      );
      if (this.#running === step)
        this.#set({ phase: 'review', token, fileName, options: {}, preview, busy: false, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      this.#release();
      const problem = step.signal.aborted || isCancelled(error) ? null : error;
      this.#set({ phase: 'choose', problem, fileName });
    }
  }

  /** Looks again with other options, or for another plan. What the user chose stays in view meanwhile. */
  readonly look = async (options: TableOptions, where: Where = this.#where): Promise<void> => {
    this.#where = where;
    if (this.#state.phase !== 'review') return;
    const before = this.#state;
    const step = this.#begin();
    this.#set({ ...before, options, busy: true, problem: null });
    try {
      const preview = await runTask(
        'table.preview',
        { token: before.token, options, ...where },
        { signal: step.signal },
      );
      if (this.#running === step) this.#set({ ...before, options, preview, busy: false, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      const problem = isCancelled(error) ? null : error;
      // The choice that could not be followed is taken back: what is in view is what would be imported.
      this.#set({ ...before, busy: false, problem });
    }
  };

  /** Takes the list over. Null if that did not happen; then the review says why. */
  readonly write = async (into: Into, leaveOut: boolean): Promise<OutputOf<'table.import'> | null> => {
    if (this.#state.phase !== 'review' || this.#state.busy) return null;
    const review = this.#state;
    const { token, options, fileName } = review;
    const step = this.#begin();
    const show = (fraction: number | null): void => this.#set({ phase: 'write', fileName, fraction });
    show(null);
    try {
      const done = await runTask(
        'table.import',
        { token, options, leaveOut, into },
        { signal: step.signal, onProgress: show },
      );
      this.#held = null;
      return done;
    } catch (error) {
      if (this.#running === step) this.#set({ ...review, problem: isCancelled(error) ? null : error });
      return null;
    }
  };

  readonly cancel = (): void => this.#running?.abort();

  readonly restart = (): void => {
    this.close();
    this.#set(START);
  };

  /** Stops what is running and gives the file back. */
  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.#release();
  }
}

/** The flow of one screen; leaving the screen stops it. */
export function useTableImport(where: Where): { readonly state: TableState; readonly flow: TableFlow } {
  const [state, setState] = useState<TableState>(START);
  const [flow] = useState(() => {
    const created = new TableFlow(setState);
    void created.look({}, where);
    return created;
  });
  useEffect(() => () => flow.close(), [flow]);
  return { state, flow };
}
