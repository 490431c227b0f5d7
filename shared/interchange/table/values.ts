import { parseMoneyInput } from '../../domain/text/moneyInput.ts';
import { type Cell, cellText } from './model.ts';

/** A value, nothing, or what is wrong with the cell. */
export type Value<T> = { readonly value: T | null } | { readonly problem: ProblemCode };

export const PROBLEMS = [
  'NAME_MISSING',
  'NAME_TOO_LONG',
  'DATE_UNREADABLE',
  'DATES_REVERSED',
  'DURATION_UNREADABLE',
  'PERCENT_UNREADABLE',
  'PERCENT_RANGE',
  'MONEY_UNREADABLE',
  'YES_NO_UNREADABLE',
  'LEVEL_UNREADABLE',
  'WBS_UNREADABLE',
  'WBS_TWICE',
  'PARENT_UNKNOWN',
  'PARENT_CIRCLE',
  'PREDECESSOR_UNREADABLE',
  'PREDECESSOR_UNKNOWN',
  'PREDECESSOR_AMBIGUOUS',
  'PREDECESSOR_ITSELF',
  'PREDECESSOR_OWN_SUMMARY',
  'PREDECESSOR_CIRCLE',
  'TEXT_TOO_LONG',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

const NOTHING = /^(?:#?n\/?a|none|null|tbd|\?+|[-–—/]+|无|無)$/i;

export const clean = (cell: Cell | undefined): string => {
  const text = cellText(cell).normalize('NFKC').trim();
  return NOTHING.test(text) ? '' : text;
};

/** `state`: words such as "Done"; a word that says nothing about progress leaves it open. */
export const PERCENT_FORMS = ['percent', 'fraction', 'state'] as const;
export type PercentForm = (typeof PERCENT_FORMS)[number];

/** States that say how far a task is, as boards export them. */
const DONE =
  /^(?:done|completed?|closed|finished|resolved|已?完成|已完工|完工|已竣工|已关闭|已關閉|结束|結束)$/i;
const NOT_BEGUN =
  /^(?:not[ -]?started|to ?do|open|new|planned|未开始|未開始|未开工|未開工|待办|待辦|計畫中|计划中)$/i;
const UNDER_WAY =
  /^(?:on-?going|in[ -]?progress|started|active|doing|working on it|stuck|blocked|in review|on track|at risk|on hold|suspended|delayed|进行中|進行中|施工中|暂停|暫停|延期)$/i;

const percentNumber = (text: string): number | null => {
  const match = /^([+-]?\d+(?:[.,]\d+)?)\s*%?$/.exec(text);
  return match ? Number((match[1] ?? '').replace(',', '.')) : null;
};

const isState = (text: string): boolean => DONE.test(text) || NOT_BEGUN.test(text) || UNDER_WAY.test(text);

/** Most cells name a state of the task instead of a number. */
export function holdsStates(cells: readonly Cell[]): boolean {
  const texts = cells.map(clean).filter((text) => text !== '');
  return texts.length > 0 && texts.filter(isState).length > texts.length / 2;
}

/** Whether a column holds states, hundredths (0.4) or per cent (40). */
export function percentForm(cells: readonly Cell[]): PercentForm {
  if (holdsStates(cells)) return 'state';
  const plain = cells
    .map(clean)
    .filter((text) => text !== '' && !text.endsWith('%'))
    .map(percentNumber)
    .filter((value) => value !== null);
  return plain.length > 0 && plain.every((value) => value >= 0 && value <= 1) && plain.some((v) => v > 0)
    ? 'fraction'
    : 'percent';
}

/** Per cent from `40`, `40 %`, `0.4` or a state such as "Done"; a state under way says nothing. */
export function readPercent(cell: Cell | undefined, form: PercentForm): Value<number> {
  const text = clean(cell);
  if (text === '' || UNDER_WAY.test(text)) return { value: null };
  if (DONE.test(text)) return { value: 100 };
  if (NOT_BEGUN.test(text)) return { value: 0 };
  if (typeof cell === 'boolean') return { value: cell ? 100 : 0 };
  const number = percentNumber(text);
  if (number === null) return form === 'state' ? { value: null } : { problem: 'PERCENT_UNREADABLE' };
  const factor = text.endsWith('%') || form !== 'fraction' ? 1 : 100;
  const value = Number((number * factor).toPrecision(10));
  return value >= 0 && value <= 100 ? { value } : { problem: 'PERCENT_RANGE' };
}

export const isPercent = (cell: Cell): boolean => {
  const read = readPercent(cell, 'percent');
  return 'value' in read || read.problem === 'PERCENT_RANGE';
};

/** Signs and codes of currencies around a number. */
const CURRENCY =
  /^(?:[A-Z]{2,3}\$?|[¥$€£₩₹元圆圓]|人民[币幣]|[新]?[台臺][币幣]|港[币幣]|美[元金])\s*[:：]?\s*|\s*(?:[A-Z]{3}|[¥$€£₩₹]|[（(]?(?:人民[币幣]|[新]?[台臺][币幣]|港[币幣元]|美[元金])[)）]?)$/g;

/** `1.250.000` and `1.250,50` as `1250000` and `1250.50`; other writings stay. */
function plainSeparators(written: string): string {
  const text = written.replace(/(?<=\d)[\s'’](?=\d{3}(?:\D|$))/g, '');
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) {
    const groups = text.split('.').length;
    // One group of three behind a point: an amount has two decimals, so the point separates thousands.
    if (groups >= 2) return text.replaceAll('.', '').replace(',', '.');
  }
  if (/^-?\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  return text;
}

/** An amount in hundredths of the currency: `300,000 CHF`, `1.250.000`, `¥12.5万`, `(500)`. */
export function readMoney(cell: Cell | undefined): Value<number> {
  if (typeof cell === 'number') {
    const minor = Math.round(cell * 100);
    return Number.isSafeInteger(minor) ? { value: minor || 0 } : { problem: 'MONEY_UNREADABLE' };
  }
  const text = clean(cell);
  if (text === '') return { value: null };
  const negative = /^\((.+)\)$/.exec(text);
  const body = (negative?.[1] ?? text).replace(CURRENCY, '').trim();
  const read = parseMoneyInput(plainSeparators(body));
  if (!read.ok || read.minor === null) return { problem: 'MONEY_UNREADABLE' };
  return { value: negative ? -read.minor || 0 : read.minor };
}

const YES = /^(?:yes|y|true|1|x|是|有|√|✓|✔|☑|对|對|milestone|里程碑|◆|wahr|oui|sí|si)$/i;
const NO = /^(?:no|n|false|0|否|无|無|不是|×|☐|task|任务|任務|falsch|non)$/i;

export function readYesNo(cell: Cell | undefined): Value<boolean> {
  if (typeof cell === 'boolean') return { value: cell };
  const text = clean(cell);
  if (text === '') return { value: null };
  if (YES.test(text)) return { value: true };
  return NO.test(text) ? { value: false } : { problem: 'YES_NO_UNREADABLE' };
}

/** A level of an outline, 1 for the outermost. */
export function readLevel(cell: Cell | undefined): Value<number> {
  const text = clean(cell);
  if (text === '') return { value: null };
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 && value <= 50 ? { value } : { problem: 'LEVEL_UNREADABLE' };
}
