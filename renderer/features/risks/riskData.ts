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

export function groupRegister(answer: OutputOf<'risk.register'>, projectId: string): RiskData {
  const actions = Map.groupBy(answer.actions, (action) => action.risk_id);
  const reviews = Map.groupBy(answer.reviews, (review) => review.risk_id);
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
