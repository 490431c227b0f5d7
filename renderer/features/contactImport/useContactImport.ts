/** The import of contacts as states: choose, read, review, write. Nothing is stored before the last one. */
import { useEffect, useState } from 'react';
import { request, runTask, uploadFile } from '#renderer/client/wire.ts';
import type { ContactOptions, ContactPreview, ContactRow } from '#shared/ipc/channels/contactImport.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';

export type Choice = ContactRow['choice'];

export interface Review {
  readonly phase: 'review';
  readonly token: string;
  readonly fileName: string;
  readonly options: ContactOptions;
  readonly preview: ContactPreview;
  readonly busy: boolean;
  /** Why the last look or the last attempt to write did not work. */
  readonly problem: unknown;
}

export type ContactState =
  | { readonly phase: 'choose'; readonly problem: unknown; readonly fileName: string }
  | { readonly phase: 'read' | 'write'; readonly fileName: string; readonly fraction: number | null }
  | Review;

const START: ContactState = { phase: 'choose', problem: null, fileName: '' };
const UPLOAD_SHARE = 0.4;

const isCancelled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'CANCELLED';

/** One import after the other, without React: whoever shows it is told each new state. */
export class ContactFlow {
  readonly #show: (state: ContactState) => void;
  readonly #first: ContactOptions;
  #state: ContactState = START;
  #running: AbortController | null = null;
  #held: string | null = null;

  constructor(show: (state: ContactState) => void, first: ContactOptions) {
    this.#show = show;
    this.#first = first;
  }

  #set(state: ContactState): void {
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
      const file = await request('file.open', { purpose: 'contacts' });
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
      const options = this.#first;
      const preview = await runTask(
        'contacts.preview',
        { token, options },
        { signal: step.signal, onProgress: (part) => tell(uploads + (1 - uploads) * part) },
      );
      if (this.#running === step)
        this.#set({ phase: 'review', token, fileName, options, preview, busy: false, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      this.#release();
      this.#set({ phase: 'choose', problem: isCancelled(error) ? null : error, fileName });
    }
  }

  /** Looks again with other options. What is in view stays meanwhile. */
  readonly look = async (options: ContactOptions): Promise<void> => {
    if (this.#state.phase !== 'review') return;
    const before = this.#state;
    const step = this.#begin();
    this.#set({ ...before, options, busy: true, problem: null });
    try {
      const preview = await runTask(
        'contacts.preview',
        { token: before.token, options },
        { signal: step.signal },
      );
      if (this.#running === step) this.#set({ ...before, options, preview, busy: false, problem: null });
    } catch (error) {
      if (this.#running !== step) return;
      // The choice that could not be followed is taken back: what is in view is what would be imported.
      this.#set({ ...before, busy: false, problem: isCancelled(error) ? null : error });
    }
  };

  /** Takes the rows over. Null if that did not happen; then the review says why. */
  readonly write = async (
    choices: ReadonlyMap<number, Choice>,
    leaveOut: boolean,
  ): Promise<OutputOf<'contacts.import'> | null> => {
    if (this.#state.phase !== 'review' || this.#state.busy) return null;
    const review = this.#state;
    const step = this.#begin();
    const show = (fraction: number | null): void =>
      this.#set({ phase: 'write', fileName: review.fileName, fraction });
    show(null);
    try {
      const done = await runTask(
        'contacts.import',
        {
          token: review.token,
          options: review.options,
          choices: [...choices].map(([row, choice]) => ({ row, choice })),
          leaveOut,
        },
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
export function useContactImport(first: ContactOptions): {
  readonly state: ContactState;
  readonly flow: ContactFlow;
} {
  const [state, setState] = useState<ContactState>(START);
  const [flow] = useState(() => new ContactFlow(setState, first));
  useEffect(() => () => flow.close(), [flow]);
  return { state, flow };
}
