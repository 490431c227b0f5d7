/** Durations of tables: units in the title of the column, several units in one cell, words of other programs. */
import {
  type Duration,
  type DurationUnits,
  MAX_DURATION_TENTHS,
  parseDuration,
} from '../../domain/plan/duration.ts';
import { type Cell, cellText } from './model.ts';
import { clean } from './values.ts';

/** Words that schedules of other programs and languages write, by the unit we have for them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:个|個)?分[钟鐘]工[时時]$/, 'm'],
  [/^(?:个|個)?(?:工[时時]|工[时時]数)$/, 'h'],
  [/^(?:个|個)?(?:[周週]工[时時])$/, 'w'],
  [/^(?:个|個)?月工[时時]$/, 'mo'],
  [/^(?:个|個)?(?:工作天|工日|日[历曆]工日)$/, 'd'],
  [/^(?:t|tag|tage|tagen|jour|jours|j|día|días|dia|dias)$/, 'd'],
  [/^(?:std|stunde|stunden|heure|heures|hora|horas)$/, 'h'],
  [/^(?:wo|woche|wochen|semaine|semaines|sem|semana|semanas)$/, 'w'],
  [/^(?:monat|monate|mois|mes|meses)$/, 'mo'],
  [/^(?:个|個)?(?:自然日|[历曆]日|日[历曆]天|日[历曆]日)$/, 'ed'],
];

const inOurWords = (word: string): string => WORDS.find(([form]) => form.test(word))?.[1] ?? word;

/** `5 Tage?` as `5d?`; a comma before decimals as a point. */
function ours(text: string): string {
  const match = /^([\d.,]+)\s*([\p{L}]*)\s*(\?)?$/u.exec(text);
  if (!match) return text;
  return `${(match[1] ?? '').replace(/,(?=\d{1,2}$)/, '.')}${inOurWords((match[2] ?? '').toLowerCase())}${match[3] ?? ''}`;
}

const BARE = /^[\d.,]+$/;

/** The unit a title names, `h` of `Original Duration(h)`; '' if it names none. */
export function titleUnit(title: string, units: DurationUnits): string {
  const lower = title.normalize('NFKC').toLowerCase();
  const word =
    /[([]\s*([\p{L}.]{1,8})\s*[)\]]\s*$/u.exec(lower)?.[1] ??
    /[_\s](hours?|hrs?|weeks?|months?)$/.exec(lower)?.[1];
  const unit = inOurWords((word ?? '').replace(/\.$/, ''));
  return unit !== '' && parseDuration(`1${unit}`, units) ? unit : '';
}

/** `1w 2d 4h` as working time; null for what is no such list. */
function together(text: string, units: DurationUnits): Duration | null {
  const parts = text.match(/[\d.]+\s*\p{L}+/gu) ?? [];
  if (parts.length < 2 || parts.join('').replace(/\s/g, '') !== text.replace(/[\s,，]/g, '')) return null;
  const read = parts.map((part) => parseDuration(ours(part), units));
  const tenths = read.reduce((sum, part) => sum + (part?.tenths ?? Number.NaN), 0);
  if (!(tenths <= MAX_DURATION_TENTHS) || read.some((part) => part?.unit.startsWith('e'))) return null;
  return { tenths, unit: read.at(-1)?.unit ?? 'd' };
}

/** The duration of a cell, null if it is none. @param unit of the title, for numbers without one */
export function readTableDuration(cell: Cell, unit: string, units: DurationUnits): Duration | null {
  const text = clean(typeof cell === 'string' ? cell : cellText(cell));
  const own = BARE.test(text) ? `${text}${unit}` : text;
  return parseDuration(ours(own), units) ?? together(own, units);
}
