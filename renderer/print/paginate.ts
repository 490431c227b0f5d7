/** Places measured blocks on pages. Pure, so that its rules can be proven without a browser. */

export interface MeasuredItem {
  readonly id: string;
  /** Height of the whole item, in px. */
  readonly height: number;
  /** Never the last thing on a page: a heading, the first line of a card. */
  readonly keepNext: boolean;
  /** Rows of one table repeat its head on every page they reach. */
  readonly table: { readonly id: string; readonly headHeight: number } | null;
  /** Where a long text may be cut: end of each line, as an offset into the text. */
  readonly lines: {
    readonly ends: readonly number[];
    readonly lineHeight: number;
    /** Height that every part needs besides its lines. */
    readonly chrome: number;
  } | null;
}

export interface Placement {
  readonly id: string;
  /** Part of the text that is shown; the whole item is 0 to null. */
  readonly from: number;
  readonly to: number | null;
}

export type PageLayout = readonly Placement[];

/** A part of a split text has at least this many lines. */
const MIN_LINES = 2;
/** Sub-pixel heights add up; less than this is no overflow. */
const SLACK = 0.5;

class Filler {
  readonly #items: readonly MeasuredItem[];
  readonly #pageHeight: number;
  readonly pages: Placement[][] = [[]];
  #used = 0;
  #table: string | null = null;

  constructor(items: readonly MeasuredItem[], pageHeight: number) {
    this.#items = items;
    this.#pageHeight = pageHeight;
  }

  get #page(): Placement[] {
    return this.pages[this.pages.length - 1] as Placement[];
  }

  get #left(): number {
    return this.#pageHeight - this.#used + SLACK;
  }

  #newPage(): void {
    this.pages.push([]);
    this.#used = 0;
    this.#table = null;
  }

  #head(item: MeasuredItem, table: string | null): number {
    return item.table !== null && item.table.id !== table ? item.table.headHeight : 0;
  }

  /** Smallest height with which the item can begin on a page. */
  #least(item: MeasuredItem): number {
    const { lines } = item;
    if (lines === null || lines.ends.length < 2 * MIN_LINES) return item.height;
    return Math.min(item.height, lines.chrome + MIN_LINES * lines.lineHeight);
  }

  /** Height of the item with everything that must follow it on the same page. */
  #bundle(index: number): number {
    let height = 0;
    let own = 0;
    let table = this.#table;
    for (let i = index; ; i++) {
      const item = this.#items[i];
      if (!item) return height;
      height += this.#head(item, table);
      if (i === index) own = height + this.#least(item);
      table = item.table?.id ?? null;
      if (!item.keepNext) return height + this.#least(item);
      height += item.height;
      // A chain longer than a page cannot be kept together; a third of a page is kindness enough, but the
      // item itself must fit.
      if (height > this.#pageHeight) return Math.max(own, Math.min(height, this.#pageHeight / 3));
    }
  }

  #put(item: MeasuredItem, from: number, to: number | null, height: number): void {
    this.#used += this.#head(item, this.#table) + height;
    this.#table = item.table?.id ?? null;
    this.#page.push({ id: item.id, from, to });
  }

  place(index: number): void {
    const item = this.#items[index];
    if (!item) return;
    if (this.#page.length > 0 && this.#bundle(index) > this.#left) this.#newPage();
    const head = this.#head(item, this.#table);
    if (head + item.height <= this.#left || item.lines === null) this.#put(item, 0, null, item.height);
    else this.#split(item, item.lines);
  }

  #split(item: MeasuredItem, lines: NonNullable<MeasuredItem['lines']>): void {
    const { ends, lineHeight, chrome } = lines;
    for (let at = 0, from = 0; at < ends.length; ) {
      const room = Math.floor((this.#left - this.#head(item, this.#table) - chrome) / lineHeight);
      const rest = ends.length - at;
      let count = Math.min(rest, Math.max(this.#page.length === 0 ? 1 : 0, room));
      // No single line alone on the next page.
      if (count < rest && rest - count < MIN_LINES && count > MIN_LINES) count = rest - MIN_LINES;
      if (count < Math.min(MIN_LINES, rest) && this.#page.length > 0) {
        this.#newPage();
        continue;
      }
      const last = at + count === ends.length;
      const to = ends[at + count - 1] ?? 0;
      this.#put(item, from, last ? null : to, chrome + count * lineHeight);
      from = to;
      at += count;
      if (!last) this.#newPage();
    }
  }
}

/**
 * Fills pages in order. Headings stay with what follows, table heads repeat, long texts are cut between
 * lines. An item that is higher than a page and cannot be cut is placed alone; the caller sees it overflow.
 * @param pageHeight height that content may fill on each page, in px
 */
export function paginate(items: readonly MeasuredItem[], pageHeight: number): PageLayout[] {
  const filler = new Filler(items, pageHeight);
  items.forEach((_, index) => {
    filler.place(index);
  });
  return filler.pages;
}
