/** G7, L5: the two sets of branches and the tree of causes on them. */
import { type FishBranch, type FishCause, fishboneFigure } from './figures/fishbone.ts';
import type { Figure } from './figures/shapes.ts';

export const CAUSE_BRANCHES = {
  /** 人機料法環 */
  production: ['people', 'machine', 'material', 'method', 'environment'],
  /** 人員、技術、資源、流程、外部環境 */
  project: ['staff', 'technology', 'resource', 'process', 'external'],
} as const;
export type BranchSet = keyof typeof CAUSE_BRANCHES;
export type CauseBranch = (typeof CAUSE_BRANCHES)[BranchSet][number];

/** How branches correspond when the other set is chosen. */
const COUNTERPART: Readonly<Record<CauseBranch, CauseBranch>> = {
  people: 'staff',
  machine: 'technology',
  material: 'resource',
  method: 'process',
  environment: 'external',
  staff: 'people',
  technology: 'machine',
  resource: 'material',
  process: 'method',
  external: 'environment',
};

/** The branch of a set a cause stands on; one of the other set goes to its counterpart, so nothing disappears. */
export function branchIn(set: BranchSet, branch: CauseBranch): CauseBranch {
  return (CAUSE_BRANCHES[set] as readonly CauseBranch[]).includes(branch) ? branch : COUNTERPART[branch];
}

export interface CauseRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly rank: string;
  readonly branch: CauseBranch;
  readonly text: string;
  readonly is_root: boolean;
}

export interface CauseNode extends CauseRow {
  readonly depth: number;
  readonly children: readonly CauseNode[];
}

const byRank = (a: CauseRow, b: CauseRow): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Trees per branch of a set, by rank. A cause whose parent is gone, or that is inside itself after a merge,
 * stands directly on its branch: it is never lost.
 */
export function causeTrees(
  set: BranchSet,
  rows: readonly CauseRow[],
): ReadonlyMap<CauseBranch, readonly CauseNode[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const hangs = (row: CauseRow): boolean => {
    const seen = new Set<string>();
    for (let at: CauseRow | undefined = row; at; at = byId.get(at.parent_id ?? '')) {
      if (seen.has(at.id)) return false;
      seen.add(at.id);
    }
    return row.parent_id !== null && byId.has(row.parent_id);
  };
  const children = new Map<string | null, CauseRow[]>();
  for (const row of rows) {
    const parent = hangs(row) ? row.parent_id : null;
    const group = children.get(parent);
    if (group) group.push(row);
    else children.set(parent, [row]);
  }
  const nodesOf = (parent: string | null, depth: number, keep: (row: CauseRow) => boolean): CauseNode[] =>
    (children.get(parent) ?? [])
      .filter(keep)
      .sort(byRank)
      .map((row) => ({ ...row, depth, children: nodesOf(row.id, depth + 1, () => true) }));
  return new Map(
    CAUSE_BRANCHES[set].map((branch) => [
      branch,
      nodesOf(null, 0, (row) => branchIn(set, row.branch) === branch),
    ]),
  );
}

const fishCause = (node: CauseNode): FishCause => ({
  id: node.id,
  text: node.text,
  isRoot: node.is_root,
  children: node.children.map(fishCause),
});

export interface FishSource {
  readonly problem: string;
  readonly branches: BranchSet;
  readonly causes: readonly CauseRow[];
  readonly branchName: (branch: CauseBranch) => string;
}

export const ROOT_MARK = '★';

/** The drawing of a stored fishbone. */
export function fishFigure(source: FishSource, width: number, fontSize: number): Figure {
  const trees = causeTrees(source.branches, source.causes);
  const branches = [...trees].map(
    ([id, nodes]): FishBranch => ({ id, label: source.branchName(id), causes: nodes.map(fishCause) }),
  );
  return fishboneFigure({ problem: source.problem, branches, width, fontSize, rootMark: ROOT_MARK });
}
