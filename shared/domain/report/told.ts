/** What a client was told of the dates of a plan. Pure. */
import type { ReportSnapshot } from './snapshot.ts';

export interface ToldDates {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly start: string | null;
  readonly finish: string | null;
}

/** I9: the dates a frozen report gives, by task: bars as drawn, milestones as they were reached or forecast. */
export function toldDates({ bars, milestones }: Pick<ReportSnapshot, 'bars' | 'milestones'>): ToldDates[] {
  const told = new Map<string, ToldDates>();
  for (const { id, start_on, finish_on } of bars) told.set(id, { id, start: start_on, finish: finish_on });
  for (const { id, planned_on, forecast_on, actual_on } of milestones) {
    const day = actual_on ?? forecast_on ?? planned_on;
    told.set(id, { id, start: day, finish: day });
  }
  return [...told.values()];
}
