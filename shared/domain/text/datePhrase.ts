/** Days as people say them inside a sentence: 下周三, 下週三, by next Wednesday, 3天内, 月底, end of the month. */
import { addDays, addMonths, weekdayOf } from '../deadline/dates.ts';
import { parseDateInput } from './dateInput.ts';

/** A day found in a text. It is a reading, not a fact: the user confirms it. */
export interface DatePhrase {
  /** The words that were read. */
  readonly phrase: string;
  /** Where they begin. */
  readonly index: number;
  /** `YYYY-MM-DD` */
  readonly value: string;
}

type Read = (match: RegExpExecArray, today: string) => string | null;
interface Rule {
  readonly pattern: RegExp;
  readonly read: Read;
}

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const ENGLISH_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Whole number of at most two digits: 3, 12, 三, 十, 十五, 二十, a, two. null: none. */
function amountOf(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (word === 'a' || word === 'an') return 1;
  const english = ENGLISH_NUMBERS.indexOf(word);
  if (english >= 0) return english + 1;
  const ten = /^([一二两兩三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (ten) return (CHINESE_DIGITS[ten[1] ?? ''] ?? 1) * 10 + (CHINESE_DIGITS[ten[2] ?? ''] ?? 0);
  return CHINESE_DIGITS[text] ?? null;
}

const AMOUNT = '\\d{1,3}|[一二两兩三四五六七八九]?十[一二三四五六七八九]?|[一二两兩三四五六七八九]';
const ENGLISH_AMOUNT = `\\d{1,3}|an?|${ENGLISH_NUMBERS.join('|')}`;

/** Days from Monday to Friday; who says "3 working days" leaves the weekend out. */
function addWeekdays(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}

/** Last day of the month that is `months` after the one of `today`. */
function monthEnd(today: string, months: number): string {
  const first = addMonths(`${today.slice(0, 8)}01`, months + 1);
  return addDays(first, -1);
}

/** Friday of the week that is `weeks` after the one of `today`: the end of a working week. */
const weekEnd = (today: string, weeks: number): string => addDays(today, 5 - weekdayOf(today) + weeks * 7);

function after(amount: string | undefined, unit: string | undefined, today: string): string | null {
  const count = amountOf(amount ?? '');
  if (count === null) return null;
  const word = (unit ?? '').toLowerCase();
  if (/工作日|工作天|working|business/.test(word)) return addWeekdays(today, count);
  if (/月|month/.test(word)) return addMonths(today, count);
  if (/周|週|星期|礼拜|禮拜|week/.test(word)) return addDays(today, count * 7);
  return addDays(today, count);
}

/** A day of the month: of this month, or of the next one if it is over. */
function dayOfMonth(text: string, months: number | null, today: string): string | null {
  const at = (shift: number): string | null => {
    const month = addMonths(`${today.slice(0, 8)}01`, shift).slice(0, 7);
    const read = parseDateInput(`${month}-${text.padStart(2, '0')}`, today);
    return read.ok ? read.value : null;
  };
  if (months !== null) return at(months);
  const here = at(0);
  return here !== null && here >= today ? here : at(1);
}

const simple: Read = ([phrase], today) => {
  const read = parseDateInput(phrase.replace(/^(?:on|by|before)\s+/i, '').replace(/\bof\b/gi, ''), today);
  return read.ok ? read.value : null;
};

const ENGLISH_FULL = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const ENGLISH_SHORT = '(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)';
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** A month by name with its day; without a year the next one that comes. */
function namedMonth(month: string, day: string, year: string | undefined, today: string): string | null {
  const number = String(MONTH_NAMES.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
  const of = (y: number): string | null => {
    const read = parseDateInput(`${y}-${number}-${day.padStart(2, '0')}`, today);
    return read.ok ? read.value : null;
  };
  if (year !== undefined) return of(Number(year));
  const now = Number(today.slice(0, 4));
  const here = of(now);
  return here !== null && here >= today ? here : of(now + 1);
}

/** In the order in which they are tried at the same place: the longer phrase first. */
const RULES: readonly Rule[] = [
  { pattern: /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号號]?/g, read: simple },
  {
    pattern: new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'gi'),
    read: (m, today) => namedMonth(m[1] ?? '', m[2] ?? '', m[3], today),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})(?: (\\d{4}))?\\b`, 'gi'),
    read: (m, today) => namedMonth(m[2] ?? '', m[1] ?? '', m[3], today),
  },
  { pattern: /\d{1,2}月\d{1,2}[日号號]?/g, read: simple },
  {
    pattern: /(下下|下|本|这|這)(?:个|個)?月底|月底/g,
    read: (m, today) => monthEnd(today, m[1] === '下' ? 1 : m[1] === '下下' ? 2 : 0),
  },
  {
    pattern: /\b(?:the )?end of (?:(this|next|the) )?month\b|\bmonth[- ]end\b/gi,
    read: (m, today) => monthEnd(today, m[1]?.toLowerCase() === 'next' ? 1 : 0),
  },
  { pattern: /年底|(?:本|这|這)年底/g, read: (_, today) => `${today.slice(0, 4)}-12-31` },
  {
    pattern: /\b(?:the )?end of (?:this |the )?year\b|\byear[- ]end\b/gi,
    read: (_, today) => `${today.slice(0, 4)}-12-31`,
  },
  {
    pattern: /(下|本|这|這)?(?:个|個)?(?:周|週)末前?/g,
    // At the weekend is Sunday at the latest; before the weekend is Friday.
    read: (m, today) => addDays(weekEnd(today, m[1] === '下' ? 1 : 0), m[0].endsWith('前') ? 0 : 2),
  },
  {
    pattern: /\b(?:the )?end of (?:(this|next|the) )?week\b/gi,
    read: (m, today) => weekEnd(today, m[1]?.toLowerCase() === 'next' ? 1 : 0),
  },
  {
    pattern: /(?<![\d年])(下|本|这|這)(?:个|個)?月(\d{1,2})[日号號]/g,
    read: (m, today) => dayOfMonth(m[2] ?? '', m[1] === '下' ? 1 : 0, today),
  },
  {
    pattern: /(?:下下|下|本|这|這|上)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]/g,
    read: (m, today) => {
      if (!m[0].startsWith('下下')) return simple(m, today);
      const read = parseDateInput(m[0].slice(1), today);
      return read.ok && read.value !== null ? addDays(read.value, 7) : null;
    },
  },
  { pattern: new RegExp(`\\b(?:(?:this|next|last) )?${ENGLISH_FULL}\\b`, 'gi'), read: simple },
  // Sun and sat are words of their own: a short name needs a word that makes it a day.
  { pattern: new RegExp(`\\b(?:on|by|before|this|next|last) ${ENGLISH_SHORT}\\b`, 'gi'), read: simple },
  {
    pattern: new RegExp(
      `(?<![\\d/.-])(${AMOUNT})\\s*(?:个|個)?(工作日|工作天|天|日|周|週|星期|礼拜|禮拜|月)\\s*(?:之)?(?:内|內|以内|以內|后|後|之后|之後)`,
      'g',
    ),
    read: (m, today) => after(m[1], m[2], today),
  },
  {
    pattern: new RegExp(
      `\\b(?:with)?in (?:the next )?(${ENGLISH_AMOUNT}) (working days?|business days?|days?|weeks?|months?)\\b`,
      'gi',
    ),
    read: (m, today) => after(m[1], m[2], today),
  },
  {
    pattern: /(?<![\d月年/.-])\d{1,2}[号號]/g,
    read: (m, today) => dayOfMonth(m[0].slice(0, -1), null, today),
  },
  { pattern: /大后天|大後天|后天|後天|明天|明日|今天|今日/g, read: simple },
  { pattern: /\b(?:the )?day after tomorrow\b/gi, read: (_, today) => addDays(today, 2) },
  { pattern: /\b(?:today|tomorrow)\b/gi, read: simple },
  { pattern: /(?<![\d/.])\d{1,2}\/\d{1,2}(?![\d/])/g, read: simple },
];

/**
 * The first day that is named in a text, or null. Weeks begin on Monday: 下周三 and "next Wednesday" are the
 * Wednesday of the week after this one, whatever day it is today.
 *
 * @param today the user's current calendar day, `YYYY-MM-DD`
 */
export function findDatePhrase(text: string, today: string): DatePhrase | null {
  let best: (DatePhrase & { readonly rank: number }) | null = null;
  for (const [rank, { pattern, read }] of RULES.entries()) {
    for (const match of text.matchAll(pattern)) {
      const value = read(match as RegExpExecArray, today);
      if (value === null) continue;
      const found = { phrase: match[0].trim(), index: match.index, value, rank };
      // A longer phrase that begins earlier or at the same place says more than one inside it.
      if (best === null || found.index < best.index) best = found;
      break;
    }
  }
  return best && { phrase: best.phrase, index: best.index, value: best.value };
}
