/** Result of reading an amount; `minor` is in the currency's smallest unit (fen, cents). */
export type MoneyInput =
  | { readonly ok: true; readonly minor: number | null }
  | { readonly ok: false; readonly code: 'UNREADABLE' | 'PRECISION' | 'RANGE' };

/** Power of ten of each suffix. */
const SUFFIX: Readonly<Record<string, number>> = {
  '': 0,
  k: 3,
  千: 3,
  万: 4,
  萬: 4,
  w: 4,
  m: 6,
  百万: 6,
  百萬: 6,
  亿: 8,
  億: 8,
};

const AMOUNT = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(k|千|万|萬|w|m|百万|百萬|亿|億|)$/;

/**
 * Reads an amount as people type it: `12500`, `12,500.00`, `¥12.5万`, `1.2亿`, `12.5k`, `-300元`.
 * Works on the digits, never on binary fractions, and refuses what it would have to round.
 *
 * @param text what was typed; blank reads as "no amount"
 * @param digits decimal places of the currency: 2 for CNY, TWD and USD, 0 for JPY
 */
export function parseMoneyInput(text: string, digits = 2): MoneyInput {
  const clean = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(-?)(?:nt\$|us\$|hk\$|cn¥|jp¥|rmb|cny|twd|usd|[¥$€£])/, '$1')
    .replace(/(?:元整?|块|塊|圆|圓|cny|twd|usd|rmb)$/, '');
  if (clean === '') return text.trim() === '' ? { ok: true, minor: null } : { ok: false, code: 'UNREADABLE' };
  const match = AMOUNT.exec(clean);
  if (!match) return { ok: false, code: 'UNREADABLE' };
  const whole = (match[2] ?? '').replaceAll(',', '');
  const fraction = match[3] ?? '';
  const shift = (SUFFIX[match[4] ?? ''] ?? 0) + digits;
  if (/[1-9]/.test(fraction.slice(shift))) return { ok: false, code: 'PRECISION' };
  const minor = Number(whole + fraction.slice(0, shift).padEnd(shift, '0'));
  if (!Number.isSafeInteger(minor)) return { ok: false, code: 'RANGE' };
  return { ok: true, minor: match[1] === '-' && minor !== 0 ? -minor : minor };
}
