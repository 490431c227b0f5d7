/** A3–A6, demand 30: which modules a project shows. Nobody drowns, and nothing that has records is hidden. */

export const MODULES = [
  'requirements',
  'expectations',
  'goals',
  'contract',
  'plan',
  'tracking',
  'scope',
  'resources',
  'communication',
  'risks',
  'team',
  'documents',
  'projectReports',
] as const;
export type Module = (typeof MODULES)[number];

export type ProjectKind = 'direct' | 'subcontract' | 'engineering' | 'risky' | 'internal';

/** What a sole contractor needs for a small job: what was expected, agreed, planned, said and reported. */
const FEW: readonly Module[] = [
  'expectations',
  'goals',
  'contract',
  'plan',
  'communication',
  'risks',
  'documents',
  'projectReports',
];

const BY_KIND: Readonly<Record<ProjectKind, readonly Module[]>> = {
  direct: FEW,
  // A4: contract, communication, quality (by requirements and acceptance), progress and risk, and the chain of parties.
  subcontract: [...FEW, 'requirements', 'tracking', 'team'],
  engineering: MODULES,
  risky: MODULES,
  internal: ['goals', 'plan', 'tracking', 'scope', 'resources', 'risks', 'projectReports'],
};

/** Why a module is shown or not: chosen by the user, because it has records, or by the kind of project. */
export type ModuleReason = 'chosen' | 'records' | 'kind';

export interface ModuleState {
  readonly id: Module;
  readonly shown: boolean;
  readonly reason: ModuleReason;
  /** Whether it has records; such a module cannot be switched off by its kind, only by the user. */
  readonly used: boolean;
}

/**
 * @param chosen what the user switched on or off, by module
 * @param used modules that have records
 */
export function moduleStates(
  kind: ProjectKind,
  chosen: Readonly<Record<string, boolean>>,
  used: ReadonlySet<string>,
): readonly ModuleState[] {
  const usual = new Set<Module>(BY_KIND[kind]);
  return MODULES.map((id) => {
    const own = chosen[id];
    if (own !== undefined) return { id, shown: own, reason: 'chosen', used: used.has(id) };
    if (usual.has(id)) return { id, shown: true, reason: 'kind', used: used.has(id) };
    if (used.has(id)) return { id, shown: true, reason: 'records', used: true };
    return { id, shown: false, reason: 'kind', used: false };
  });
}
