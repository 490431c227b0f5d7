/** B5, B14: what is known about a client as a table: the card, or the history of all contact. */
import { clientTimeline } from '#db/queries/clientTimeline.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import { type AppContext, localReader } from '#main/app/context.ts';
import { savedName, saveExport } from '#main/app/file/saveFile.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { csvText } from '#shared/domain/tracking/csv.ts';
import type { TimelineRow } from '#shared/ipc/channels/client.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { fieldText, type Say, textsIn, valueText } from '../texts.ts';

type Cells = string[][];
type Row = Readonly<Record<string, unknown>>;

/** Lists of the card, in its order. */
const PARTS = [
  'contact',
  'project',
  'client_preference',
  'culture_note',
  'concern',
  'client_strategy',
  'care_task',
  'market_note',
  'referral',
  'survey_response',
] as const satisfies readonly EntityType[];

/** Of a project only what says which one it is: the rest is in its own exports. */
const PROJECT_FIELDS = ['code', 'name', 'kind', 'stage', 'start_on', 'finish_on', 'manager'];
const LEFT_OUT = new Set(['client_id', 'sample', 'standard']);

function fieldsOf(type: EntityType): string[] {
  if (type === 'project') return PROJECT_FIELDS;
  return Object.entries(entityOf(type).fields)
    .filter(([name, field]) => !LEFT_OUT.has(name) && !field.system && field.kind !== 'json')
    .map(([name]) => name);
}

/** A reference is written as the name of what it points to. */
function cellOf(ctx: AppContext, say: Say, type: EntityType, field: string, value: unknown): string {
  const { target } = entityOf(type).fields[field] ?? {};
  if (target === undefined || typeof value !== 'string') return valueText(say, type, field, value);
  const record = getRecord(ctx.store.read, target as EntityType, value) as Row | null;
  return String(record?.[entityOf(target).title] ?? '');
}

function cardCells(ctx: AppContext, client: RecordOf<'client'>, say: Say): Cells {
  const cells: Cells = [[say('model:client.name'), client.name]];
  for (const field of fieldsOf('client')) {
    const text = cellOf(ctx, say, 'client', field, (client as unknown as Row)[field]);
    if (text !== '' && field !== 'name') cells.push([fieldText(say, 'client', field), text]);
  }
  for (const type of PARTS) {
    const rows = listRecords(ctx.store.read, type, { client_id: client.id }) as unknown as Row[];
    if (rows.length === 0) continue;
    // A column that nobody has filled in says nothing.
    const fields = fieldsOf(type).filter((field) => rows.some((row) => row[field] !== null));
    cells.push(
      [],
      [say(`model:${type}.name`)],
      fields.map((field) => fieldText(say, type, field)),
    );
    for (const row of rows) cells.push(fields.map((field) => cellOf(ctx, say, type, field, row[field])));
  }
  return cells;
}

const ENTITY_OF = {
  contact: 'comm_log',
  meeting: 'meeting',
  promise: 'promise',
  feedback: 'feedback',
  document: 'document',
  report: 'report',
  care: 'care_task',
  survey: 'survey_response',
  concern: 'concern',
} as const satisfies Record<TimelineRow['kind'], EntityType>;

function statusText(say: Say, { kind, status }: TimelineRow): string {
  if (status === null) return '';
  const field = kind === 'document' || kind === 'report' ? 'state' : 'status';
  return kind === 'survey' ? status : valueText(say, ENTITY_OF[kind], field, status);
}

const channelText = (say: Say, { kind, channel }: TimelineRow): string =>
  valueText(say, kind === 'feedback' ? 'feedback' : 'comm_log', 'channel', channel);

function timelineCells(ctx: AppContext, clientId: string, say: Say): Cells {
  const { rows } = clientTimeline(
    ctx.store.read,
    clientId,
    {},
    Number.MAX_SAFE_INTEGER - 1,
    localReader(ctx),
  );
  const heads = [
    say('client:column.at'),
    say('client:column.kind'),
    fieldText(say, 'comm_log', 'channel'),
    fieldText(say, 'comm_log', 'direction'),
    fieldText(say, 'comm_log', 'project_id'),
    fieldText(say, 'comm_log', 'contact_id'),
    fieldText(say, 'comm_log', 'summary'),
    say('client:column.detail'),
    fieldText(say, 'comm_log', 'due_on'),
    fieldText(say, 'promise', 'status'),
  ];
  return [
    heads,
    ...rows.map((row) => [
      row.at.replace('T', ' ').slice(0, 16),
      say(`client:kind.${row.kind}`),
      channelText(say, row),
      valueText(say, 'comm_log', 'direction', row.direction),
      row.project ?? '',
      row.contact ?? '',
      row.text,
      row.detail ?? '',
      row.dueOn ?? '',
      statusText(say, row),
    ]),
  ];
}

/** Saves it where the user says; null if they changed their mind. @throws AppError NOT_FOUND, EXPORT_WRITE_FAILED */
export async function exportClient(
  ctx: AppContext,
  { clientId, language, what }: InputOf<'client.export'>,
): Promise<{ name: string } | null> {
  const client = getRecord(ctx.store.read, 'client', clientId);
  if (!client) throw new AppError('NOT_FOUND', { entity: 'client' });
  const say = textsIn(language);
  const stem = say(`client:file.${what}`, { name: client.name });
  const cells = what === 'card' ? cardCells(ctx, client, say) : timelineCells(ctx, clientId, say);
  const name = safeFileName(stem, 'csv', 'client');
  return savedName(await saveExport(ctx, name, 'csv', () => Buffer.from(csvText(cells), 'utf8')));
}
