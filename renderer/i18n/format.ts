import type { Locale } from '#shared/i18n/index.ts';

export interface Format {
  /** `2026-11-21 周六`; `2026-11-21 Sat` in English. */
  date(date: string): string;
  /** `2026-11-21`. */
  plainDate(date: string): string;
  /** `11-21`, for dense columns. */
  shortDate(date: string): string;
  /** Hours and minutes of an instant, `14:02`, in a named zone or the system's. */
  time(instant: string | number, timeZone?: string): string;
  /** `2026-11-21 14:02`. */
  dateTime(instant: string | number, timeZone?: string): string;
  number(value: number, digits?: number): string;
  /** A fraction of one: `0.6` reads `60%`. */
  percent(fraction: number, digits?: number): string;
  /** Minor units of an ISO 4217 currency: `1250000, 'CNY'` reads `¥12,500.00`. */
  money(minor: number, currency: string): string;
  /** `¥1.25万` in Chinese, `CN¥12.5K` in English; for charts and tiles. */
  moneyShort(minor: number, currency: string): string;
  /** Whole days from today: `明天`, `3 天后`, `2 days ago`. */
  relativeDays(days: number): string;
  list(items: readonly string[]): string;
  compare(left: string, right: string): number;
}

function cached<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Made when it is first asked for: `Intl` objects are dear, and no screen needs all of them. */
function later<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Minor digits of a currency, from the ISO table that `Intl` carries (CNY 2, JPY 0). */
export const currencyDigits = cached(
  (currency) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);

/** Currency signs by language: each home currency is plain, the others say whose they are. */
function moneyFormat(locale: Locale, currency: string, compact: boolean): Intl.NumberFormat {
  const home = { 'zh-CN': 'CNY', 'zh-TW': 'TWD', en: 'CNY' }[locale];
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: currency === home ? 'narrowSymbol' : 'symbol',
    ...(compact ? { notation: 'compact', maximumSignificantDigits: 4 } : {}),
  });
}

function instantParts(locale: Locale, timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}

/** The formatters of one language. Dates are calendar days and never pass through a time zone. */
export function createFormat(locale: Locale): Format {
  const weekday = later(() => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }));
  const relative = later(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const listing = later(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const collator = later(() => new Intl.Collator(locale, { numeric: true }));
  const money = cached((currency) => moneyFormat(locale, currency, false));
  const compact = cached((currency) => moneyFormat(locale, currency, true));
  const digitsOf = cached(currencyDigits);
  const numbers = cached(
    (digits) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: Number(digits),
        maximumFractionDigits: Number(digits),
      }),
  );
  const percents = cached(
    (digits) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: Number(digits) }),
  );
  const instants = cached((zone) => instantParts(locale, zone === '' ? undefined : zone));
  const parts = (instant: string | number, zone = '') =>
    Object.fromEntries(
      instants(zone)
        .formatToParts(new Date(instant))
        .map((part) => [part.type, part.value]),
    );
  return {
    date: (date) => `${date} ${weekday().format(utc(date))}`,
    plainDate: (date) => date,
    shortDate: (date) => date.slice(5),
    time: (instant, zone) => {
      const { hour, minute } = parts(instant, zone);
      return `${hour}:${minute}`;
    },
    dateTime: (instant, zone) => {
      const { year, month, day, hour, minute } = parts(instant, zone);
      return `${year}-${month}-${day} ${hour}:${minute}`;
    },
    // Small whole numbers look the same in all our languages.
    number: (value, digits = 0) =>
      digits === 0 && Number.isInteger(value) && value > -1000 && value < 1000
        ? String(value)
        : numbers(String(digits)).format(value),
    percent: (fraction, digits = 0) => percents(String(digits)).format(fraction),
    money: (minor, currency) => money(currency).format(minor / 10 ** digitsOf(currency)),
    moneyShort: (minor, currency) => compact(currency).format(minor / 10 ** digitsOf(currency)),
    relativeDays: (days) => relative().format(days, 'day'),
    list: (items) => listing().format(items),
    compare: (left, right) => collator().compare(left, right),
  };
}
