import { type EpochDay, formatDate } from '../../schedule/calendar/instant.ts';

/** One whole day in a calendar. */
export interface DayEvent {
  /** The same for the same thing in every file, so that a second import moves the entry instead of adding one. */
  readonly uid: string;
  readonly day: EpochDay;
  readonly summary: string;
  readonly description: string | null;
  /** Last change, ISO-8601 UTC. */
  readonly changedAt: string;
}

export interface DayCalendar {
  readonly name: string;
  readonly events: readonly DayEvent[];
  /** When the file is made, ISO-8601 UTC. */
  readonly madeAt: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F]/g;

/** TEXT of RFC 5545 §3.3.11. */
function escapeIcsText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

const octets = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
};

/** Lines of at most 75 octets (RFC 5545 §3.1), never cut inside a character. */
export function foldIcsLine(line: string): string {
  let out = '';
  let length = 0;
  for (const char of line) {
    const size = octets(char);
    if (length + size > 75) {
      out += '\r\n ';
      length = 1;
    }
    out += char;
    length += size;
  }
  return out;
}

const dateValue = (day: EpochDay): string => formatDate(day).replaceAll('-', '');
/** `2026-11-22T01:02:03.456Z` → `20261122T010203Z`. */
const stamp = (iso: string): string => `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;

function eventLines(event: DayEvent, madeAt: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeIcsText(event.uid)}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `DTSTART;VALUE=DATE:${dateValue(event.day)}`,
    // The end is the day after (RFC 5545 §3.6.1): programs that take it for the last day would show two days.
    `DTEND;VALUE=DATE:${dateValue(event.day + 1)}`,
    `SUMMARY:${escapeIcsText(event.summary)}`,
    ...(event.description === null ? [] : [`DESCRIPTION:${escapeIcsText(event.description)}`]),
    // A milestone keeps nobody from other appointments.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** An iCalendar file of whole days, UTF-8 text with CRLF. */
export function writeDayCalendar({ name, events, madeAt }: DayCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Milepost//Milestones//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeIcsText(name)}`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldIcsLine(line)}\r\n`).join('');
}
