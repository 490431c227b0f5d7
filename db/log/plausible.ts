/** Bad input over the fields of one record and what it points to: days in the wrong order, people of another client. */
import { AppError } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import type { Invariant } from './invariants.ts';
import type { Tx } from './tx.ts';
import { CREATION } from './types.ts';

type Row = Readonly<Record<string, unknown>>;

/** Whether the transaction wrote one of the fields: what was stored long ago never stands in the way of another edit. */
function wrote(tx: Tx, type: EntityType, id: string, fields: readonly string[]): boolean {
  if (tx.changed(id, CREATION)) return true;
  const { registerOf } = entityOf(type);
  return fields.some((field) => tx.changed(id, registerOf[field] ?? field));
}

const dayOf = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null);

/**
 * What comes first comes first: nothing is accepted before it was delivered. Of the two days the one that was written
 * is named; a creation names the later one. @throws AppError RULE_BROKEN with DAYS_OUT_OF_ORDER
 */
export const daysInOrder: Invariant = function* ({ touched, tx }) {
  for (const [type, ids] of touched) {
    const { days = [], registerOf } = entityOf(type);
    if (days.length === 0) continue;
    for (const id of ids) {
      yield;
      const record = tx.find(type, id) as Row | null;
      if (record === null) continue;
      for (const [earlier, later] of days) {
        const [first, second] = [dayOf(record[earlier]), dayOf(record[later])];
        if (first === null || second === null || first <= second) continue;
        if (!wrote(tx, type, id, [earlier, later])) continue;
        const wroteEarlier = !tx.changed(id, registerOf[later] ?? later) && !tx.changed(id, CREATION);
        const field = `${type}.${wroteEarlier ? earlier : later}`;
        throw new AppError(
          'RULE_BROKEN',
          { entity: type, earlier, later },
          { field, reason: 'DAYS_OUT_OF_ORDER' },
        );
      }
    }
  }
};

/** References by which a record of a client could be tied to another client. */
const OF_CLIENT = ['contact_id', 'project_id'] as const;

/**
 * What belongs to a client names only people and projects of that client.
 * @throws AppError RULE_BROKEN with OTHER_CLIENT
 */
export const sameClient: Invariant = function* ({ touched, tx }) {
  for (const [type, ids] of touched) {
    const { fields } = entityOf(type);
    const refs = OF_CLIENT.filter((name) => fields[name] !== undefined);
    if (fields['client_id'] === undefined || type === 'project' || refs.length === 0) continue;
    for (const id of ids) {
      yield;
      const record = tx.find(type, id) as Row | null;
      if (record === null || typeof record['client_id'] !== 'string') continue;
      for (const name of refs) {
        const target = record[name];
        if (typeof target !== 'string' || !wrote(tx, type, id, ['client_id', name])) continue;
        const other = tx.find(name === 'contact_id' ? 'contact' : 'project', target);
        if (other !== null && other.client_id !== record['client_id'])
          throw new AppError(
            'RULE_BROKEN',
            { entity: type },
            { field: `${type}.${name}`, reason: 'OTHER_CLIENT' },
          );
      }
    }
  }
};
