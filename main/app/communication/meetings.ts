/** Meetings: the agenda from what is open, and what follows when the meeting was held. */
import type { Tx } from '#db/log/tx.ts';
import { agendaSources } from '#db/queries/agenda.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import { type AppContext, daysOf } from '#main/app/context.ts';
import { lastRank, nextNumber } from '#main/app/numbers.ts';
import { type AgendaPart, agendaOf, agendaPeriod } from '#shared/domain/communication/agenda.ts';
import { isWithClient } from '#shared/domain/communication/minutes.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { catalogues, type Locale } from '#shared/i18n/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { textsIn } from '../texts.ts';

type Meeting = RecordOf<'meeting'>;

const nameOf = (ctx: AppContext, id: string): string =>
  clipped(getRecord(ctx.store.read, 'meeting', id)?.title);

/** Day of the last meeting of the kind that was held before. */
function lastHeld(tx: Tx, meeting: Meeting): string | null {
  const days = listRecords(tx.db, 'meeting', { project_id: meeting.project_id })
    .filter(({ id, kind, status }) => id !== meeting.id && kind === meeting.kind && status !== 'planned')
    .map(({ held_at }) => held_at.slice(0, 10))
    .filter((day) => day < meeting.held_at.slice(0, 10));
  return days.sort().at(-1) ?? null;
}

/** O3, O4: adds what is open to the agenda. Returns how many lines. */
export function prefill(ctx: AppContext, id: string, language: Locale): number {
  return ctx.log.commit({ key: 'agendaFill', args: { name: nameOf(ctx, id) } }, (tx) => {
    const meeting = tx.get('meeting', id);
    const items = listRecords(tx.db, 'meeting_item', { meeting_id: id });
    const period = agendaPeriod(meeting.held_at.slice(0, 10), lastHeld(tx, meeting));
    const sources = agendaSources(tx.db, meeting, { period, ...daysOf(ctx) });
    const has = new Set(
      items.flatMap(({ subject_id, id: own }) => [own, ...(subject_id ? [subject_id] : [])]),
    );
    const say = textsIn(language);
    const headed = (part: AgendaPart, text: string): string =>
      clipped(`${say(`communication:agenda.${part}`)}${say('communication:agenda.colon')}${text}`, 5_000);
    const lines = agendaOf(meeting.kind, sources, has);
    for (const { part, text, ...line } of lines)
      tx.create('meeting_item', {
        ...line,
        meeting_id: id,
        text: headed(part, text),
        client_text: line.client_text === null ? null : headed(part, line.client_text),
        rank: lastRank(tx, 'meeting_item', { meeting_id: id }),
      });
    return lines.length;
  }).value;
}

function registerDecision(tx: Tx, meeting: Meeting, item: RecordOf<'meeting_item'>): void {
  const chosen = item.result?.trim() || null;
  const id = tx.create('decision', {
    project_id: meeting.project_id,
    no: nextNumber(tx, 'decision', meeting.project_id),
    question: clipped(item.text.split('\n')[0], 500),
    needed_on: item.due_on,
    client_visible: item.client_visible,
    ...(chosen === null
      ? {}
      : {
          status: 'decided' as const,
          chosen: clipped(chosen, 500),
          decided_on: meeting.held_at.slice(0, 10),
        }),
  });
  tx.update('meeting_item', item.id, { decision_id: id });
}

/** A decision that was open before the meeting, and was taken there. */
function takeDecision(tx: Tx, meeting: Meeting, item: RecordOf<'meeting_item'>, id: string): void {
  const chosen = item.result?.trim();
  const decision = tx.find('decision', id);
  if (!chosen || decision?.status !== 'open') return;
  tx.update('decision', id, {
    status: 'decided',
    chosen: clipped(chosen, 500),
    decided_on: meeting.held_at.slice(0, 10),
  });
}

const CHANNEL = { in_person: 'meeting', phone: 'phone', video: 'video' } as const;

/** The meeting in the history of contacts with the client, once. */
function logContact(tx: Tx, meeting: Meeting, language: Locale): void {
  const project = tx.get('project', meeting.project_id);
  const channel = CHANNEL[meeting.mode];
  const known = listRecords(tx.db, 'comm_log', { project_id: project.id });
  if (known.some((entry) => entry.happened_at === meeting.held_at && entry.channel === channel)) return;
  const kind = catalogues[language].model.meeting.enums.kind[meeting.kind];
  const opinion = meeting.client_opinion?.trim();
  tx.create('comm_log', {
    client_id: project.client_id,
    project_id: project.id,
    channel,
    happened_at: meeting.held_at,
    direction: 'out',
    summary: [`${kind} · ${meeting.title}`, ...(opinion ? [opinion] : [])].join('\n'),
  });
}

/** O2, O5: the meeting was held. Returns how many decisions were registered. */
export function close(ctx: AppContext, id: string, language: Locale): number {
  return ctx.log.commit({ key: 'meetingClose', args: { name: nameOf(ctx, id) } }, (tx) => {
    const meeting = tx.get('meeting', id);
    const items = listRecords(tx.db, 'meeting_item', { meeting_id: id });
    let registered = 0;
    for (const item of items) {
      if (item.kind !== 'decision') continue;
      const known = item.decision_id ?? (item.subject_id?.startsWith('dec_') ? item.subject_id : null);
      if (known !== null) takeDecision(tx, meeting, item, known);
      else {
        registerDecision(tx, meeting, item);
        registered += 1;
      }
    }
    if (isWithClient(meeting.kind)) logContact(tx, meeting, language);
    if (meeting.status === 'planned') tx.update('meeting', id, { status: 'held' });
    return registered;
  }).value;
}
