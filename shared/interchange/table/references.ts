/** Predecessors as they are written: by number, by outline number, by row or by name, with type and lag. */
import type { DurationUnits } from '../../domain/plan/duration.ts';
import { type Lag, LINK_TYPES, type LinkType, NO_LAG, parseLag } from '../../domain/plan/predecessors.ts';
import { type Cell, cellText } from './model.ts';
import { wbsKey } from './outline.ts';
import { clean, type ProblemCode } from './values.ts';

export const REFERENCES = ['id', 'wbs', 'row', 'line', 'name'] as const;
/** `row` counts the tasks of the list from 1, `line` the rows of the sheet. */
export type Reference = (typeof REFERENCES)[number];

export interface DraftLink extends Lag {
  /** Index of the predecessor. */
  readonly from: number;
  readonly type: LinkType;
}

export interface ReferenceRow {
  readonly name: string;
  readonly id: Cell;
  readonly wbs: Cell;
  readonly line: number;
  readonly predecessors: Cell;
}

type Lookup = ReadonlyMap<string, number | 'several'>;

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function keyOf(row: ReferenceRow, index: number, by: Reference): string {
  if (by === 'id') return fold(clean(row.id));
  if (by === 'wbs') return fold(wbsKey(row.wbs));
  if (by === 'row') return String(index + 1);
  if (by === 'line') return String(row.line);
  return fold(row.name);
}

function lookupBy(rows: readonly ReferenceRow[], by: Reference): Lookup {
  const lookup = new Map<string, number | 'several'>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row, index, by);
    if (key !== '') lookup.set(key, lookup.has(key) ? 'several' : index);
  }
  return lookup;
}

type Resolved = { readonly link: DraftLink } | { readonly problem: ProblemCode };

/** Chinese programs write the types out: `3 完成-开始 (FS)`. */
const withoutWords = (text: string): string =>
  text.replace(/(?:完成|开始|開始)\s*-\s*(?:完成|开始|開始)\s*[（(]?\s*(FS|SS|FF|SF)?\s*[)）]?/gi, '$1');

function resolvePiece(piece: string, lookup: Lookup, units: DurationUnits): Resolved {
  const text = withoutWords(piece.normalize('NFKC')).trim();
  const forms: readonly (readonly [key: string, type: string, lag: string])[] = [
    [text, 'FS', ''],
    ...[/^(.+?)\s*(FS|SS|FF|SF)\s*([+\-−].*)?$/is, /^(.+?)\s*()([+\-−][^+\-−]*)$/s].flatMap((form) => {
      const match = form.exec(text);
      return match ? [[match[1] ?? '', match[2] || 'FS', match[3] ?? ''] as const] : [];
    }),
  ];
  for (const [key, word, lagText] of forms) {
    const from = lookup.get(fold(key.replace(/^#/, '').replace(/(?<=\d)\.$/, '')));
    if (from === undefined) continue;
    if (from === 'several') return { problem: 'PREDECESSOR_AMBIGUOUS' };
    const lag = lagText === '' ? NO_LAG : parseLag(lagText, units);
    if (!lag) return { problem: 'PREDECESSOR_UNREADABLE' };
    const type = LINK_TYPES.find((known) => known === word.toUpperCase()) ?? 'FS';
    return { link: { from, type, ...lag } };
  }
  return { problem: 'PREDECESSOR_UNKNOWN' };
}

function piecesOf(cell: Cell, lookup: Lookup): readonly string[] {
  const text = clean(cell);
  // A name may itself hold a comma.
  if (text === '' || lookup.has(fold(text))) return text === '' ? [] : [text];
  return text.split(/[,;、，；\n]/).filter((piece) => piece.trim() !== '');
}

/** How predecessors are meant: the reading that finds the most of them. */
export function guessReference(rows: readonly ReferenceRow[], units: DurationUnits): Reference {
  let best: Reference = 'row';
  let most = 0;
  for (const by of REFERENCES) {
    const lookup = lookupBy(rows, by);
    let found = 0;
    for (const [index, { predecessors }] of rows.entries())
      for (const piece of piecesOf(predecessors, lookup)) {
        const resolved = resolvePiece(piece, lookup, units);
        if ('link' in resolved && resolved.link.from !== index) found += 1;
      }
    if (found > most) [best, most] = [by, found];
  }
  return best;
}

export interface LinkResult {
  readonly links: readonly (readonly DraftLink[])[];
  readonly problems: readonly { readonly index: number; readonly code: ProblemCode; readonly text: string }[];
}

/** Reads the predecessors of all rows; a task is named twice at most once. */
export function readLinks(rows: readonly ReferenceRow[], by: Reference, units: DurationUnits): LinkResult {
  const lookup = lookupBy(rows, by);
  const problems: { index: number; code: ProblemCode; text: string }[] = [];
  const links = rows.map(({ predecessors }, index) => {
    const own = new Map<number, DraftLink>();
    for (const piece of piecesOf(predecessors, lookup)) {
      const resolved = resolvePiece(piece, lookup, units);
      if ('problem' in resolved) problems.push({ index, code: resolved.problem, text: piece.trim() });
      else if (resolved.link.from === index)
        problems.push({ index, code: 'PREDECESSOR_ITSELF', text: piece.trim() });
      else own.set(resolved.link.from, resolved.link);
    }
    return [...own.values()];
  });
  return { links, problems };
}

/** Both ends of every task as nodes: 2i starts, 2i + 1 finishes. */
function edgesOf(parents: readonly number[], links: LinkResult['links']): { to: number; link: boolean }[][] {
  const edges: { to: number; link: boolean }[][] = Array.from({ length: parents.length * 2 }, () => []);
  for (const [index, parent] of parents.entries()) {
    edges[2 * index]?.push({ to: 2 * index + 1, link: false });
    if (parent < 0) continue;
    // What a summary waits for, its subtasks wait for; it is done when they are.
    edges[2 * parent]?.push({ to: 2 * index, link: false });
    edges[2 * index + 1]?.push({ to: 2 * parent + 1, link: false });
  }
  for (const [index, own] of links.entries())
    for (const { from, type } of own)
      edges[2 * from + (type[0] === 'F' ? 1 : 0)]?.push({
        to: 2 * index + (type[1] === 'F' ? 1 : 0),
        link: true,
      });
  return edges;
}

const isInside = (parents: readonly number[], inner: number, outer: number): boolean => {
  for (let at = parents[inner] ?? -1; at >= 0; at = parents[at] ?? -1) if (at === outer) return true;
  return false;
};

/** Tasks on a circle of links; `[]` if there is none. A depth-first walk without recursion. */
function circleOf(edges: readonly { to: number; link: boolean }[][]): readonly number[] {
  const state = new Uint8Array(edges.length);
  for (let root = 0; root < edges.length; root++) {
    if (state[root] !== 0) continue;
    const path = [{ node: root, next: 0 }];
    state[root] = 1;
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = edges[top.node]?.[top.next];
      top.next += 1;
      if (!edge) {
        state[top.node] = 2;
        path.pop();
      } else if (state[edge.to] === 1) {
        const from = path.findIndex(({ node }) => node === edge.to);
        return [...new Set(path.slice(from).map(({ node }) => node >> 1))];
      } else if (state[edge.to] === 0) {
        state[edge.to] = 1;
        path.push({ node: edge.to, next: 0 });
      }
    }
  }
  return [];
}

const MAX_CIRCLES = 200;

/** Takes out links that cannot hold, task by task, and says which. */
export function refuseImpossible(
  rows: readonly ReferenceRow[],
  parents: readonly number[],
  read: LinkResult,
): LinkResult {
  const problems = [...read.problems];
  const links = read.links.map((own, index) =>
    own.filter(({ from }) => {
      if (!isInside(parents, from, index) && !isInside(parents, index, from)) return true;
      problems.push({ index, code: 'PREDECESSOR_OWN_SUMMARY', text: rows[from]?.name.trim() ?? '' });
      return false;
    }),
  );
  for (let n = 0; n < MAX_CIRCLES; n++) {
    const circle = circleOf(edgesOf(parents, links));
    if (circle.length === 0) break;
    const inCircle = new Set(circle);
    const tied = (at: number): DraftLink[] => (links[at] ?? []).filter(({ from }) => inCircle.has(from));
    // Lists run forward in time: of the links on a circle, one to a row further down is the odd one.
    const victim =
      circle.find((at) => tied(at).some(({ from }) => from > at)) ??
      circle.find((at) => tied(at).length > 0) ??
      circle.find((at) => (links[at] ?? []).length > 0);
    if (victim === undefined) break;
    const ahead = tied(victim).filter(({ from }) => from > victim);
    const out = ahead.length > 0 ? ahead : tied(victim).length > 0 ? tied(victim) : (links[victim] ?? []);
    for (const { from } of out)
      problems.push({
        index: victim,
        code: 'PREDECESSOR_CIRCLE',
        text: cellText(rows[from]?.name ?? '').trim(),
      });
    links[victim] = (links[victim] ?? []).filter((link) => !out.includes(link));
  }
  return { links, problems };
}
