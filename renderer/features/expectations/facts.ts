import { createContext, useContext } from 'react';
import type { ExpectationFact } from '#shared/ipc/channels/expectation.ts';

/** What the register and its panel know about expectations besides their own fields. */
export interface ExpectationData {
  readonly projectId: string;
  readonly currency: string;
  readonly factOf: (id: string) => ExpectationFact | undefined;
  readonly onFishbone: (id: string) => void;
}

const Context = createContext<ExpectationData | null>(null);
export const ExpectationDataProvider = Context.Provider;

export function useExpectationData(): ExpectationData {
  const data = useContext(Context);
  if (data === null) throw new Error('a widget of an expectation needs an ExpectationDataProvider');
  return data;
}
