import type { Format, T } from '#renderer/i18n/index.ts';
import { dayOf, type Instant } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import type { PlanModel } from '../model.ts';
import { workingDelta } from '../scale.ts';

export interface Effect {
  readonly moved: number;
  readonly finishBefore: Instant | null;
  readonly finishAfter: Instant | null;
}

/** Working days by which the end of the plan moves, signed; null while it has none. */
export function finishChange(model: PlanModel, { finishBefore, finishAfter }: Effect): number | null {
  if (finishBefore === null || finishAfter === null) return null;
  return (
    workingDelta(model.calendar, finishDay(null, finishBefore), finishDay(null, finishAfter)) ||
    Math.sign(dayOf(finishAfter) - dayOf(finishBefore))
  );
}

/** “finish +3 d” or “finish unchanged”. */
export function finishText(t: T, format: Format, model: PlanModel, effect: Effect): string {
  const change = finishChange(model, effect);
  if (change === null || change === 0) return t('timeline:drag.finishSame');
  const days = `${change > 0 ? '+' : '−'}${format.number(Math.abs(change))}`;
  return t('timeline:drag.finish', { change: t('timeline:drag.days', { days }) });
}
