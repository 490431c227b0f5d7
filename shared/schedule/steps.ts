/** Work in steps of a few milliseconds: between two of them who runs it may do something else, or stop for good. */
export type Steps<Result> = Generator<void, Result>;

/** Rows that are gone through in one step. */
export const STEP_ROWS = 2048;
/** The same where a row costs more: its texts are measured, its marks drawn. */
export const LAYOUT_ROWS = 256;

/** All steps that are left, at once. */
export function finishSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
