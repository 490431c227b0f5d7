/** What the sample says about expectations, in the shape every language has. */
export type ExpectationKey =
  | 'opening'
  | 'noise'
  | 'sterile'
  | 'shielding'
  | 'finish'
  | 'price'
  | 'contact'
  | 'training'
  | 'showcase';
export type CauseKey = 'veneer' | 'sample' | 'rework' | 'capacity' | 'split' | 'inspection' | 'humidity';

export interface ExpectationText {
  readonly text: string;
  readonly client?: string;
  readonly factors?: string;
  readonly expected?: string;
  readonly agreed?: string;
  readonly actual?: string;
}

export interface ExpectationContent {
  readonly expectations: Readonly<Record<ExpectationKey, ExpectationText>>;
  readonly guidance: { readonly before: string; readonly after: string; readonly plan: string };
  readonly feasibility: { readonly by: string; readonly note: string };
  readonly capability: string;
  readonly tradeoffs: Readonly<
    Record<'truck' | 'wait', { readonly option: string; readonly quality: string }>
  >;
  readonly value: Readonly<
    Record<'efficiency' | 'social', { readonly text: string; readonly evidence: string }>
  >;
  readonly fishbone: string;
  readonly causes: Readonly<Record<CauseKey, string>>;
  readonly demo: { readonly topic: string; readonly reaction: string; readonly effect: string };
  readonly rectifications: Readonly<Record<'sockets' | 'grout', string>>;
  readonly caseStudy: Readonly<Record<'title' | 'situation' | 'solution' | 'result', string>>;
}
