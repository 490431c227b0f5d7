import type { Locale } from '#shared/i18n/index.ts';
import { dayToCivil, type EpochDay, formatDate } from '#shared/schedule/calendar/instant.ts';
import { isoWeek, type TimeUnit } from '#shared/schedule/layout/timescale.ts';
import type { T } from './index.ts';

/** Writes the label of one cell of a time axis, as wide as `width` px allow. `upper` says what `lower` leaves out. */
export type TimeLabel = (unit: TimeUnit, from: EpochDay, tier: 'upper' | 'lower', width?: number) => string;

const WITH_WEEKDAY = 30;

/** Writes a part of a date. Made when it is first asked for: an axis shows one or two of all kinds of labels. */
function written(locale: Locale, parts: Intl.DateTimeFormatOptions): (day: EpochDay) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (day) => {
    format ??= new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
    return format.format(new Date(day * 86_400_000));
  };
}

/** Labels of time axes in one language: months by name, quarters, ISO weeks by their Monday. */
export function createTimeLabel(t: T, locale: Locale): TimeLabel {
  const month = written(locale, { month: 'short' });
  const monthYear = written(locale, { year: 'numeric', month: 'short' });
  const weekday = written(locale, { weekday: 'narrow' });
  return (unit, from, tier, width = 0) => {
    const civil = dayToCivil(from);
    if (unit === 'day') {
      if (tier === 'upper') return formatDate(from);
      return width >= WITH_WEEKDAY ? `${civil.day} ${weekday(from)}` : String(civil.day);
    }
    if (unit === 'week')
      return tier === 'lower'
        ? formatDate(from).slice(5)
        : t('plan:time.week', { week: isoWeek(from).week, from: formatDate(from) });
    if (unit === 'month') return (tier === 'lower' ? month : monthYear)(from);
    if (unit === 'quarter') {
      const quarter = Math.floor((civil.month - 1) / 3) + 1;
      return tier === 'lower'
        ? t('plan:time.quarter', { quarter })
        : t('plan:time.quarterOfYear', { quarter, year: civil.year });
    }
    return unit === 'year' ? String(civil.year) : t('plan:time.decade', { year: civil.year });
  };
}
