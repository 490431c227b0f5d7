/** Short words for the blocks of a document, so that a composer reads like its document. */
import {
  type Audience,
  type Block,
  type BlockOf,
  CONTENT_FORMAT,
  CONTENT_VERSION,
  type DocumentContent,
  type DocumentKind,
} from './content.ts';

export const heading = (id: string, text: string, level: 2 | 3 = 2): Block => ({
  kind: 'heading',
  id,
  level,
  text,
});

export const paragraph = (id: string, text: string): Block => ({ kind: 'paragraph', id, text, muted: false });

/** A sentence that stands where nothing else does. */
export const remark = (id: string, text: string): Block => ({ kind: 'paragraph', id, text, muted: true });

type Pair = readonly [label: string, value: string | null | undefined];

/** Pairs that have a value. */
export function filled(pairs: readonly Pair[]): { label: string; value: string }[] {
  return pairs.flatMap(([label, value]) => {
    const text = value?.trim() ?? '';
    return text === '' ? [] : [{ label, value: text }];
  });
}

/** The pairs that have a value; no block if none has. */
export function facts(id: string, pairs: readonly Pair[]): Block[] {
  const items = filled(pairs);
  return items.length === 0 ? [] : [{ kind: 'facts', id, items }];
}

export const list = (id: string, items: readonly string[], ordered = false): Block => ({
  kind: 'list',
  id,
  ordered,
  items: [...items],
});

type ColumnInput = readonly [label: string, width: number, align?: 'start' | 'end'];
export interface RowInput {
  readonly id: string;
  readonly cells: readonly (string | null | undefined)[];
  readonly tone?: BlockOf<'table'>['rows'][number]['tone'];
}

/** A table; an empty cell shows "—", a table without rows its sentence. */
export function table(
  id: string,
  label: string,
  columns: readonly ColumnInput[],
  rows: readonly RowInput[],
  empty: string,
): Block {
  return {
    kind: 'table',
    id,
    label,
    columns: columns.map(([text, width, align = 'start']) => ({ label: text, width, align })),
    rows: rows.map((row) => ({
      id: row.id,
      tone: row.tone ?? 'plain',
      cells: columns.map((_, at) => row.cells[at]?.trim() || '—'),
    })),
    empty,
  };
}

export function signatures(
  id: string,
  statement: string,
  sides: readonly (readonly [side: 'client' | 'own', label: string])[],
): Block {
  return { kind: 'signatures', id, statement, sides: sides.map(([side, label]) => ({ side, label })) };
}

/** Puts a document together. */
export function documentOf(
  head: {
    readonly kind: DocumentKind;
    readonly language: DocumentContent['language'];
    readonly audience: Audience;
    readonly title: string;
    readonly facts?: readonly Pair[];
    readonly paper?: DocumentContent['paper'];
  },
  blocks: readonly Block[],
): DocumentContent {
  return {
    format: CONTENT_FORMAT,
    version: CONTENT_VERSION,
    kind: head.kind,
    language: head.language,
    audience: head.audience,
    paper: head.paper ?? 'portrait',
    title: head.title,
    facts: filled(head.facts ?? []),
    blocks: [...blocks],
  };
}
