/** How the name of a row is written, in the sheet of the screen and in the table on paper. */
export interface RowText {
  readonly isBold: boolean;
  readonly isMuted: boolean;
  readonly isStruck: boolean;
}

const textOf = (isBold: boolean, isOff: boolean): RowText => ({
  isBold,
  isMuted: isOff,
  isStruck: isOff,
});
const PLAIN = textOf(false, false);
const BOLD = textOf(true, false);
const OFF = textOf(false, true);
const BOLD_OFF = textOf(true, true);

/** Summaries are bold; what is out of use is muted and struck through. */
export function rowText(summary: boolean, inactive: boolean): RowText {
  if (inactive) return summary ? BOLD_OFF : OFF;
  return summary ? BOLD : PLAIN;
}
