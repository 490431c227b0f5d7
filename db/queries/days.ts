/** What a query has to know of the user's calendar. */
export interface Days {
  /** Today where the user is, `YYYY-MM-DD`. */
  readonly today: string;
  /** Calendar day of an instant where the user is. */
  readonly dayOf: (instant: string) => string;
}
