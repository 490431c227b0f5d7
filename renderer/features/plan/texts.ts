import type { Format, T } from '#renderer/i18n/index.ts';
import { durationValue, readUnit } from '#shared/domain/plan/duration.ts';
import { dayOf, formatDate, type Instant } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import { passes } from '#shared/schedule/layout/bars.ts';
import type { PlanModel, PlanRow } from './model.ts';

export interface PlanTexts {
  duration(tenths: number | null, unit: string): string;
  /** `YYYY-MM-DD`, or empty. */
  start(row: PlanRow): string;
  finish(row: PlanRow): string;
  percent(row: PlanRow): string;
  /** The row in one sentence, for screen readers. */
  row(row: PlanRow, critical?: boolean): string;
}

export const startDate = (start: Instant | null): string => (start === null ? '' : formatDate(dayOf(start)));
export const finishDate = (start: Instant | null, finish: Instant | null): string =>
  finish === null ? '' : formatDate(finishDay(start, finish));

/** Remembers each result: a plan has few different durations and percentages, and scrolling asks for them again. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

/** A row in the words of the current language. */
export function createTexts(t: T, format: Format, model: PlanModel): PlanTexts {
  const inUnit = remembered((unit: string) => remembered((tenths: number) => durationOf(tenths, unit)));
  const duration = (tenths: number | null, unit: string) => (tenths === null ? '' : inUnit(unit)(tenths));
  const durationOf = (tenths: number, unit: string): string => {
    const { base, elapsed, estimated } = readUnit(unit);
    const size = durationValue(tenths, unit, model.units);
    const value = format.number(size, Number.isInteger(size) ? 0 : Number.isInteger(size * 10) ? 1 : 2);
    const plain = t(`plan:duration.${base}`, { value });
    const text = elapsed ? t('plan:duration.elapsed', { text: plain }) : plain;
    return estimated ? t('plan:duration.estimated', { text }) : text;
  };
  const percentOf = remembered((percent: number) => format.percent(percent / 100));
  const percent = (row: PlanRow) => percentOf(row.percent);
  const spoken = new Map<PlanRow, string>();
  const texts: PlanTexts = {
    duration,
    start: (row) => startDate(row.start),
    finish: (row) => finishDate(row.start, row.finish),
    percent,
    row(row, critical = false) {
      if (row.index < 0)
        return [row.name, t('plan:drag.span', { from: texts.start(row), to: texts.finish(row) })].join(
          t('plan:row.joint'),
        );
      const known = spoken.get(row);
      if (known !== undefined) return known;
      const args = {
        number: row.number,
        name: row.name,
        start: texts.start(row) || t('plan:row.noDates'),
        finish: texts.finish(row) || t('plan:row.noDates'),
        duration: duration(row.duration, row.unit),
        percent: percent(row),
      };
      const numbers = model.linksInto(row.index).map((link) => model.rows[link.from]?.number ?? '');
      const text = [
        row.milestone ? t('plan:row.milestone', args) : t('plan:row.text', args),
        row.summary ? t('plan:row.summary') : '',
        critical ? t('plan:row.critical') : '',
        numbers.length > 0 ? t('plan:row.follows', { numbers: format.list(numbers) }) : '',
        isLate(row) ? t('plan:row.late', { deadline: finishDate(null, row.deadline) }) : '',
        row.clientVisible ? t('plan:row.clientVisible') : '',
        row.inactive ? t('plan:row.inactive') : '',
      ]
        .filter(Boolean)
        .join(t('plan:row.joint'));
      spoken.set(row, text);
      return text;
    },
  };
  return texts;
}

/** Finishes, or is expected to finish, after its deadline. */
export const isLate = (row: PlanRow): boolean => passes(row, row.deadline);
