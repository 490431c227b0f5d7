import type { Interval, Intervals } from '../../schedule/calendar/definition.ts';

const pad = (value: number): string => String(value).padStart(2, '0');
const clock = (tenths: number): string =>
  `${pad(Math.floor(tenths / 600))}:${pad(Math.floor(tenths / 10) % 60)}`;

/** Working hours as people write them: `08:00-12:00, 13:00-17:00`. */
export function formatHours(intervals: Intervals): string {
  return intervals.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(', ');
}

function readTime(text: string | undefined): number | null {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text ?? '');
  if (!match) return null;
  const tenths = Number(match[1]) * 600 + Number(match[2] ?? 0) * 10;
  return Number(match[2] ?? 0) < 60 && tenths <= 14_400 ? tenths : null;
}

/** Reads working hours in order, `8-12, 13:00-17:30`; null if unreadable, empty or overlapping. */
export function parseHours(text: string): Interval[] | null {
  const out: Interval[] = [];
  for (const piece of text.normalize('NFKC').split(/[,;、，；]/)) {
    const ends = piece.replace(/\s+/g, '').split(/[-–—~～至到]/);
    const from = readTime(ends[0]);
    const to = readTime(ends[1]);
    if (ends.length !== 2 || from === null || to === null || from >= to) return null;
    if (from < (out.at(-1)?.[1] ?? 0)) return null;
    out.push([from, to]);
  }
  return out;
}
