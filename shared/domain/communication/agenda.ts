/** O3, O4, O10, O13, C11: what an agenda is made of, from what is open on the day of the meeting. */
import { addDays, daysBetween } from '../deadline/dates.ts';
import type { MeetingItem, MeetingKind } from './minutes.ts';
import { isWithClient } from './minutes.ts';

/** Parts of an agenda in their order; their words are `communication:agenda.<part>`. */
export const AGENDA_PARTS = [
  'lastActions',
  'done',
  'challenges',
  'issues',
  'risks',
  'decisions',
  'promises',
  'untold',
  'next',
  'expectations',
  'support',
] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

/** O3, O4: which parts a kind of meeting has. */
const PARTS: Readonly<Record<MeetingKind, readonly AgendaPart[]>> = {
  status: ['lastActions', 'done', 'challenges', 'next', 'decisions', 'promises'],
  progress: ['lastActions', 'done', 'issues', 'decisions', 'promises', 'untold', 'next'],
  kickoff: ['expectations', 'risks', 'decisions', 'next'],
  internal: [
    'lastActions',
    'done',
    'challenges',
    'issues',
    'risks',
    'promises',
    'expectations',
    'next',
    'support',
  ],
  cross_department: ['lastActions', 'challenges', 'issues', 'expectations', 'next', 'support'],
  feedback: ['lastActions', 'expectations', 'issues', 'promises'],
  review: ['lastActions', 'done', 'challenges', 'issues', 'risks', 'decisions', 'next'],
  negotiation: ['lastActions', 'expectations', 'decisions', 'promises'],
  site_visit: ['lastActions', 'done', 'issues', 'next'],
  briefing: ['next', 'risks'],
  other: ['lastActions', 'issues', 'decisions', 'promises'],
};

export const agendaParts = (kind: MeetingKind): readonly AgendaPart[] => PARTS[kind];

/** Something open, as its own record says it. */
export interface AgendaSource {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due_on: string | null;
  readonly client_visible: boolean;
  readonly client_text: string | null;
}

export type AgendaSources = Readonly<Record<AgendaPart, readonly AgendaSource[]>>;

export interface AgendaLine extends Pick<MeetingItem, 'kind' | 'text' | 'client_visible' | 'client_text'> {
  readonly part: AgendaPart;
  readonly subject_id: string;
  readonly owner: string | null;
  readonly due_on: string | null;
}

const KIND: Readonly<Record<AgendaPart, MeetingItem['kind']>> = {
  lastActions: 'action',
  done: 'info',
  challenges: 'topic',
  issues: 'topic',
  risks: 'topic',
  decisions: 'decision',
  promises: 'topic',
  untold: 'info',
  next: 'info',
  expectations: 'topic',
  support: 'support',
};

/** More lines of one part than anybody discusses. */
const PART_LIMIT = 12;

/**
 * The lines of an agenda that it does not have yet, part by part. A record that stands in two parts is discussed
 * once. With the client at the table, what he may not see stays marked as internal.
 */
export function agendaOf(
  kind: MeetingKind,
  sources: AgendaSources,
  has: ReadonlySet<string>,
): readonly AgendaLine[] {
  const seen = new Set(has);
  const out: AgendaLine[] = [];
  for (const part of agendaParts(kind)) {
    for (const source of sources[part].slice(0, PART_LIMIT)) {
      if (seen.has(source.id)) continue;
      seen.add(source.id);
      out.push({
        part,
        kind: KIND[part],
        text: source.text,
        subject_id: source.id,
        owner: source.owner,
        due_on: source.due_on,
        client_visible: isWithClient(kind) && source.client_visible,
        client_text: source.client_text,
      });
    }
  }
  return out;
}

export interface AgendaPeriod {
  /** Since the last meeting of the kind, at most four weeks. */
  readonly from: string;
  readonly on: string;
  /** The next period: as long as the last one, at least a week. */
  readonly to: string;
}

const MOST_DAYS = 28;

/** What "done" and "next" mean on the day of a meeting. */
export function agendaPeriod(on: string, lastOn: string | null): AgendaPeriod {
  const earliest = addDays(on, -MOST_DAYS);
  const from = lastOn === null ? addDays(on, -7) : lastOn < earliest ? earliest : lastOn;
  return { from, on, to: addDays(on, Math.max(7, daysBetween(from, on))) };
}
