import type { Command } from './registry.ts';

export interface Searchable {
  readonly command: Command;
  readonly title: string;
}

/** Gives the pinyin of a text; loaded only when the palette opens first. */
export type Spell = (text: string) => string;

function rank(entry: Searchable, wanted: string, spell: Spell | null): number {
  const title = entry.title.normalize('NFKC').toLowerCase();
  if (title.startsWith(wanted)) return 0;
  if (title.includes(wanted)) return 1;
  const spelled = spell?.(entry.title) ?? '';
  if (spelled.split(' ').some((part) => part.startsWith(wanted))) return 2;
  const words = [...(entry.command.keywords ?? []), entry.command.id].join(' ').toLowerCase();
  if (words.includes(wanted) || spelled.includes(wanted)) return 3;
  return -1;
}

/** Commands that fit a text, best first; recent ones first among equals. */
export function searchCommands(
  entries: readonly Searchable[],
  text: string,
  recent: readonly string[],
  spell: Spell | null,
): readonly Searchable[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const recency = (entry: Searchable) => {
    const at = recent.indexOf(entry.command.id);
    return at < 0 ? recent.length : at;
  };
  return entries
    .map((entry) => ({ entry, rank: wanted === '' ? 0 : rank(entry, wanted, spell) }))
    .filter((scored) => scored.rank >= 0)
    .sort((left, right) => left.rank - right.rank || recency(left.entry) - recency(right.entry))
    .map((scored) => scored.entry);
}
