import { parseDate } from '#shared/schedule/calendar/instant.ts';
import type { PlanRow } from '../model.ts';
import { daysOf, isBehind, type SheetFacts } from './facts.ts';

/** Properties that a row has or has not. */
export const MARKS = [
  'late',
  'critical',
  'inProgress',
  'notDone',
  'milestones',
  'clientVisible',
  'unscoped',
] as const;
export type Mark = (typeof MARKS)[number];

export const PARTIES = ['own', 'subcontractor', 'supplier', 'client'] as const;

/** All conditions hold together; names within `responsible` and `party` are alternatives. */
export interface PlanFilter {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The empty name is for tasks without one. */
  readonly responsible: readonly string[];
  readonly party: readonly string[];
  /** Days, both included; the row is worked at on one of them. */
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: PlanFilter = {
  text: '',
  marks: [],
  responsible: [],
  party: [],
  from: null,
  to: null,
};

export const isFiltering = (filter: PlanFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.marks.length > 0 ||
  filter.responsible.length > 0 ||
  filter.party.length > 0 ||
  filter.from !== null ||
  filter.to !== null;

/** The list with the item put in, or taken out if it was there. */
export const toggled = <V>(list: readonly V[], item: V): readonly V[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

const CHECKS: Readonly<Record<Mark, (row: PlanRow, facts: SheetFacts) => boolean>> = {
  late: isBehind,
  critical: (row, facts) => facts.of(row).critical,
  inProgress: (row) => row.percent > 0 && row.percent < 100,
  notDone: (row) => row.percent < 100,
  milestones: (row) => row.milestone,
  clientVisible: (row) => row.clientVisible,
  unscoped: (row, facts) => facts.of(row).unscoped,
};

function inWindow(filter: PlanFilter): (row: PlanRow) => boolean {
  const first = filter.from === null ? null : parseDate(filter.from);
  const last = filter.to === null ? null : parseDate(filter.to);
  if (first === null && last === null) return () => true;
  return (row) => {
    const days = daysOf(row);
    return days !== null && (first === null || days.to >= first) && (last === null || days.from <= last);
  };
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a row itself passes; summaries around what passes are the business of who shows them. */
export function matcher(filter: PlanFilter, facts: SheetFacts): (row: PlanRow) => boolean {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  const checks = filter.marks.map((mark) => CHECKS[mark]);
  const names = new Set(filter.responsible);
  const parties = new Set(filter.party);
  const worked = inWindow(filter);
  return (row) => {
    if (!checks.every((check) => check(row, facts))) return false;
    if (names.size > 0 && !names.has(row.responsible?.trim() ?? '')) return false;
    if (parties.size > 0 && !parties.has(facts.of(row).party ?? '')) return false;
    if (!worked(row)) return false;
    if (words.length === 0) return true;
    const where = plain(`${row.number} ${facts.text(row, 'wbs')} ${row.name} ${row.responsible ?? ''}`);
    return words.every((word) => where.includes(word));
  };
}
