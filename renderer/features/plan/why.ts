import type { T } from '#renderer/i18n/index.ts';
import type { DurationUnits } from '#shared/domain/plan/duration.ts';
import { lagInput } from '#shared/domain/plan/predecessors.ts';
import type { PlanWhy, WhyDriver } from '#shared/ipc/channels/planWhy.ts';
import { dayOf, formatDate, type Instant, timeOf } from '#shared/schedule/calendar/instant.ts';

/** One sentence of the explanation, and the task it speaks of. */
export interface WhyLine {
  readonly text: string;
  readonly taskId: string | null;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-28 08:00`; the end of a day is of the day that ends. */
export function whyMoment(instant: Instant): string {
  const time = timeOf(instant);
  if (time === 0) return `${formatDate(dayOf(instant) - 1)} 24:00`;
  return `${formatDate(dayOf(instant))} ${pad(Math.floor(time / 600))}:${pad(Math.floor(time / 10) % 60)}`;
}

type LinkDriver = Extract<WhyDriver, { kind: 'link' }>;

function lagText(t: T, link: LinkDriver, units: DurationUnits): string {
  if (link.lagValue === 0) return '';
  const size = { lag_kind: link.lagKind, lag_value: Math.abs(link.lagValue), lag_unit: link.lagUnit };
  const lag = lagInput(size, units).replace(/^\+/, '');
  return link.lagValue > 0 ? t('why:lagAfter', { lag }) : t('why:lagBefore', { lag });
}

/** What drives a date, in words. */
export function driverLine(t: T, driver: WhyDriver, units: DurationUnits, side: 'early' | 'late'): WhyLine {
  const date = whyMoment(driver.date);
  const line = (text: string, taskId: string | null = null): WhyLine => ({ text, taskId });
  switch (driver.kind) {
    case 'link': {
      const { task, type, above } = driver;
      const args = { name: task.name, date, lag: lagText(t, driver, units) };
      const text = side === 'early' ? t(`why:link.${type}`, args) : t(`why:lateLink.${type}`, args);
      return line(above ? `${text} ${t('why:above', { name: above.name })}` : text, task.id);
    }
    case 'constraint': {
      const text = t(`why:constraint.${driver.type}`, { date });
      const { above } = driver;
      return above ? line(`${text} ${above.number} ${above.name}`, above.id) : line(text);
    }
    case 'deadline':
      return line(t('why:deadline', { date }));
    case 'subtask': {
      const args = { name: driver.task.name, date };
      return line(
        side === 'early' ? t('why:firstSubtask', args) : t('why:lastSubtask', args),
        driver.task.id,
      );
    }
    default:
      return line(t(`why:kind.${driver.kind}`, { date }));
  }
}

/** Why a task begins when it does: the driver, what overrules it, and the time off it waits out. */
export function whyLines(t: T, why: PlanWhy, units: DurationUnits): WhyLine[] {
  if (!why.early) return [{ text: t('why:unscheduled'), taskId: null }];
  const lines = [driverLine(t, why.early, units, 'early')];
  if (why.wait) {
    const { from, to, reason, name } = why.wait;
    const args = { from: whyMoment(from), to: whyMoment(to), name };
    lines.push({ text: t(`why:wait.${reason}`, args), taskId: null });
  }
  if (why.overruled?.kind === 'link') {
    const { task, date } = why.overruled;
    lines.push({ text: t('why:overruled', { name: task.name, date: whyMoment(date) }), taskId: task.id });
  }
  return lines;
}
