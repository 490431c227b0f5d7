import { readIcsHolidays } from './ics.ts';
import { readJsonHolidays } from './json.ts';
import { type HolidayList, type HolidayRefusal, MAX_CHARACTERS } from './list.ts';
import { readCsvHolidays } from './table.ts';

/**
 * Read a list of holidays somebody has: iCalendar, a table or JSON, told apart by content. Days that are worked
 * (调休) are recognised by flags and words such as 补班. Pure; never throws.
 */
export function readHolidayList(text: string): HolidayList | HolidayRefusal {
  if (text.length > MAX_CHARACTERS) return { ok: false, code: 'TOO_LARGE' };
  const head = text.replace(/^\ufeff/, '').trimStart();
  if (head === '') return { ok: false, code: 'NOT_A_LIST' };
  if (/^BEGIN:VCALENDAR/i.test(head)) return readIcsHolidays(text);
  return head.startsWith('{') || head.startsWith('[') ? readJsonHolidays(text) : readCsvHolidays(text);
}
