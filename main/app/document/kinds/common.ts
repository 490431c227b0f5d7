import type { Audience } from '#shared/domain/documents/content.ts';

interface Worded {
  readonly text?: string;
  readonly title?: string;
  readonly client_text: string | null;
}

/** The wording for the audience: for the client that which was written for him, if there is one. */
export function clientText(record: Worded, audience: Audience): string | null {
  const own = record.text ?? record.title ?? null;
  const theirs = record.client_text?.trim() ?? '';
  return audience === 'client' && theirs !== '' ? theirs : own;
}

/**
 * `CNY 1,234.50`: written the same everywhere and always, for it is part of what is hashed: the number formats of the
 * platform change with its version, and a signed paper would seem to say something else. @param minor fen, cents
 */
export function amountText(minor: number | null, currency: string): string | null {
  const figures = amountFigures(minor, currency);
  return figures === null ? null : `${currency} ${figures}`;
}

/** The same without the currency, for a column that names it in its head. */
export function amountFigures(minor: number | null, currency: string): string | null {
  if (minor === null) return null;
  const digits = currency === 'JPY' ? 0 : 2;
  const [whole = '', fraction] = (Math.abs(minor) / 10 ** digits).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${minor < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** `2026-11-21 14:00` */
export const momentText = (local: string | null): string | null =>
  local === null ? null : local.slice(0, 16).replace('T', ' ');
