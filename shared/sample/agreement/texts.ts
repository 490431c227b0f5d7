/** What the sample says about goals, charter, adjustment and delay, in the shape every language has. */
export type GoalKey = 'opening' | 'noise' | 'shielding';

export interface GoalText {
  readonly title: string;
  readonly specific: string;
  readonly measurable: string;
  readonly achievable: string;
  readonly relevant: string;
  readonly time_bound: string;
}

export interface AgreementContent {
  readonly goals: Readonly<Record<GoalKey, GoalText>>;
  readonly judged: Readonly<Record<'first' | 'second' | 'noise', string>>;
  readonly charter: Readonly<
    Record<
      'purpose' | 'background' | 'scope' | 'time' | 'cost' | 'quality' | 'assumptions' | 'success',
      string
    >
  >;
  readonly adjustment: Readonly<
    Record<'title' | 'reason' | 'before' | 'after' | 'impact_resource' | 'strategy_actions', string>
  >;
  readonly negotiation: Readonly<Record<'said' | 'result', string>>;
  readonly delay: Readonly<Record<'title' | 'cause' | 'measures' | 'revised', string>>;
}
