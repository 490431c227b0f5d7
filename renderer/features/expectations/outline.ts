/** The causes of one branch as lines of an outline, and where a line goes when it is moved. */
import type { CauseBranch, CauseNode } from '#shared/domain/expectation/causes.ts';

export interface OutlineLine {
  readonly node: CauseNode;
  readonly branch: CauseBranch;
  readonly siblings: readonly CauseNode[];
  readonly index: number;
  /** The line above it in the tree; null at the first level. */
  readonly parent: OutlineLine | null;
}

/** Lines from above to below. */
export function linesOf(
  branch: CauseBranch,
  nodes: readonly CauseNode[],
  parent: OutlineLine | null = null,
): OutlineLine[] {
  return nodes.flatMap((node, index) => {
    const line: OutlineLine = { node, branch, siblings: nodes, index, parent };
    return [line, ...linesOf(branch, node.children, line)];
  });
}

export type Move = 'up' | 'down' | 'in' | 'out';

export interface Target {
  readonly parentId: string | null;
  readonly branch: CauseBranch;
  readonly beforeId: string | null;
}

/** Where a line goes; null where it cannot. @param order branches of the fish with their causes of the first level */
export function targetOf(
  line: OutlineLine,
  move: Move,
  order: readonly (readonly [CauseBranch, readonly CauseNode[]])[],
): Target | null {
  const { siblings, index, parent, branch } = line;
  const parentId = parent?.node.id ?? null;
  const at = order.findIndex(([name]) => name === branch);
  switch (move) {
    case 'in': {
      const above = siblings[index - 1];
      return above ? { parentId: above.id, branch, beforeId: null } : null;
    }
    case 'out':
      return parent === null
        ? null
        : {
            parentId: parent.parent?.node.id ?? null,
            branch,
            beforeId: parent.siblings[parent.index + 1]?.id ?? null,
          };
    case 'up': {
      const above = siblings[index - 1];
      if (above) return { parentId, branch, beforeId: above.id };
      const before = parent === null ? order[at - 1] : undefined;
      return before ? { parentId: null, branch: before[0], beforeId: null } : null;
    }
    case 'down': {
      if (index < siblings.length - 1) return { parentId, branch, beforeId: siblings[index + 2]?.id ?? null };
      const next = parent === null ? order[at + 1] : undefined;
      return next ? { parentId: null, branch: next[0], beforeId: next[1][0]?.id ?? null } : null;
    }
  }
}
