import { createContext, useContext } from 'react';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';

/** What the panel of a risk shows besides its own fields. */
export interface RiskData {
  readonly projectId: string;
  readonly actionsOf: (riskId: string) => readonly RecordOf<'risk_action'>[];
  /** Oldest first. */
  readonly reviewsOf: (riskId: string) => readonly RecordOf<'risk_review'>[];
}

function byRisk<Row extends { readonly risk_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.risk_id);
    if (group) group.push(row);
    else groups.set(row.risk_id, [row]);
  }
  return groups;
}

export function groupRegister(answer: OutputOf<'risk.register'>, projectId: string): RiskData {
  const actions = byRisk(answer.actions);
  const reviews = byRisk(answer.reviews);
  return {
    projectId,
    actionsOf: (id) => actions.get(id) ?? [],
    reviewsOf: (id) => reviews.get(id) ?? [],
  };
}

const Context = createContext<RiskData | null>(null);
export const RiskDataProvider = Context.Provider;

export function useRiskData(): RiskData {
  const data = useContext(Context);
  if (data === null) throw new Error('a risk widget needs a RiskDataProvider');
  return data;
}
