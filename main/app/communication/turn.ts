/** B3: from one entry of the log, or one line of minutes, to the record it makes necessary. */
import type { Tx } from '#db/log/tx.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { nextNumber } from '#main/app/numbers.ts';
import { rankAtEnd } from '#main/app/records.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { TurnInto } from '#shared/ipc/channels/communication.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type CreateInput, type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { formatLocal, parseDate } from '#shared/schedule/calendar/instant.ts';
import { finishOn } from '#shared/schedule/edit.ts';
import { createLabel } from '../labels.ts';

/** What the new record takes over. */
interface Origin {
  readonly projectId: string;
  readonly text: string;
  readonly on: string;
  readonly at: string;
  readonly contactId: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly commLogId: string | null;
  readonly visible: boolean;
  readonly clientText: string | null;
  readonly channel: RecordOf<'comm_log'>['channel'];
}

const SOURCE_KIND = { email: 'mail', letter: 'mail', meeting: 'meeting', video: 'meeting' } as const;

/** One line, for records that are named by one. */
const firstLine = (text: string, max: number): string =>
  clipped(text.trim().split('\n')[0] ?? '', max).trim();

function fromLog(tx: Tx, input: InputOf<'comm.turn'>): Origin {
  const entry = tx.get('comm_log', input.id);
  if (entry.project_id === null)
    throw new AppError(
      'RULE_BROKEN',
      { entity: 'comm_log' },
      { field: 'comm_log.project_id', reason: 'PROJECT_MISSING' },
    );
  const { happened_at, channel, summary, next_step } = entry;
  return {
    projectId: entry.project_id,
    text: input.text ?? (input.into === 'task' ? (next_step ?? summary) : summary),
    on: happened_at.slice(0, 10),
    at: happened_at,
    contactId: entry.contact_id,
    owner: entry.by,
    dueOn: input.due_on === undefined ? entry.due_on : input.due_on,
    commLogId: entry.id,
    visible: true,
    clientText: null,
    channel,
  };
}

const MEETING_CHANNEL = { in_person: 'meeting', phone: 'phone', video: 'video' } as const;

function fromItem(tx: Tx, input: InputOf<'comm.turn'>): Origin {
  const item = tx.get('meeting_item', input.id);
  const meeting = tx.get('meeting', item.meeting_id);
  return {
    projectId: meeting.project_id,
    text: input.text ?? item.text,
    on: meeting.held_at.slice(0, 10),
    at: meeting.held_at,
    contactId: null,
    owner: item.owner,
    dueOn: input.due_on === undefined ? item.due_on : input.due_on,
    commLogId: null,
    visible: item.client_visible,
    clientText: item.client_text,
    channel: MEETING_CHANNEL[meeting.mode],
  };
}

/** A day of work that ends on the day it is due, or starts today; it stays there until somebody links it. */
function taskDates(tx: Tx, origin: Origin, today: string): Partial<CreateInput<'task'>> {
  const project = tx.get('project', origin.projectId);
  const clock = projectCalendars(tx.db, project.id).of(null);
  const duration = project.minutes_per_day * 10;
  const day = parseDate(origin.dueOn !== null && origin.dueOn >= today ? origin.dueOn : today);
  const finish = day === null ? null : finishOn(clock, day, false);
  const start = finish === null ? null : clock.subtractWork(finish, duration);
  if (start === null || finish === null) return { duration_tenths: duration };
  return {
    start_at: formatLocal(start),
    finish_at: formatLocal(finish),
    duration_tenths: duration,
    remaining_tenths: duration,
    constraint_type: 'snet',
    constraint_at: formatLocal(start),
    ...(origin.dueOn === null ? {} : { deadline_at: formatLocal(finish) }),
  };
}

function makeTask(tx: Tx, origin: Origin, today: string): string {
  return tx.create('task', {
    project_id: origin.projectId,
    rank: rankAtEnd(tx, origin.projectId, null),
    name: firstLine(origin.text, 300),
    responsible: origin.owner,
    notes: origin.text.includes('\n') ? clipped(origin.text, 2_000) : null,
    ...taskDates(tx, origin, today),
  });
}

function make(tx: Tx, into: TurnInto, origin: Origin, today: string): string {
  const { projectId: project_id, text, on, contactId: contact_id, owner } = origin;
  const shown = { client_visible: origin.visible, client_text: origin.clientText };
  if (into === 'task') return makeTask(tx, origin, today);
  const base = { project_id, no: nextNumber(tx, into, project_id), contact_id };
  switch (into) {
    case 'requirement': {
      const kind = SOURCE_KIND[origin.channel as keyof typeof SOURCE_KIND] ?? 'other';
      const source = { source_kind: kind, source: firstLine(text, 300), received_at: origin.at };
      return tx.create('requirement', { ...base, ...shown, text: clipped(text, 5_000), owner, ...source });
    }
    case 'expectation': {
      const source = { channel: origin.channel, raised_on: on, comm_log_id: origin.commLogId };
      return tx.create('expectation', { ...base, ...shown, text: clipped(text, 5_000), owner, ...source });
    }
    case 'issue':
      // What the client reads of an issue is written on purpose; until then it stays inside.
      return tx.create('issue', {
        ...base,
        title: firstLine(text, 300),
        raised_on: on,
        owner,
        due_on: origin.dueOn,
        client_visible: origin.visible && origin.clientText !== null,
        client_text: origin.clientText,
      });
    case 'decision':
      return tx.create('decision', {
        ...base,
        question: firstLine(text, 500),
        needed_on: origin.dueOn,
        client_visible: origin.visible,
      });
  }
}

/** Lines of minutes name what they became. */
function nameInMinutes(tx: Tx, itemId: string, into: TurnInto, id: string): void {
  if (into === 'decision') tx.update('meeting_item', itemId, { decision_id: id });
  else if (into === 'task') tx.update('meeting_item', itemId, { task_id: id });
  else tx.update('meeting_item', itemId, { subject_id: id });
}

/** @throws AppError NOT_FOUND, RULE_BROKEN if the entry belongs to no project */
export function turnInto(ctx: AppContext, input: InputOf<'comm.turn'>): OutputOf<'comm.turn'> {
  const type = typeOfId(input.id);
  if (type !== 'comm_log' && type !== 'meeting_item') throw new AppError('NOT_FOUND', { entity: 'comm_log' });
  const stored = getRecord(ctx.store.read, type, input.id);
  const words = stored === null ? '' : 'summary' in stored ? stored.summary : stored.text;
  const label = createLabel(input.into, input.text ?? words);
  const { value } = ctx.log.commit(label, (tx) => {
    const origin = type === 'comm_log' ? fromLog(tx, input) : fromItem(tx, input);
    const id = make(tx, input.into, origin, ctx.today());
    if (type === 'meeting_item') nameInMinutes(tx, input.id, input.into, id);
    return id;
  });
  return { id: value, entity: input.into };
}
