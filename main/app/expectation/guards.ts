import type { Tx } from '#db/log/tx.ts';
import { lifeFacts } from '#db/queries/expectation.ts';
import { type ExpectationStatus, lifeProblems } from '#shared/domain/expectation/life.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';

/**
 * X8: refuses a status whose guards the expectation as it now stands in the transaction does not meet.
 * @throws AppError RULE_BROKEN with the reason of `lifeProblems`
 */
export function requireLife(tx: Tx, record: RecordOf<'expectation'>, from: ExpectationStatus): void {
  if (record.status === from) return;
  const problem = lifeProblems({ ...lifeFacts(tx.db, record), status: from }, record.status)[0];
  if (!problem) return;
  throw new AppError(
    'RULE_BROKEN',
    { entity: 'expectation' },
    { field: `expectation.${problem.field}`, reason: problem.code },
  );
}
