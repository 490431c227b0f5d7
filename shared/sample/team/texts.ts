export type ChainKey = 'owner' | 'own' | 'airSub' | 'joiner' | 'control';
export type DutyKey = 'report' | 'handover' | 'training';
export type MatterKey = 'duct' | 'doors';

/** Words of the sample's parties and of the people of the team. */
export interface TeamContent {
  /** The authority that looks at the works. */
  readonly authority: string;
  /** What each link of the chain expects. */
  readonly expects: Readonly<Record<ChainKey, string>>;
  readonly skills: Readonly<Record<'manager' | 'site' | 'services' | 'buyer', string>>;
  readonly duties: Readonly<Record<DutyKey, string>>;
  readonly weekly: string;
  readonly handover: Readonly<Record<'text' | 'open_points', string>>;
  readonly matters: Readonly<Record<MatterKey, Readonly<{ title: string; measure?: string }>>>;
  readonly morale: readonly [string, string, string];
  readonly screening: string;
  /** Why the project went on to the next stage. */
  readonly steps: readonly [string, string, string];
}
