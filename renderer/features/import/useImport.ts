/** The import as states: choose, read, review, write. Each long state can be cancelled; nothing is half done. */
import { useEffect, useState } from 'react';
import { request, runTask, uploadFile } from '#renderer/client/wire.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { isContactFile } from '../contactImport/public.ts';
import { isTableFile } from '../tableImport/public.ts';
import { isCancelled } from './texts.ts';

export type ImportState =
  | { readonly phase: 'choose'; readonly problem: unknown; readonly fileName: string }
  | {
      readonly phase: 'read' | 'write';
      readonly fileName: string;
      /** 0–1; null until the first sign of life. */
      readonly fraction: number | null;
      readonly report: ImportReport | null;
    }
  | {
      readonly phase: 'review';
      readonly token: string;
      readonly fileName: string;
      readonly report: ImportReport;
      /** Why the last attempt to write did not work. */
      readonly problem: unknown;
    };

export type ImportTarget = Pick<InputOf<'import.project'>, 'client' | 'name'>;

const START: ImportState = { phase: 'choose', problem: null, fileName: '' };
/** The share of handing the file over, where the window has to do it piece by piece. */
const UPLOAD_SHARE = 0.3;
/** The core counts reading as this part of a whole import. */
const READ_SHARE = 0.7;

type Hand = (signal: AbortSignal, tell: (part: number) => void) => Promise<string>;

/** A cancelled step is no problem; the user asked for it. */
const worthTelling = (step: AbortController, error: unknown): unknown =>
  step.signal.aborted || isCancelled(error) ? null : error;

/** One import after the other, without React: whoever shows it is told each new state. */
export class ImportFlow {
  readonly #show: (state: ImportState) => void;
  #state: ImportState = START;
  #running: AbortController | null = null;
  /** The file in review; given back when it is not needed any more. */
  #held: string | null = null;

  /** Takes tables over: they have a screen of their own. */
  readonly #onTable: (token: string, fileName: string) => void;

  constructor(
    show: (state: ImportState) => void,
    onTable: (token: string, fileName: string) => void = () => {},
  ) {
    this.#show = show;
    this.#onTable = onTable;
  }

  #set(state: ImportState): void {
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

  /** Reads a file that the user dropped or chose. */
  readonly readFile = (file: File): Promise<void> =>
    this.#inspect(file.name, UPLOAD_SHARE, (signal, tell) => uploadFile(file, tell, signal));

  /** Reads a file that the core knows already. */
  readonly readToken = (token: string, fileName: string): Promise<void> =>
    this.#inspect(fileName, 0, () => Promise.resolve(token));

  /** Opens the system's own dialog. */
  readonly choose = async (): Promise<void> => {
    try {
      const file = await request('file.open', { purpose: 'project' });
      if (file) await this.readToken(file.token, file.name);
    } catch (error) {
      this.#set({ phase: 'choose', problem: error, fileName: '' });
    }
  };

  async #inspect(fileName: string, uploads: number, hand: Hand): Promise<void> {
    const step = this.#begin();
    const tell = (fraction: number): void => {
      if (this.#running === step && !step.signal.aborted)
        this.#set({ phase: 'read', fileName, fraction, report: null });
    };
    this.#release();
    this.#set({ phase: 'read', fileName, fraction: null, report: null });
    try {
      const token = await hand(step.signal, (part) => tell(part * uploads));
      if (this.#running !== step) {
        // Another file was chosen meanwhile, or the screen was left: nobody else knows of an upload.
        if (uploads > 0) void request('file.release', { token }).catch(() => {});
        return;
      }
      if (isTableFile(fileName) || isContactFile(fileName)) {
        this.#running = null;
        this.#set(START);
        this.#onTable(token, fileName);
        return;
      }
      this.#held = token;
      const report = await runTask(
        'import.inspect',
        { token },
        {
          signal: step.signal,
          onProgress: (part) => tell(uploads + (1 - uploads) * Math.min(1, part / READ_SHARE)),
        },
      );
      if (this.#running === step) this.#set({ phase: 'review', token, fileName, report, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      this.#release();
      this.#set({ phase: 'choose', problem: worthTelling(step, error), fileName });
    }
  }

  /** Takes the file in review over. Null if that did not happen; then the review says why. */
  readonly write = async (target: ImportTarget): Promise<OutputOf<'import.project'> | null> => {
    if (this.#state.phase !== 'review') return null;
    const review = this.#state;
    const { fileName, report, token } = review;
    const step = this.#begin();
    const show = (fraction: number | null): void => this.#set({ phase: 'write', fileName, fraction, report });
    show(null);
    try {
      const done = await runTask(
        'import.project',
        { token, ...target },
        { signal: step.signal, onProgress: show },
      );
      // The core gives the file back itself once it is imported.
      this.#held = null;
      return done;
    } catch (error) {
      if (this.#running === step) this.#set({ ...review, problem: worthTelling(step, error) });
      return null;
    }
  };

  readonly cancel = (): void => this.#running?.abort();

  /** Back to the choice of a file. */
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
export function useImport(onTable: (token: string, fileName: string) => void): {
  readonly state: ImportState;
  readonly flow: ImportFlow;
} {
  const [state, setState] = useState<ImportState>(START);
  const [flow] = useState(() => new ImportFlow(setState, onTable));
  useEffect(() => () => flow.close(), [flow]);
  return { state, flow };
}
