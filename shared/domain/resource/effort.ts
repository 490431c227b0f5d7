/**
 * Work, units and duration of an assignment: work = duration × units. What a person changes stays; the third value
 * follows as the type of the task says. Tenths of a minute; units 1 = 100 %. Pure.
 */
export type EffortType = 'fixed_units' | 'fixed_duration' | 'fixed_work';

export interface Effort {
  readonly units: number;
  readonly work: number;
}

const MIN_UNITS = 0.0001;

/** Work of a new assignment for the whole duration. */
export function newEffort(duration: number, units: number): Effort {
  return { units, work: Math.round(duration * units) };
}

/**
 * New units. On a task of fixed duration the work follows; else the work stays and takes longer or shorter (the
 * schedule runs an assignment for work / units).
 */
export function withUnits(type: EffortType, duration: number, effort: Effort, units: number): Effort {
  return type === 'fixed_duration' ? newEffort(duration, units) : { units, work: effort.work };
}

/** New work. On a task of fixed duration the units follow; else the units stay and the duration follows. */
export function withWork(type: EffortType, duration: number, effort: Effort, work: number): Effort {
  if (type !== 'fixed_duration' || duration === 0) return { units: effort.units, work };
  return { units: Math.max(MIN_UNITS, Math.round((work / duration) * 10_000) / 10_000), work };
}

/** A new duration of the task. With fixed work more or fewer people are needed; else the work follows. */
export function withDuration(type: EffortType, duration: number, effort: Effort): Effort {
  if (type !== 'fixed_work' || duration === 0) return newEffort(duration, effort.units);
  return {
    units: Math.max(MIN_UNITS, Math.round((effort.work / duration) * 10_000) / 10_000),
    work: effort.work,
  };
}
