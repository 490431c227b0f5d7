/** An import as states: choose, read, review, write. Nothing is stored before the last one; each can be cancelled. */
import { useEffect, useState } from 'react';
import { isCancelled, request, type TaskOptions, uploadFile } from '#renderer/client/wire.ts';
import type { InputOf } from '#shared/ipc/contract.ts';

/** A file that was read under options; it waits for the user. */
export interface Review<Options, Preview> {
  readonly phase: 'review';
  readonly token: string;
  readonly fileName: string;
  readonly options: Options;
  readonly preview: Preview;
  /** Another look is under way; the last one stays in view. */
  readonly busy: boolean;
  /** Why the last look or the last attempt to write did not work. */
  readonly problem: unknown;
}

export type FlowState<Options, Preview> =
  | { readonly phase: 'choose'; readonly problem: unknown; readonly fileName: string }
  /** `fraction` is 0–1; null until the first sign of life. */
  | { readonly phase: 'read' | 'write'; readonly fileName: string; readonly fraction: number | null }
  | Review<Options, Preview>;

/** What one kind of import does in the steps that all have. */
export interface ImportSteps<Options, Preview, Choice, Done> {
  readonly purpose: InputOf<'file.open'>['purpose'];
  /** How a file is read at first. */
  readonly first: Options;
  readonly preview: (token: string, options: Options, run: TaskOptions) => Promise<Preview>;
  readonly write: (
    review: { readonly token: string; readonly options: Options },
    choice: Choice,
    run: TaskOptions,
  ) => Promise<Done>;
  /** Leads a file of another kind to where it is imported; true if it did. */
  readonly elsewhere?: (token: string, fileName: string) => boolean;
}

const START = { phase: 'choose', problem: null, fileName: '' } as const;
/** The share of handing the file over, where the window has to do it piece by piece. */
const UPLOAD_SHARE = 0.4;

type Hand = (signal: AbortSignal, tell: (part: number) => void) => Promise<string>;

/** A cancelled step is no problem; the user asked for it. */
const worthTelling = (step: AbortController, error: unknown): unknown =>
  step.signal.aborted || isCancelled(error) ? null : error;

const giveBack = (token: string): void => void request('file.release', { token }).catch(() => {});

/** One import after the other, without React: whoever shows it is told each new state. */
export class ImportFlow<Options, Preview, Choice, Done> {
  readonly #steps: ImportSteps<Options, Preview, Choice, Done>;
  readonly #show: (state: FlowState<Options, Preview>) => void;
  #state: FlowState<Options, Preview> = START;
  #running: AbortController | null = null;
  /** The file in review; given back when it is not needed any more. */
  #held: string | null = null;

  constructor(
    steps: ImportSteps<Options, Preview, Choice, Done>,
    show: (state: FlowState<Options, Preview>) => void,
  ) {
    this.#steps = steps;
    this.#show = show;
  }

  #set(state: FlowState<Options, Preview>): void {
    this.#state = state;
    this.#show(state);
  }

  #begin(): AbortController {
    this.#running?.abort();
    this.#running = new AbortController();
    return this.#running;
  }

  #release(): void {
    if (this.#held !== null) giveBack(this.#held);
    this.#held = null;
  }

  /** Opens the system's own dialog. */
  readonly choose = async (): Promise<void> => {
    try {
      const file = await request('file.open', { purpose: this.#steps.purpose });
      if (file) await this.readToken(file.token, file.name);
    } catch (error) {
      this.#set({ phase: 'choose', problem: error, fileName: '' });
    }
  };

  /** Reads a file that the user dropped or chose. */
  readonly readFile = (file: File): Promise<void> =>
    this.#read(file.name, UPLOAD_SHARE, (signal, tell) => uploadFile(file, tell, signal));

  /** Reads a file that the core knows already. */
  readonly readToken = (token: string, fileName: string): Promise<void> =>
    this.#read(fileName, 0, () => Promise.resolve(token));

  async #read(fileName: string, uploads: number, hand: Hand): Promise<void> {
    const { first: options, preview: look, elsewhere } = this.#steps;
    const step = this.#begin();
    const tell = (fraction: number | null): void => {
      if (this.#running === step && !step.signal.aborted) this.#set({ phase: 'read', fileName, fraction });
    };
    this.#release();
    tell(null);
    try {
      const token = await hand(step.signal, (part) => tell(part * uploads));
      if (this.#running !== step) {
        // Another file was chosen meanwhile, or the screen was left: nobody else knows of an upload.
        if (uploads > 0) giveBack(token);
        return;
      }
      if (elsewhere?.(token, fileName)) {
        this.#running = null;
        this.#set(START);
        return;
      }
      this.#held = token;
      const preview = await look(token, options, {
        signal: step.signal,
        onProgress: (part) => tell(uploads + (1 - uploads) * part),
      });
      if (this.#running === step)
        this.#set({ phase: 'review', token, fileName, options, preview, busy: false, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      this.#release();
      this.#set({ phase: 'choose', problem: worthTelling(step, error), fileName });
    }
  }

  /** Looks again with other options. What is in view stays meanwhile. */
  readonly look = async (options: Options): Promise<void> => {
    if (this.#state.phase !== 'review') return;
    const before = this.#state;
    const step = this.#begin();
    this.#set({ ...before, options, busy: true, problem: null });
    try {
      const preview = await this.#steps.preview(before.token, options, { signal: step.signal });
      if (this.#running === step) this.#set({ ...before, options, preview, busy: false, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      // The choice that could not be followed is taken back: what is in view is what would be imported.
      this.#set({ ...before, busy: false, problem: worthTelling(step, error) });
    }
  };

  /** Takes the file in review over. Null if that did not happen; then the review says why. */
  readonly write = async (choice: Choice): Promise<Done | null> => {
    if (this.#state.phase !== 'review' || this.#state.busy) return null;
    const review = this.#state;
    const step = this.#begin();
    const show = (fraction: number | null): void =>
      this.#set({ phase: 'write', fileName: review.fileName, fraction });
    show(null);
    try {
      const done = await this.#steps.write(review, choice, { signal: step.signal, onProgress: show });
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

/** The flow of one screen; leaving the screen stops it. The steps are those of the first picture. */
export function useImportFlow<Options, Preview, Choice, Done>(
  steps: ImportSteps<Options, Preview, Choice, Done>,
): {
  readonly state: FlowState<Options, Preview>;
  readonly flow: ImportFlow<Options, Preview, Choice, Done>;
} {
  const [state, setState] = useState<FlowState<Options, Preview>>(START);
  const [flow] = useState(() => new ImportFlow(steps, setState));
  useEffect(() => () => flow.close(), [flow]);
  return { state, flow };
}
