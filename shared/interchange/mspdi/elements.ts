import { formatLocal, type Instant } from '../../schedule/calendar/instant.ts';
import type { DurationFormat, RawElement, Tenths } from './model.ts';

/** By this line our own files are known again. */
export const WRITTEN_BY = '<!-- Written by Milepost -->';

/** Everything XML 1.0 cannot hold, also as a reference: control characters, halves of characters, U+FFFE. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser turns a bare carriage return into a line feed.
  '\r': '&#13;',
};

/** Text as it stands in an element or between double quotes. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char);
}

/** Tenths of a minute as `PT80H0M0S`: hours, never days (semantics §1). */
export function formatMspdiDuration(tenths: Tenths): string {
  const total = Math.abs(Math.round(tenths));
  const hours = Math.floor(total / 600);
  const minutes = Math.floor(total / 10) % 60;
  return `${tenths < 0 ? '-' : ''}PT${hours}H${minutes}M${(total % 10) * 6}S`;
}

/** Tenths of a minute since midnight as `HH:MM:SS`; the end of the day is written as 00:00:00. */
export function formatClock(tenths: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const time = tenths % 14_400;
  return `${pad(Math.floor(time / 600))}:${pad(Math.floor(time / 10) % 60)}:${pad((time % 10) * 6)}`;
}

/** Places of element names within their record. */
export type ElementOrder = ReadonlyMap<string, number>;

export const elementOrder = (names: string): ElementOrder =>
  new Map(names.split(/\s+/).map((name, place) => [name, place]));

/** Children of one record, put into the order of the schema at the end. null is never written. */
export class Elements {
  readonly #parts: RawElement[] = [];
  readonly #extra: RawElement[] = [];

  text(name: string, value: string | null): this {
    if (value !== null) this.#parts.push({ name, xml: `<${name}>${escapeXml(value)}</${name}>` });
    return this;
  }

  number(name: string, value: number | null): this {
    if (value !== null) this.#parts.push({ name, xml: `<${name}>${value}</${name}>` });
    return this;
  }

  flag(name: string, value: boolean | null): this {
    return this.number(name, value === null ? null : value ? 1 : 0);
  }

  /** Wall clock, without zone. */
  date(name: string, value: Instant | null): this {
    return this.text(name, value === null ? null : formatLocal(value));
  }

  duration(name: string, value: Tenths | null): this {
    return this.text(name, value === null ? null : formatMspdiDuration(value));
  }

  format(name: string, value: DurationFormat | null): this {
    return this.number(name, value?.code ?? null);
  }

  /** A part that is XML already. */
  xml(name: string, xml: string): this {
    this.#parts.push({ name, xml });
    return this;
  }

  /**
   * Elements of the imported file that the model does not name, in their own order; one that was written already
   * wins. Names with a colon are ours, for what other formats say; they mean nothing here.
   */
  rest(extra: readonly RawElement[]): this {
    const known = new Set(this.#parts.map(({ name }) => name));
    this.#extra.push(...extra.filter(({ name }) => !known.has(name) && !name.includes(':')));
    return this;
  }

  /** The others stay together in the order they came in: each stands where the schema says or later. */
  #placedExtra(order: ElementOrder): { xml: string; place: number }[] {
    let least = 0;
    return this.#extra.map(({ name, xml }, at) => {
      // What the schema does not know stays behind the element it stood behind.
      const place = order.get(name) ?? (at === 0 ? order.size : least);
      least = Math.max(least, place);
      return { xml, place: least };
    });
  }

  /** All parts in the order of the schema. */
  inOrder(order: ElementOrder): readonly string[] {
    const own = this.#parts.map(({ name, xml }) => ({ xml, place: order.get(name) ?? order.size }));
    return [...own, ...this.#placedExtra(order)].sort((a, b) => a.place - b.place).map(({ xml }) => xml);
  }

  /** The record with one line for each child. */
  inside(name: string, order: ElementOrder, indent: string): string {
    const parts = this.inOrder(order);
    if (parts.length === 0) return `${indent}<${name}/>`;
    const inner = parts.map((xml) => `${indent}\t${xml}\n`).join('');
    return `${indent}<${name}>\n${inner}${indent}</${name}>`;
  }

  /** The record on one line. */
  inline(name: string, order: ElementOrder): string {
    return `<${name}>${this.inOrder(order).join('')}</${name}>`;
  }
}
