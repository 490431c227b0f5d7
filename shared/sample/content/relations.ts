/** What a language says about how the sample's client is looked after. */
import type { CreateInput } from '#shared/model/registry.ts';

export type PreferenceKey = 'time' | 'writing' | 'pay';
export type ConcernKey = 'noise' | 'opening' | 'dust';
export type CareKey = 'week' | 'anniversary' | 'greeting';
export type RemarkKey = 'tidy' | 'smell' | 'lift';
export type AnswerKey = 'spring' | 'lately';

export interface RelationsContent {
  readonly background: string;
  readonly goals: string;
  readonly trends: string;
  readonly preferences: Readonly<
    Record<PreferenceKey, Readonly<Record<'topic' | 'value' | 'evidence', string>>>
  >;
  readonly culture: readonly {
    readonly topic: NonNullable<CreateInput<'culture_note'>['topic']>;
    readonly text: string;
  }[];
  readonly strategy: Readonly<Record<'needs' | 'constraints' | 'planning' | 'execution' | 'closing', string>>;
  readonly concerns: Readonly<Record<ConcernKey, { readonly text: string; readonly latent?: string }>>;
  readonly market: readonly {
    readonly kind: NonNullable<CreateInput<'market_note'>['kind']>;
    readonly topic: string;
    readonly source: string;
    readonly implication: string;
  }[];
  readonly care: Readonly<Record<CareKey, string>>;
  readonly careResult: string;
  readonly referral: Readonly<Record<'name' | 'note', string>>;
  readonly remarks: Readonly<Record<RemarkKey, { readonly text: string; readonly measure?: string }>>;
  readonly answers: Readonly<Record<AnswerKey, string>>;
}
