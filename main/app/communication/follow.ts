/**
 * What follows from contacts, meetings, reports and promises, in the commit that records them, whoever wrote it:
 * rows of the communication plan are due again, moved promises count as renegotiated, and what a report or
 * minutes have told is marked as told.
 */
import type { Tx } from '#db/log/tx.ts';
import { CREATION } from '#db/log/types.ts';
import { listRecords } from '#db/queries/records.ts';
import { REPORT_ROWS } from '#shared/domain/communication/fulfils.ts';
import { audienceOf } from '#shared/domain/communication/minutes.ts';
import { isOpen, renegotiated, type SettleProblem } from '#shared/domain/communication/promise.ts';
import { snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { advance, countContact } from './plan.ts';
import { promiseError } from './promises.ts';

type Values = Readonly<Record<string, unknown>> | null;

/** A field before and after; undefined if the transaction left its register alone. A new record had nothing before. */
function turned(tx: Tx, id: string, register: string, field: string) {
  const change = tx.changed(id, register) ?? tx.changed(id, CREATION);
  if (!change) return undefined;
  const read = (value: unknown): unknown => (value as Values)?.[field] ?? null;
  const turn = { from: read(change.prev), to: read(change.value) };
  return turn.from === turn.to ? undefined : turn;
}

function followContact(tx: Tx, id: string, today: string): void {
  const isNew = ['happened_at', 'channel', 'project_id', 'contact_id'].some((name) =>
    turned(tx, id, name, name),
  );
  const entry = isNew ? tx.find('comm_log', id) : null;
  const project = entry?.project_id ? tx.find('project', entry.project_id) : null;
  const on = entry?.happened_at.slice(0, 10);
  if (!entry || !project || on === undefined || on > today) return;
  const { channel, contact_id } = entry;
  countContact(
    tx,
    { project_id: project.id, channel, contact_id, audience: 'client', stage: project.stage },
    on,
  );
}

const CHANNEL_OF = { in_person: 'meeting', phone: 'phone', video: 'video' } as const;

function followMeeting(tx: Tx, id: string, today: string): void {
  const status = turned(tx, id, 'status', 'status');
  const meeting = status && status.to !== 'planned' ? tx.find('meeting', id) : null;
  if (!meeting || !status) return;
  if (status.to === 'minutes_sent') tellMinutes(tx, meeting, today);
  const project = tx.find('project', meeting.project_id);
  const on = meeting.held_at.slice(0, 10);
  if (!project || on > today || status.from === 'held') return;
  const made = {
    project_id: project.id,
    channel: CHANNEL_OF[meeting.mode],
    contact_id: null,
    plan_item_id: meeting.comm_plan_item_id,
    audience: audienceOf(meeting.kind),
    stage: project.stage,
  };
  countContact(tx, made, on);
}

const TOLD = ['risk', 'issue', 'decision'] as const;

/** O14: marks what the client was told on a day. The instant decides about what changes later on that day. */
export function tell(tx: Tx, id: string, on: string): boolean {
  const type = TOLD.find((name) => typeOfId(id) === name);
  const record = type && tx.find(type, id);
  if (!type || !record?.client_visible) return false;
  tx.updateSystem(type, id, { client_informed_on: on, client_informed_at: tx.at });
  return true;
}

/** A day entered by hand in a panel is told now as well. */
function followTold(tx: Tx, id: string): void {
  const type = TOLD.find((name) => typeOfId(id) === name);
  const day = type && turned(tx, id, 'client_informed_on', 'client_informed_on');
  if (type && day && tx.find(type, id))
    tx.updateSystem(type, id, { client_informed_at: day.to === null ? null : tx.at });
}

function tellMinutes(tx: Tx, meeting: RecordOf<'meeting'>, today: string): void {
  for (const item of listRecords(tx.db, 'meeting_item', { meeting_id: meeting.id })) {
    if (!item.client_visible) continue;
    for (const id of [item.subject_id, item.decision_id]) if (id !== null) tell(tx, id, today);
  }
}

function followReport(tx: Tx, id: string, today: string): void {
  const left = turned(tx, id, 'mail', 'sent_at') ?? turned(tx, id, 'mail', 'draft_made_at');
  const report = left && left.to !== null ? tx.find('report', id) : null;
  // A report that comes with its history (the sample's, a file's) is not told today.
  if (!report || tx.changed(id, CREATION)) return;
  for (const item of listRecords(tx.db, 'comm_plan_item', { project_id: report.project_id }))
    if (item.active && REPORT_ROWS.has(item.standard)) advance(tx, item, today);
  const read = report.snapshot === null ? null : snapshotSchema.safeParse(JSON.parse(report.snapshot));
  if (!read?.success || turned(tx, id, 'mail', 'sent_at') === undefined) return;
  const { hidden, risks, issues, decisions } = read.data;
  const shown = { risks, issues, decisions };
  for (const [section, rows] of Object.entries(shown))
    if (!hidden.some((name) => name === section)) for (const row of rows) tell(tx, row.id, today);
}

const problem = (reason: SettleProblem): never => {
  throw promiseError(reason);
};

/** X7: a day that is moved in a list or a panel is renegotiated as well. On the day it was made it is a correction. */
function followPromise(tx: Tx, id: string, today: string): void {
  if (tx.changed(id, CREATION)) return;
  const due = turned(tx, id, 'outcome', 'due_on');
  const status = turned(tx, id, 'outcome', 'status');
  const promise = due || status ? tx.find('promise', id) : null;
  if (!promise) return;
  if (due && typeof due.from === 'string' && isOpen(promise) && promise.made_on !== today) {
    if (due.to === null) problem('PROMISE_NO_DATE');
    if (due.from < today) problem('PROMISE_OVERDUE');
    const moved = renegotiated({ due_on: due.from, first_due_on: promise.first_due_on }, String(due.to));
    tx.update('promise', id, moved);
  }
  if (!status) return;
  if (isOpen(promise)) tx.update('promise', id, { settled_on: null });
  else if (promise.settled_on === null) tx.update('promise', id, { settled_on: today });
}

const FOLLOWERS = {
  comm_log: followContact,
  meeting: followMeeting,
  report: followReport,
  promise: followPromise,
  risk: followTold,
  issue: followTold,
  decision: followTold,
} as const;

/** Called inside every commit of a user. @param today `YYYY-MM-DD` where the user is */
export function followCommunication(tx: Tx, today: string): void {
  const touched = tx.touched();
  for (const [type, follow] of Object.entries(FOLLOWERS))
    for (const id of touched.get(type as keyof typeof FOLLOWERS) ?? []) follow(tx, id, today);
}
