/**
 * MS-4, G24: what the client expects, what was agreed, what is planned and what has come of it, on eight axes.
 * All figures are percent of what the client expects: 100 is exactly that. docs/expectations.md has the formulas
 * with an example.
 */
import { ASPECTS } from '../../model/entities/expectation.ts';
import { daysBetween } from '../deadline/dates.ts';
import type { KanoClass } from './kano.ts';
import { type ExpectationStatus, isConfirmed } from './life.ts';

export type Aspect = (typeof ASPECTS)[number];

/** The task an expectation hangs on, usually a milestone. Days are `YYYY-MM-DD`. */
export interface GapTask {
  readonly id: string;
  readonly name: string;
  /** As now scheduled; null: it has no date. */
  readonly finishOn: string | null;
  readonly actualOn: string | null;
  readonly promisedOn: string | null;
}

export interface GapItem {
  readonly id: string;
  readonly no: number;
  readonly text: string;
  readonly aspect: Aspect;
  /** 1–10. */
  readonly weight: number;
  /** The class that counts, chosen or answered. */
  readonly kano: KanoClass | null;
  readonly status: ExpectationStatus;
  readonly agreedPercent: number | null;
  readonly plannedPercent: number | null;
  readonly actualPercent: number | null;
  /** A goal of it was signed, and by when it is due. */
  readonly goalSigned: boolean;
  readonly goalDueOn: string | null;
  readonly keyOn: string | null;
  readonly task: GapTask | null;
}

export interface GapContext {
  /** From when the time of a key date counts; null: not known. */
  readonly startOn: string | null;
  readonly today: string;
}

/** Agreed, planned and actual; null: nobody has said or measured it. */
export interface GapValues {
  readonly agreed: number | null;
  readonly planned: number | null;
  readonly actual: number | null;
}

/** The time an expectation is measured against at least, so that a young project does not exaggerate. */
export const LEAST_SPAN_DAYS = 30;

/**
 * How much of a date is kept: 100 on the key date or before, else the time there was as a share of the time it
 * takes. Early is not more than kept, for it makes up for nobody's delay.
 */
export function timeValue(keyOn: string, on: string, startOn: string | null): number {
  const late = daysBetween(keyOn, on);
  if (late <= 0) return 100;
  const span = Math.max(LEAST_SPAN_DAYS, startOn === null ? 0 : daysBetween(startOn, keyOn));
  return (100 * span) / (span + late);
}

const keyDate = (item: GapItem): string | null => item.keyOn ?? item.task?.promisedOn ?? null;

/** An unfinished task whose date has passed is at best finished today. */
function forecastOn({ finishOn, actualOn }: GapTask, today: string): string | null {
  if (actualOn !== null) return actualOn;
  return finishOn !== null && finishOn < today ? today : finishOn;
}

/** The date side of an expectation; null without key date or task. */
function timeValues(item: GapItem, { startOn, today }: GapContext): GapValues | null {
  const keyOn = keyDate(item);
  if (keyOn === null || item.task === null) return null;
  const value = (on: string | null): number | null => (on === null ? null : timeValue(keyOn, on, startOn));
  const { actualOn } = item.task;
  const overdue = actualOn === null && keyOn < today;
  const planned = value(forecastOn(item.task, today));
  return {
    agreed: item.agreedPercent ?? (item.goalSigned ? (value(item.goalDueOn) ?? 100) : null),
    planned,
    actual: overdue ? planned : value(actualOn),
  };
}

function noted(item: GapItem): GapValues {
  const ended = item.status === 'realised' ? 100 : item.status === 'not_realised' ? 0 : null;
  return {
    agreed: item.agreedPercent ?? (isAgreed(item) ? 100 : null),
    planned: item.plannedPercent,
    actual: item.actualPercent ?? ended,
  };
}

/** The client has confirmed what he gets, signed or in figures. */
export function isAgreed(item: GapItem): boolean {
  return item.goalSigned || item.agreedPercent !== null || isConfirmed(item.status);
}

/** The values of one expectation. A time that hangs on a task follows the dates of that task, not what was typed. */
export function gapValues(item: GapItem, context: GapContext): GapValues {
  const own = noted(item);
  if (item.aspect !== 'time') return own;
  const dated = timeValues(item, context);
  if (dated === null) return own;
  return {
    agreed: dated.agreed ?? own.agreed,
    planned: dated.planned ?? own.planned,
    actual: dated.actual ?? own.actual,
  };
}

/** The best known: actual before planned before agreed. */
export const currentOf = ({ agreed, planned, actual }: GapValues): number | null =>
  actual ?? planned ?? agreed;

export type GapDirection = 'below' | 'met' | 'above';
export type GapTrend = 'better' | 'same' | 'worse';

/** Half a point and less is no difference to anybody. */
const TOLERANCE = 0.5;
const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

export interface GapAxis extends GapValues {
  readonly aspect: Aspect;
  /** Expectations of this aspect. */
  readonly count: number;
  /** 100 as soon as something is expected; null: nothing is. */
  readonly expected: 100 | null;
  readonly current: number | null;
  /** Current minus expected, in points; negative: less than expected. */
  readonly gap: number | null;
  readonly direction: GapDirection | null;
  /** Against the earlier view; null: there is nothing to compare with. */
  readonly trend: GapTrend | null;
}

export interface GapRef {
  readonly id: string;
  readonly no: number;
  readonly text: string;
  readonly aspect: Aspect;
  readonly current: number | null;
}

/** An expectation whose task is later than its key date. */
export interface GapLate extends GapRef {
  readonly taskId: string;
  readonly task: string;
  readonly keyOn: string;
  readonly forecastOn: string;
  /** Calendar days, at least 1. */
  readonly days: number;
  readonly done: boolean;
}

/** `none`: nothing is known yet. */
export type GapStatus = 'good' | 'warn' | 'bad' | 'none';

/** Weighted mean from which a project is green, and from which it is yellow. */
export const GAP_LIMITS = { good: 90, warn: 70 } as const;

export interface GapView {
  readonly axes: readonly GapAxis[];
  /** Weighted mean of what is currently known, over all expectations that count. */
  readonly average: number | null;
  readonly status: GapStatus;
  /** G6: basic expectations that are known not to be met; each of them makes the project red. */
  readonly unmetBasics: readonly GapRef[];
  /** The client expects it, nobody has confirmed it. */
  readonly unagreed: readonly GapRef[];
  readonly late: readonly GapLate[];
}

/** Kano classes that neither please nor displease by being there, or only displease: they are in no mean. */
const WITHOUT_EFFECT: ReadonlySet<KanoClass | null> = new Set(['indifferent', 'reverse']);

interface Part {
  readonly weight: number;
  readonly values: GapValues;
}

/**
 * What an expectation adds to the means; null: nothing. A delight that nobody agreed can only add: where it
 * falls short of 100 it is left out.
 */
function partOf(item: GapItem, values: GapValues): Part | null {
  if (WITHOUT_EFFECT.has(item.kano)) return null;
  if (item.kano !== 'excitement' || isAgreed(item)) return { weight: item.weight, values };
  const kept = (value: number | null): number | null => (value !== null && value >= 100 ? value : null);
  return {
    weight: item.weight,
    values: { agreed: null, planned: kept(values.planned), actual: kept(values.actual) },
  };
}

/** Weighted mean of what is known; null when nothing is. */
function mean(parts: readonly Part[], pick: (values: GapValues) => number | null): number | null {
  let sum = 0;
  let weights = 0;
  for (const { weight, values } of parts) {
    const value = pick(values);
    if (value === null) continue;
    sum += weight * value;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

const directionOf = (gap: number | null): GapDirection | null =>
  gap === null ? null : gap < -TOLERANCE ? 'below' : gap > TOLERANCE ? 'above' : 'met';

interface Measured {
  readonly item: GapItem;
  readonly values: GapValues;
}

function axisOf(aspect: Aspect, all: readonly Measured[], context: GapContext): GapAxis {
  const own = all.filter(({ item }) => item.aspect === aspect);
  const parts = own.flatMap(({ item, values }) => partOf(item, values) ?? []);
  // A dated deliverable that slips is late, whatever its own axis says about it.
  const dated =
    aspect !== 'time'
      ? []
      : all.flatMap(({ item }) => {
          const values = item.aspect === 'time' ? null : timeValues(item, context);
          return values === null ? [] : (partOf(item, values) ?? []);
        });
  const every = [...parts, ...dated];
  const current = round(mean(every, currentOf));
  const gap = current === null ? null : round(current - 100);
  return {
    aspect,
    count: own.length,
    expected: own.length + dated.length === 0 ? null : 100,
    agreed: round(mean(every, ({ agreed }) => agreed)),
    planned: round(mean(every, ({ planned }) => planned)),
    actual: round(mean(every, ({ actual }) => actual)),
    current,
    gap,
    direction: directionOf(gap),
    trend: null,
  };
}

const refOf = ({ item, values }: Measured): GapRef => ({
  id: item.id,
  no: item.no,
  text: item.text,
  aspect: item.aspect,
  current: round(currentOf(values)),
});

function lateOf(measured: Measured, { today }: GapContext): GapLate[] {
  const { task } = measured.item;
  const keyOn = keyDate(measured.item);
  const on = task === null ? null : forecastOn(task, today);
  if (task === null || keyOn === null || on === null || on <= keyOn) return [];
  return [
    {
      ...refOf(measured),
      taskId: task.id,
      task: task.name,
      keyOn,
      forecastOn: on,
      days: daysBetween(keyOn, on),
      done: task.actualOn !== null,
    },
  ];
}

/** A basic expectation that is known to fall short; rounding never hides it. */
function isUnmetBasic({ item, values }: Measured): boolean {
  const current = currentOf(values);
  return item.kano === 'basic' && (item.status === 'not_realised' || (current !== null && current < 100));
}

function statusOf(average: number | null, unmet: number): GapStatus {
  if (unmet > 0) return 'bad';
  if (average === null) return 'none';
  return average >= GAP_LIMITS.good ? 'good' : average >= GAP_LIMITS.warn ? 'warn' : 'bad';
}

/** Whether an expectation still has to be agreed: not what the client does not want or care for, nor what is over. */
const wantsAgreement = ({ item }: Measured): boolean =>
  !isAgreed(item) &&
  !WITHOUT_EFFECT.has(item.kano) &&
  item.status !== 'realised' &&
  item.status !== 'not_realised';

/** The radar of a project: one axis per aspect, in the order of the model. */
export function gapView(items: readonly GapItem[], context: GapContext): GapView {
  const all = items.map((item): Measured => ({ item, values: gapValues(item, context) }));
  const parts = all.flatMap(({ item, values }) => partOf(item, values) ?? []);
  const average = round(mean(parts, currentOf));
  const unmetBasics = all.filter(isUnmetBasic).map(refOf);
  return {
    axes: ASPECTS.map((aspect) => axisOf(aspect, all, context)),
    average,
    status: statusOf(average, unmetBasics.length),
    unmetBasics,
    unagreed: all.filter(wantsAgreement).map(refOf),
    late: all.flatMap((measured) => lateOf(measured, context)).sort((a, b) => b.days - a.days || a.no - b.no),
  };
}

/** The same view with the trend of each axis against an earlier one. */
export function withTrend(now: GapView, before: GapView): GapView {
  return {
    ...now,
    axes: now.axes.map((axis, index): GapAxis => {
      const earlier = before.axes[index]?.current ?? null;
      if (axis.current === null || earlier === null) return axis;
      const moved = axis.current - earlier;
      return { ...axis, trend: moved > TOLERANCE ? 'better' : moved < -TOLERANCE ? 'worse' : 'same' };
    }),
  };
}

/** How far the trend looks back: two weeks. */
export const TREND_DAYS = 14;
