/**
 * One long transaction in slices: between them the event loop answers others, who read what was there before. It is
 * one transaction all the same: whoever has to write meanwhile ends it first, and power loss leaves nothing of it.
 */
import type { Statement } from 'better-sqlite3';

/** Work in steps: whoever runs it may stop after each. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const ROWS_AT_ONCE = 500;

/**
 * All rows of a statement: at once, or in steps where others are to be answered in between. In steps the connection
 * has to be left alone until the end, as it is within a transaction.
 */
export function* fetched<Row>(statement: Statement, key: unknown, inSteps: boolean): Steps<Row[]> {
  if (!inSteps) return statement.all(key) as Row[];
  const rows: Row[] = [];
  for (const row of statement.iterate(key)) {
    rows.push(row as Row);
    if (rows.length % ROWS_AT_ONCE === 0) yield;
  }
  return rows;
}

export interface SliceOptions<T> {
  /** Called between slices with the steps so far; what it throws ends the transaction without a trace. */
  readonly pause: (steps: number) => Promise<void>;
  /** Called right after the commit, before anybody else can begin. */
  readonly committed: (value: T) => void;
}

/** What the store does at the ends of a transaction. */
export interface SliceEnds {
  begin(): void;
  commit(): void;
  /** Takes everything back; returns the error for the caller. */
  rollback(error: unknown): unknown;
  /** Steady milliseconds. */
  now(): number;
}

interface Open {
  finish(): void;
  abort(error: unknown): void;
  readonly over: Promise<unknown>;
}

/** A slice ends as soon as it has taken this long; a screen that asks meanwhile does not notice. */
const SLICE_MS = 12;

/** The sliced transaction of a store, of which there is at most one. */
export class Slices {
  readonly #ends: SliceEnds;
  #open: Open | null = null;

  constructor(ends: SliceEnds) {
    this.#ends = ends;
  }

  /** Ends the open one at once, so that another transaction can begin. Its errors go to its own caller. */
  finishOpen(): void {
    this.#open?.finish();
  }

  /** Takes the open one back: the store is being closed. */
  abort(error: unknown): void {
    this.#open?.abort(error);
  }

  /** Resolves when the open one is over, whatever came of it; null if there is none. */
  idle(): Promise<void> | null {
    const over = this.#open?.over;
    return (
      over?.then(
        () => undefined,
        () => undefined,
      ) ?? null
    );
  }

  run<T>(work: () => Steps<T>, options: SliceOptions<T>): Promise<T> {
    this.finishOpen();
    this.#ends.begin();
    const run = new SlicedRun(this.#ends, work, options.committed, () => {
      this.#open = null;
    });
    const over = this.#slice(run, options);
    this.#open = { finish: () => run.finish(), abort: (error) => run.abort(error), over };
    return over;
  }

  async #slice<T>(run: SlicedRun<T>, { pause }: SliceOptions<T>): Promise<T> {
    for (;;) {
      // The first slice too comes in a turn of its own: whoever started this is answered first.
      await pause(run.taken).catch((error: unknown) => run.abort(error));
      const outcome = run.outcome ?? run.slice();
      if (!outcome) continue;
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    }
  }
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

class SlicedRun<T> {
  readonly #ends: SliceEnds;
  readonly #work: () => Steps<T>;
  readonly #committed: (value: T) => void;
  readonly #over: () => void;
  #steps: Steps<T> | null = null;
  outcome: Outcome<T> | null = null;
  /** All steps are done; what is left is the commit. */
  #worked: { readonly value: T } | null = null;
  /** Steps so far. */
  taken = 0;

  constructor(ends: SliceEnds, work: () => Steps<T>, committed: (value: T) => void, over: () => void) {
    this.#ends = ends;
    this.#work = work;
    this.#committed = committed;
    this.#over = over;
  }

  /** Goes on for one slice; null while there is more to do. */
  slice(): Outcome<T> | null {
    const until = this.#ends.now() + SLICE_MS;
    // The commit, the longest single thing, comes in a slice of its own.
    return this.#advance((isDone) => isDone || this.#ends.now() >= until);
  }

  finish(): void {
    if (!this.outcome) this.#advance(() => false);
  }

  abort(error: unknown): void {
    if (this.outcome) return;
    // Statements that are still being read would keep the transaction open.
    this.#steps?.return(undefined as never);
    this.#end({ error: this.#ends.rollback(error) });
  }

  #advance(isEnough: (isDone: boolean) => boolean): Outcome<T> | null {
    try {
      this.#steps ??= this.#work();
      while (!this.#worked) {
        const step = this.#steps.next();
        this.taken += 1;
        if (step.done) this.#worked = { value: step.value };
        if (isEnough(step.done === true)) return null;
      }
      this.#ends.commit();
      this.#end(this.#worked);
    } catch (error) {
      this.#end({ error: this.#ends.rollback(error) });
    }
    if (this.outcome && 'value' in this.outcome) this.#committed(this.outcome.value);
    return this.outcome;
  }

  #end(outcome: Outcome<T>): void {
    this.outcome = outcome;
    this.#over();
  }
}
