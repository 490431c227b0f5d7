/** Writes the sample: replaces the local keys of its references by ids. */
import type { Tx } from '#db/log/tx.ts';
import { entityOf } from '#shared/model/registry.ts';
import type { SampleData, SampleRecord } from '#shared/sample/sample.ts';

type Values = Record<string, unknown>;

/** Ids by local key; every record gets its id before the first is written, so that any may refer to any. */
export type SampleIds = ReadonlyMap<string, string>;

export function idOf(ids: SampleIds, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample has no ${key}`);
  return id;
}

export function sampleIds(tx: Tx, data: SampleData): SampleIds {
  const rows = [...data.records, ...data.comms].map(({ type, key }) => [key, tx.newId(type)] as const);
  const reports = data.reports.map(({ key }) => [key, tx.newId('report')] as const);
  return new Map([...rows, ...reports]);
}

function resolved(record: SampleRecord, ids: SampleIds): Values {
  const { fields } = entityOf(record.type);
  const values: Values = { ...record.values };
  for (const [name, value] of Object.entries(values))
    if (fields[name]?.target && typeof value === 'string') values[name] = idOf(ids, value);
  // A stored calendar knows itself and its base by the ids of their records.
  if (record.type === 'calendar')
    values.definition = { ...record.values.definition, id: idOf(ids, record.key), baseId: null };
  return values;
}

export function writeRecords(tx: Tx, records: readonly SampleRecord[], ids: SampleIds): void {
  for (const record of records) tx.create(record.type, resolved(record, ids) as never, idOf(ids, record.key));
}
