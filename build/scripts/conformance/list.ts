import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Cells, readTable } from './csv.ts';
import type { Folder } from './folder.ts';

export const FIELDS = ['ES', 'EF', 'LS', 'LF', 'TS', 'CR'] as const;
export type Field = (typeof FIELDS)[number];

/** What a list says of one file. */
export interface ConformanceRow {
  readonly file: string;
  /** Absolute; null if no such file is there. */
  readonly path: string | null;
  readonly kind: string;
  /** Fields that must agree; none: the file must be read, no more. */
  readonly fields: readonly Field[];
  /** Whether a refusal is as good as a plan. */
  readonly mayRefuse: boolean;
  /** Tasks the list counts, those that are excluded among them; null: not said. */
  readonly tasks: number | null;
  readonly excluded: ReadonlySet<number>;
  readonly absentSlackIsZero: boolean;
}

const NAMES: Readonly<Record<string, Field>> = {
  earlystart: 'ES',
  earlyfinish: 'EF',
  latestart: 'LS',
  latefinish: 'LF',
  totalslack: 'TS',
  critical: 'CR',
  start: 'ES',
  finish: 'EF',
};

function fieldsOf(kind: string, given: string): readonly Field[] {
  const words = given.split(/[^A-Za-z]+/).filter(Boolean);
  const named = words.flatMap((word) => NAMES[word.toLowerCase()] ?? []);
  if (named.length > 0) return FIELDS.filter((field) => named.includes(field));
  if (words.some((word) => word.toLowerCase() === 'all') || kind === 'A') return FIELDS;
  return kind === 'B' ? ['ES', 'EF'] : [];
}

const wholeOf = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);

function toRow(cell: Cells, folder: Folder, list: string): ConformanceRow[] {
  const file = cell('file') || cell('path');
  if (file === '') return [];
  const kind = cell('class').toUpperCase() || '-';
  const path = folder.find(file, list);
  return [
    {
      file,
      path,
      kind,
      fields: fieldsOf(kind, cell('compare_fields')),
      mayRefuse: kind === '-' || kind === 'ODD',
      tasks: wholeOf(cell('checked_tasks')),
      excluded: new Set((cell('excluded_uids').match(/\d+/g) ?? []).map(Number)),
      absentSlackIsZero: /^(?:1|true|yes)$/i.test(cell('absent_total_slack_means_zero')),
    },
  ];
}

/** Is it a list of plans? Told by its columns: a file, and a class or fields to compare. */
const isList = (text: string) => {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').toLowerCase();
  return /\b(?:file|path)/.test(header) && /\bclass\b|compare_fields/.test(header);
};

/** Rows of every list of plans in the folder; null: there is no list. */
export function readConformanceList(folder: Folder): ConformanceRow[] | null {
  const lists = folder.files.filter((file) => /\.(?:csv|tsv)$/i.test(file));
  const named = lists.filter((file) => /conformance/i.test(basename(file)));
  const rows: ConformanceRow[] = [];
  let isFound = false;
  for (const list of named) {
    const text = readFileSync(list, 'utf8').replace(/^\ufeff/, '');
    if (!isList(text)) continue;
    isFound = true;
    for (const cell of readTable(text)) rows.push(...toRow(cell, folder, list));
  }
  return isFound ? rows : null;
}

const isPlan = (file: string) => /\.(?:xml|pod)(?:\.gz)?$/i.test(file);

/** Without a list every plan is held to every field it stores. */
export const rowsWithoutList = (folder: Folder): ConformanceRow[] =>
  folder.files.filter(isPlan).map((path) => ({
    file: folder.show(path),
    path,
    kind: '?',
    fields: FIELDS,
    mayRefuse: false,
    tasks: null,
    excluded: new Set(),
    absentSlackIsZero: true,
  }));
