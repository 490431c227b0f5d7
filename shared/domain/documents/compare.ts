/** Differences between two versions of a document (G9). Pure. */
import { z } from 'zod';
import type { Block, DocumentContent, FishCause } from './content.ts';
import { compareTexts } from './words.ts';

export const changeSchema = z.strictObject({
  /** Where it stands: the heading above it. */
  place: z.string(),
  /** What it is: the label of a fact, the first words of a row. */
  label: z.string(),
  state: z.enum(['added', 'removed', 'changed', 'moved']),
  parts: z.array(z.strictObject({ op: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
export type DocumentChange = z.infer<typeof changeSchema>;

interface Piece {
  readonly key: string;
  readonly place: string;
  readonly label: string;
  readonly text: string;
  /** Row, if it is one: its order counts. */
  readonly row: boolean;
}

const LABEL_CHARS = 40;
const clip = (text: string): string =>
  text.length > LABEL_CHARS ? `${text.slice(0, LABEL_CHARS - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

function causePieces(causes: readonly FishCause[], place: string, above: string): Piece[] {
  return causes.flatMap((cause) => [
    {
      key: `cause:${cause.id}`,
      place,
      label: above,
      text: cause.root ? `★ ${cause.text}` : cause.text,
      row: false,
    },
    ...causePieces(cause.causes, place, clip(cause.text)),
  ]);
}

function figurePieces(block: Extract<Block, { kind: 'figure' }>, place: string): Piece[] {
  const { figure, id } = block;
  if (figure.type === 'fishbone')
    return [
      { key: `${id}:problem`, place, label: block.label, text: figure.problem, row: false },
      ...figure.branches.flatMap((branch) => causePieces(branch.causes, place, branch.label)),
    ];
  return figure.axes.map((axis) => ({
    key: `${id}:${axis.id}`,
    place,
    label: axis.label,
    text: Object.entries(axis.values)
      .map(([name, value]) => `${name} ${value ?? '—'}`)
      .join('\n'),
    row: false,
  }));
}

function blockPieces(block: Block, place: string): Piece[] {
  const plain = (text: string, label = ''): Piece => ({ key: block.id, place, label, text, row: false });
  switch (block.kind) {
    case 'heading':
      return [plain(block.text)];
    case 'paragraph':
      return [plain(block.text)];
    case 'facts':
      return block.items.map(({ label, value }, at) => ({
        // By label: a fact that was empty before would move all that follow.
        key: `${block.id}:${label}:${block.items.slice(0, at).filter((item) => item.label === label).length}`,
        place,
        label,
        text: value,
        row: false,
      }));
    case 'table':
      return block.rows.map((row) => ({
        key: `${block.id}:${row.id}`,
        place,
        label: clip(row.cells.slice(0, 2).join(' ')),
        text: row.cells.map((cell, at) => `${block.columns[at]?.label ?? ''}: ${cell}`).join('\n'),
        row: true,
      }));
    case 'list':
      return [plain(block.items.join('\n'))];
    case 'figure':
      return figurePieces(block, place);
    case 'question':
      return [plain([block.text, ...block.choices].join('\n'), block.no === null ? '' : String(block.no))];
    case 'change':
      return [plain(block.parts.map((part) => part.text).join(''), block.label)];
    case 'signatures':
      return [plain(block.statement)];
  }
}

function pieces(content: DocumentContent): Piece[] {
  let place = content.title;
  return [
    { key: 'title', place, label: '', text: content.title, row: false },
    ...content.facts.map(({ label, value }) => ({
      key: `fact:${label}`,
      place,
      label,
      text: value,
      row: false,
    })),
    ...content.blocks.flatMap((block) => {
      if (block.kind === 'heading') place = block.text;
      return blockPieces(block, place);
    }),
  ];
}

/** Rows whose order against the others changed: all but those of a longest run that kept it. */
function moved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const at = new Map(before.map((key, index) => [key, index]));
  const both = after.filter((key) => at.has(key));
  const best: number[] = [];
  const previous: number[] = [];
  let end = -1;
  both.forEach((key, i) => {
    best[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j++)
      if ((at.get(both[j] ?? '') ?? 0) < (at.get(key) ?? 0) && (best[j] ?? 0) + 1 > (best[i] ?? 0)) {
        best[i] = (best[j] ?? 0) + 1;
        previous[i] = j;
      }
    if (end < 0 || (best[i] ?? 0) > (best[end] ?? 0)) end = i;
  });
  const kept = new Set<string>();
  for (; end >= 0; end = previous[end] ?? -1) kept.add(both[end] ?? '');
  return new Set(both.filter((key) => !kept.has(key)));
}

/**
 * What changed from one version to the next: texts word by word, rows that came, went or moved. In the order of the
 * later version, what is gone where it stood before. Empty when both say the same.
 */
export function compareContents(before: DocumentContent, after: DocumentContent): DocumentChange[] {
  const old = pieces(before);
  const now = pieces(after);
  const oldBy = new Map(old.map((piece) => [piece.key, piece]));
  const nowBy = new Map(now.map((piece) => [piece.key, piece]));
  const keys = (list: readonly Piece[]) => list.filter((piece) => piece.row).map((piece) => piece.key);
  const wandered = moved(keys(old), keys(now));
  const changes: DocumentChange[] = [];
  const gone = (from: number): void => {
    for (let i = from; i < old.length; i++) {
      const piece = old[i];
      if (!piece || nowBy.has(piece.key)) return;
      changes.push({ ...named(piece), state: 'removed', parts: [{ op: 'removed', text: piece.text }] });
    }
  };
  const index = new Map(old.map((piece, i) => [piece.key, i]));
  gone(0);
  for (const piece of now) {
    const was = oldBy.get(piece.key);
    if (!was) changes.push({ ...named(piece), state: 'added', parts: [{ op: 'added', text: piece.text }] });
    else if (was.text !== piece.text)
      changes.push({ ...named(piece), state: 'changed', parts: compareTexts(was.text, piece.text) });
    else if (wandered.has(piece.key))
      changes.push({ ...named(piece), state: 'moved', parts: [{ op: 'same', text: piece.text }] });
    gone((index.get(piece.key) ?? old.length) + 1);
  }
  return changes;
}

const named = ({ place, label }: Piece) => ({ place, label });
