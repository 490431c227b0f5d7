export type RequirementKey = 'noise' | 'pressure' | 'power' | 'privacy';

/** Words of the sample's requirements; `evidence` belongs to what nobody said aloud. */
export interface RequirementContent {
  readonly session: Readonly<Record<'topic' | 'participants' | 'notes', string>>;
  readonly questionnaire: {
    readonly title: string;
    readonly introduction: string;
    readonly open: string;
    readonly choice: string;
    readonly choices: readonly string[];
    readonly scale: string;
  };
  readonly source: string;
  readonly requirements: Readonly<
    Record<
      RequirementKey,
      Readonly<{
        text: string;
        rationale: string;
        measure?: string;
        target?: string;
        unit?: string;
        evidence?: string;
        solution?: string;
      }>
    >
  >;
  readonly check: string;
}
