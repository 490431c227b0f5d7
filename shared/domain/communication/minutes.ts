/** Demand 27, O2, O5: one record of a meeting, and two readings of it. */
import type { RecordOf } from '#shared/model/registry.ts';

export type Meeting = RecordOf<'meeting'>;
export type MeetingItem = RecordOf<'meeting_item'>;
export type MeetingKind = Meeting['kind'];
export type Audience = 'client' | 'internal';

/** Meetings the client takes part in. */
const WITH_CLIENT: ReadonlySet<MeetingKind> = new Set([
  'status',
  'progress',
  'kickoff',
  'feedback',
  'review',
  'negotiation',
  'site_visit',
  'briefing',
]);

/** Whether the client sits at the table: then the meeting is a contact, and its minutes may go to him. */
export const isWithClient = (kind: MeetingKind): boolean => WITH_CLIENT.has(kind);

/** Who a meeting is for in the communication plan. */
export function audienceOf(kind: MeetingKind): RecordOf<'comm_plan_item'>['audience_kind'] {
  if (isWithClient(kind)) return 'client';
  return kind === 'cross_department' ? 'departments' : 'team';
}

export const MINUTE_KINDS = ['topic', 'info', 'decision', 'action', 'support'] as const;

export interface MinutesLine {
  readonly id: string;
  readonly kind: MeetingItem['kind'];
  readonly text: string;
  readonly result: string | null;
  readonly owner: string | null;
  readonly due_on: string | null;
  readonly done_on: string | null;
  /** Only in the internal version: whether the client version has the line. */
  readonly shown: boolean;
}

export interface Minutes {
  readonly title: string;
  readonly no: number;
  readonly kind: MeetingKind;
  readonly mode: Meeting['mode'];
  readonly held_at: string;
  readonly place: string | null;
  readonly attendees: string | null;
  readonly absent: string | null;
  readonly lines: readonly MinutesLine[];
  readonly expectation_effect: string | null;
  readonly client_opinion: string | null;
  /** Never in the client version. */
  readonly internal_notes: string | null;
  readonly next_at: string | null;
}

const filled = (text: string | null): string | null => text?.trim() || null;

function lineOf(item: MeetingItem, audience: Audience): MinutesLine {
  const { id, kind, owner, due_on, done_on } = item;
  const forClient = audience === 'client';
  return {
    id,
    kind,
    text: (forClient ? filled(item.client_text) : null) ?? item.text,
    result: filled(item.result),
    owner,
    due_on,
    done_on,
    shown: item.client_visible,
  };
}

/**
 * The minutes for a reader. The client version has the lines marked for the client, in the words meant for him, and
 * none of the internal notes; the internal version has everything and says what the client version leaves out.
 */
export function minutesOf(meeting: Meeting, items: readonly MeetingItem[], audience: Audience): Minutes {
  const forClient = audience === 'client';
  const { title, no, kind, mode, held_at, place, next_at } = meeting;
  return {
    title,
    no,
    kind,
    mode,
    held_at,
    place: filled(place),
    attendees: filled(meeting.attendees),
    absent: filled(meeting.absent),
    lines: [...items]
      // Requests for support are the team's own affair.
      .filter((item) => !forClient || (item.client_visible && item.kind !== 'support'))
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
      .map((item) => lineOf(item, audience)),
    expectation_effect: filled(meeting.expectation_effect),
    client_opinion: filled(meeting.client_opinion),
    internal_notes: forClient ? null : filled(meeting.internal_notes),
    next_at,
  };
}
