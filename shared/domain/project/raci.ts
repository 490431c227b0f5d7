/** C1: overlap and omission in the matrix of duties. */
export interface Duty {
  readonly object: string;
  readonly person: string;
  readonly raci: 'responsible' | 'accountable' | 'consulted' | 'informed';
}

export interface DutyRow {
  readonly object: string;
  /** Letters by person, in the order R A C I, such as `RA` for someone who does both. */
  readonly letters: Readonly<Record<string, string>>;
  /** People who are accountable: one is right. */
  readonly accountable: number;
}

const LETTER = { responsible: 'R', accountable: 'A', consulted: 'C', informed: 'I' } as const;
const ORDER = 'RACI';

/** One row per object, in the order they first occur. One person may hold every role (Z). */
export function dutyMatrix(duties: readonly Duty[]): {
  readonly people: readonly string[];
  readonly rows: readonly DutyRow[];
} {
  const people = [...new Set(duties.map(({ person }) => person.trim()))];
  const objects = [...new Set(duties.map(({ object }) => object.trim()))];
  const rows = objects.map((object) => {
    const own = duties.filter((duty) => duty.object.trim() === object);
    const letters = Object.fromEntries(
      people.map((person) => {
        const held = new Set(
          own.filter((duty) => duty.person.trim() === person).map(({ raci }) => LETTER[raci]),
        );
        return [person, [...ORDER].filter((letter) => held.has(letter as 'R')).join('')];
      }),
    );
    const accountable = new Set(
      own.filter(({ raci }) => raci === 'accountable').map(({ person }) => person.trim()),
    );
    return { object, letters, accountable: accountable.size };
  });
  return { people, rows };
}

export interface ChainLink {
  readonly id: string;
  readonly upstream_id: string | null;
}

/**
 * A3: the chain of parties from the owner down, each with its depth. A link whose upstream is missing, or that is part
 * of a circle, starts a chain of its own, so that nothing is lost.
 */
export function partyChain<L extends ChainLink>(
  links: readonly L[],
): readonly { readonly link: L; readonly depth: number }[] {
  const ids = new Set(links.map(({ id }) => id));
  const below = new Map<string | null, L[]>();
  for (const link of links) {
    const up = link.upstream_id !== null && ids.has(link.upstream_id) ? link.upstream_id : null;
    below.set(up, [...(below.get(up) ?? []), link]);
  }
  const out: { link: L; depth: number }[] = [];
  const seen = new Set<string>();
  const walk = (link: L, depth: number): void => {
    if (seen.has(link.id)) return;
    seen.add(link.id);
    out.push({ link, depth });
    for (const next of below.get(link.id) ?? []) walk(next, depth + 1);
  };
  for (const top of below.get(null) ?? []) walk(top, 0);
  for (const link of links) walk(link, 0);
  return out;
}
