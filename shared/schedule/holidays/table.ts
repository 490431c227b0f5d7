import {
  bareName,
  DayCollector,
  type HolidayList,
  type HolidayRefusal,
  isWeekend,
  readDate,
  saysWorking,
} from './list.ts';

/** Column titles of such lists; Taiwan's government list is 西元日期, 星期, 是否放假 (2 off, 0 worked), 備註. */
const TITLES = {
  date: /^(?:date|day|start(?: date)?|from|日期|西元日期|开始日期|開始日期|开始|開始)$/i,
  end: /^(?:end(?: date)?|to|until|结束日期|結束日期|结束|結束)$/i,
  name: /^(?:name|holiday|summary|subject|title|description|名称|名稱|节日|節日|假日|备注|備註|说明|說明)$/i,
  working: /^(?:working|workday|is ?working|上班|是否上班|补班|補班)$/i,
  off: /^(?:off|is ?off(?: ?day)?|is ?holiday|放假|是否放假|休假)$/i,
  type: /^(?:type|kind|category|类型|類型|類別|类别)$/i,
} as const;
type Column = keyof typeof TITLES;

const YES = /^(?:1|2|y|yes|true|是|x|✓|休|放假)$/i;

/** Rows of a delimited text; quotes may hold delimiters and line breaks. */
export function splitTable(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '');
  const head = source.slice(0, 2000).split(/\r?\n/)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? '';
    if (quoted && char === '"' && source[i + 1] === '"') {
      cell += char;
      i++;
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (char === delimiter || char === '\n')) {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (char === '\n') rows.push([]);
    } else cell += char;
  }
  rows.at(-1)?.push(cell.trim());
  return rows.filter((row) => row.some((value) => value !== ''));
}

function readHeader(row: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  row.forEach((title, i) => {
    for (const [column, pattern] of Object.entries(TITLES))
      if (pattern.test(title) && !columns.has(column as Column)) columns.set(column as Column, i);
  });
  return columns;
}

/**
 * A table with a date per row, with or without a header. A list that says of every day of the year whether it is
 * off is reduced to what differs from a week of five days.
 */
export function readCsvHolidays(text: string): HolidayList | HolidayRefusal {
  const rows = splitTable(text);
  const header = readHeader(rows[0] ?? []);
  const hasHeader = header.has('date');
  const columns: ReadonlyMap<Column, number> = hasHeader
    ? header
    : new Map<Column, number>([
        ['date', 0],
        ['name', 1],
        ['type', 2],
      ]);
  const days = new DayCollector();
  for (const row of hasHeader ? rows.slice(1) : rows) {
    const cell = (column: Column) => row[columns.get(column) ?? -1] ?? '';
    const first = readDate(cell('date'));
    const last = cell('end') === '' ? first : readDate(cell('end'));
    if (first === null || last === null) {
      days.skipped++;
      continue;
    }
    const name = cell('name');
    const isMarked = columns.has('off')
      ? !YES.test(cell('off'))
      : YES.test(cell('working')) || saysWorking(cell('type')) || saysWorking(name);
    if (columns.has('off') && first === last && isMarked !== isWeekend(first) && (isMarked || name === ''))
      continue;
    days.add(first, last, bareName(name), isMarked);
  }
  return days.finish('csv');
}
