/** The outline of a task list: by numbers, by indent, by a column of levels, by parents, or by phases. */
import type { Cell } from './model.ts';
import { cellText } from './model.ts';
import { numberedDepths } from './numbering.ts';
import { clean, type ProblemCode, readLevel } from './values.ts';

/** `numbering`: the way rows are numbered says how deep they are, as in 一, 1, 2, 二, 1. */
export const HIERARCHIES = ['none', 'wbs', 'indent', 'level', 'parent', 'group', 'numbering'] as const;
export type Hierarchy = (typeof HIERARCHIES)[number];

/** Signs that people put before a name instead of blanks; one alone may belong to the name. */
const MARKERS = ['=', '-', '>', '.', '·', '•', '*', '#', '_', '—', '–', '|', '└', '├'] as const;
const MARKED_SHARE = 0.15;

/** The sign that marks the depth of names in this column, null if blanks do or nothing does. */
export function findMarker(names: readonly string[]): string | null {
  const filled = names.map((name) => name.trim()).filter((name) => name !== '');
  for (const marker of MARKERS) {
    const marked = filled.filter((name) => name.startsWith(marker));
    const depths = new Set(filled.map((name) => leading(name, marker)));
    // No name begins with a bracket; other signs may belong to one.
    const enough = marker === '>' ? 0 : Math.max(1, filled.length * MARKED_SHARE);
    if (marked.length > enough && depths.size > 1) return marker;
  }
  return null;
}

function leading(text: string, marker: string): number {
  let count = 0;
  while (text[count] === marker) count += 1;
  return count;
}

/** The name without what marks its depth. */
export function plainName(text: string, marker: string | null): string {
  const name = text.trim();
  if (marker === null) return name;
  let from = 0;
  let to = name.length;
  while (name[from] === marker) from += 1;
  while (to > from && name[to - 1] === marker) to -= 1;
  return name.slice(from, to).trim();
}

/** How far a name is indented; an ideographic space counts for two, a tab for four. */
function indentOf(text: string, marker: string | null): number {
  let width = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\t') width += 4;
    else if (char === '\u3000') width += 2;
    else if (/\s/.test(char)) width += 1;
    else break;
  }
  return width + (marker === null ? 0 : leading(text.slice(at), marker) * 2);
}

/** Parents from depths of any measure: a row lies in the nearest row above it that is less deep. */
export function parentsByDepth(depths: readonly number[]): number[] {
  const open: { readonly index: number; readonly depth: number }[] = [];
  return depths.map((depth, index) => {
    while ((open.at(-1)?.depth ?? Number.NEGATIVE_INFINITY) >= depth) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    open.push({ index, depth });
    return parent;
  });
}

export interface OutlineRow {
  readonly name: string;
  readonly wbs: Cell;
  readonly level: Cell;
  readonly parent: Cell;
  /** By which a parent is named, where that is neither id nor name. */
  readonly parentKey: Cell;
  readonly id: Cell;
}

export interface OutlineResult {
  /** Index of the parent of each row, -1 for the outermost. */
  readonly parents: readonly number[];
  readonly problems: readonly { readonly index: number; readonly code: ProblemCode }[];
}

/** `1.2.3` without a final point; '' for what is no such number. */
export function wbsKey(cell: Cell): string {
  const text = clean(cell).replace(/[.、]$/, '');
  return /^[\p{L}\d]+(?:[.-][\p{L}\d]+)*$/u.test(text) ? text.replaceAll('-', '.') : '';
}

function byWbs(rows: readonly OutlineRow[]): OutlineResult {
  const problems: { index: number; code: ProblemCode }[] = [];
  const at = new Map<string, number>();
  const keys = rows.map(({ wbs }, index) => {
    const key = wbsKey(wbs);
    if (key === '' && clean(wbs) !== '') problems.push({ index, code: 'WBS_UNREADABLE' });
    else if (key !== '' && at.has(key)) problems.push({ index, code: 'WBS_TWICE' });
    else if (key !== '') at.set(key, index);
    return key;
  });
  let last = -1;
  const parents = keys.map((key, index) => {
    // A row without a number belongs to the numbered row above it.
    if (key === '') return last;
    last = index;
    for (let cut = key.lastIndexOf('.'); cut > 0; cut = key.lastIndexOf('.', cut - 1)) {
      const parent = at.get(key.slice(0, cut));
      if (parent !== undefined && parent !== index) return parent;
    }
    return -1;
  });
  return { parents, problems };
}

function byParent(rows: readonly OutlineRow[]): OutlineResult {
  const problems: { index: number; code: ProblemCode }[] = [];
  const key = (cell: Cell): string => clean(cell).toLowerCase();
  const ids = new Map([
    ...rows.map(({ parentKey }, index) => [key(parentKey), index] as const),
    ...rows.map(({ id }, index) => [key(id), index] as const),
  ]);
  const names = new Map(rows.map(({ name }, index) => [key(name), index]));
  ids.delete('');
  const parents = rows.map(({ parent }, index) => {
    const text = key(parent);
    if (text === '' || text === '0') return -1;
    // Notion writes the address of the parent behind its name.
    const found = ids.get(text) ?? names.get(text) ?? names.get(text.replace(/\s*\(https?:[^)]*\)$/, ''));
    if (found !== undefined && found !== index) return found;
    problems.push({ index, code: found === index ? 'PARENT_CIRCLE' : 'PARENT_UNKNOWN' });
    return -1;
  });
  for (const index of parents.keys()) {
    const seen = new Set([index]);
    for (let up = parents[index] ?? -1; up >= 0; up = parents[up] ?? -1) {
      if (seen.has(up)) {
        problems.push({ index, code: 'PARENT_CIRCLE' });
        parents[index] = -1;
        break;
      }
      seen.add(up);
    }
  }
  return { parents, problems };
}

function byLevel(rows: readonly OutlineRow[]): OutlineResult {
  const problems: { index: number; code: ProblemCode }[] = [];
  let last = 0;
  const depths = rows.map(({ level }, index) => {
    const read = readLevel(level);
    if ('problem' in read) problems.push({ index, code: read.problem });
    else if (read.value !== null) last = read.value;
    return last;
  });
  return { parents: parentsByDepth(depths), problems };
}

/** Parents of the rows; `group` is made of further rows and leaves these where they are. */
export function outlineOf(
  rows: readonly OutlineRow[],
  hierarchy: Hierarchy,
  marker: string | null,
): OutlineResult {
  if (hierarchy === 'wbs') return byWbs(rows);
  if (hierarchy === 'parent') return byParent(rows);
  if (hierarchy === 'level') return byLevel(rows);
  if (hierarchy === 'numbering')
    return { parents: parentsByDepth(numberedDepths(rows) ?? rows.map(() => 0)), problems: [] };
  const depths = hierarchy === 'indent' ? rows.map(({ name }) => indentOf(name, marker)) : rows.map(() => 0);
  return { parents: parentsByDepth(depths), problems: [] };
}

const someTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

/** The hierarchy that the columns speak of, the plainest first. */
export function guessHierarchy(
  rows: readonly (OutlineRow & { readonly group: Cell })[],
  has: (field: 'wbs' | 'level' | 'parent' | 'group') => boolean,
  marker: string | null,
): Hierarchy {
  const nested = (hierarchy: Hierarchy): boolean =>
    outlineOf(rows, hierarchy, marker).parents.some((parent) => parent >= 0);
  if (has('level') && nested('level')) return 'level';
  const numbered = nested('numbering');
  // Numbers that begin anew in every part are no outline numbers.
  const twice = (): boolean =>
    outlineOf(rows, 'wbs', marker).problems.some(({ code }) => code === 'WBS_TWICE');
  if (has('wbs') && nested('wbs') && !(numbered && twice())) return 'wbs';
  if (has('parent') && nested('parent')) return 'parent';
  if (nested('indent')) return 'indent';
  if (numbered) return 'numbering';
  const groups = rows.map(({ group }) => cellText(group).trim()).filter((text) => text !== '');
  if (has('group') && someTwice(groups)) return 'group';
  return 'none';
}
