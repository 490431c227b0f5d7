import type { Tx } from '#db/log/tx.ts';
import { countPlan } from '#db/queries/risk.ts';
import { type RiskStatus, statusProblems } from '#shared/domain/risk/workflow.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';

/**
 * X5: refuses a status whose guards the risk as it now stands in the transaction does not meet.
 * K7 has a code of its own, which the store's invariant shares.
 * @throws AppError HIGH_RISK_NEEDS_PLAN, RULE_BROKEN with the reason of `statusProblems`
 */
export function requireStatus(tx: Tx, risk: RecordOf<'risk'>, from: RiskStatus): void {
  const facts = { ...risk, status: from, actions: countPlan(tx.db, risk.id) };
  const problem = statusProblems(facts, risk.status)[0];
  if (!problem) return;
  const field = problem.field === 'actions' ? 'risk_action' : `risk.${problem.field}`;
  if (problem.code === 'OWNER_MISSING' || problem.code === 'PLAN_MISSING')
    throw new AppError('HIGH_RISK_NEEDS_PLAN', { name: risk.title }, { field, reason: problem.code });
  throw new AppError('RULE_BROKEN', { entity: 'risk' }, { field, reason: problem.code });
}
