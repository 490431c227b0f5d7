import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cause, MASLOW_LEVELS } from '../../model/entities/expectation.ts';
import { branchIn, CAUSE_BRANCHES, type CauseNode, type CauseRow, causeTrees } from './causes.ts';
import { maslowLadder } from './maslow.ts';
import { principleChecks } from './principles.ts';
import { type PastExpectation, rankSuggestions, wishKey } from './suggest.ts';

describe('the ladder of needs (G5)', () => {
  const item = (id: string, maslow: (typeof MASLOW_LEVELS)[number] | null, value: number | null) => ({
    id,
    maslow,
    value,
  });

  it('stands from self-realisation down to the physiological needs and names the lowest that is unmet', () => {
    const ladder = maslowLadder([
      item('a', 'esteem', 80),
      item('b', 'physiological', 100),
      item('c', 'safety', 99),
      item('d', 'safety', null),
      item('e', null, 10),
    ]);
    expect(ladder.rungs.map(({ level }) => level)).toEqual([...MASLOW_LEVELS].reverse());
    expect(ladder.rungs[3]).toEqual({ level: 'safety', ids: ['c', 'd'], met: 0, unmet: 1 });
    expect(ladder.first).toBe('safety');
    expect(ladder.unplaced).toEqual(['e']);
  });

  it('holds every expectation exactly once', () => {
    const any = fc.record({
      id: fc.uuid(),
      maslow: fc.option(fc.constantFrom(...MASLOW_LEVELS)),
      value: fc.option(fc.integer({ min: 0, max: 200 })),
    });
    fc.assert(
      fc.property(fc.array(any), (items) => {
        const { rungs, unplaced } = maslowLadder(items);
        const placed = [...rungs.flatMap(({ ids }) => ids), ...unplaced];
        expect(placed.sort()).toEqual(items.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('branches of causes (G7, L5)', () => {
  it('are the two sets of five, all known to the model', () => {
    expect(CAUSE_BRANCHES.production).toEqual(['people', 'machine', 'material', 'method', 'environment']);
    expect(CAUSE_BRANCHES.project).toEqual(['staff', 'technology', 'resource', 'process', 'external']);
    expect(cause.fields.branch.values).toEqual(Object.values(CAUSE_BRANCHES).flat());
  });

  it('take over the causes of the other set, back and forth', () => {
    for (const branch of CAUSE_BRANCHES.production)
      expect(branchIn('production', branchIn('project', branch))).toBe(branch);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyRows: fc.Arbitrary<CauseRow[]> = fc.tuple(
  ...ids.map((id) =>
    fc.record({
      id: fc.constant(id),
      parent_id: fc.option(fc.constantFrom(...ids, 'gone')),
      rank: fc.constantFrom('a0', 'a1', 'a2'),
      branch: fc.constantFrom(...CAUSE_BRANCHES.production, ...CAUSE_BRANCHES.project),
      text: fc.constant(id),
      is_root: fc.boolean(),
    }),
  ),
);
const flat = (nodes: readonly CauseNode[]): CauseNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

describe('the tree of causes (G7)', () => {
  it('orders by rank and hangs causes of causes below theirs', () => {
    const row = (id: string, parent_id: string | null, rank: string): CauseRow => ({
      id,
      parent_id,
      rank,
      branch: 'method',
      text: id,
      is_root: false,
    });
    const trees = causeTrees('production', [row('b', null, 'a1'), row('c', 'b', 'a0'), row('a', null, 'a0')]);
    expect(flat(trees.get('method') ?? []).map(({ id, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 1],
    ]);
  });

  it('loses nothing, even with parents that are gone or loops of a merge', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('production' as const, 'project' as const), (rows, set) => {
        const all = [...causeTrees(set, rows).values()].flatMap(flat);
        expect(all.map(({ id }) => id).sort()).toEqual(ids);
      }),
    );
  });
});

describe('the four principles (A7)', () => {
  const ref = (id: string) => ({ id, no: 1, text: id, aspect: 'time' as const, current: null });
  const late = { ...ref('l'), taskId: 't', task: 't', keyOn: '', forecastOn: '', days: 1, done: false };
  const kept = (...args: Parameters<typeof principleChecks>) =>
    principleChecks(...args).map(({ principle, kept: ok }) => [principle, ok]);

  it('ask for expectations before kickoff, not before', () => {
    const facts = {
      view: { unmetBasics: [], unagreed: [], late: [] },
      expectations: 0,
      told: new Set<string>(),
    };
    expect(Object.fromEntries(kept({ ...facts, stage: 'contracting' }))).toMatchObject({ up_front: true });
    expect(Object.fromEntries(kept({ ...facts, stage: 'kickoff' }))).toMatchObject({ up_front: false });
    expect(Object.fromEntries(kept({ ...facts, stage: 'kickoff', expectations: 1 }))).toMatchObject({
      up_front: true,
    });
  });

  it('name what breaks them', () => {
    const view = { unmetBasics: [ref('b')], unagreed: [ref('u')], late: [late] };
    const checks = principleChecks({ stage: 'execution', view, expectations: 3, told: new Set() });
    expect(checks.map(({ broken }) => broken)).toEqual([['b'], ['u'], [], ['l']]);
    expect(kept({ stage: 'presales', view, expectations: 3, told: new Set(['l']) })).toEqual([
      ['client_first', false],
      ['transparent', true],
      ['up_front', true],
      ['adjusted', true],
    ]);
  });
});

describe('expectations known from closed projects (F8)', () => {
  const past = (id: string, text: string, part: Partial<PastExpectation> = {}): PastExpectation => ({
    id,
    kind: 'expectation',
    text,
    project: id,
    sameClient: false,
    missed: false,
    ...part,
  });

  it('come once per wish, the client’s own first, then those that were missed, then the frequent', () => {
    const list = rankSuggestions(
      [
        past('a', '夜间施工要降噪'),
        past('b', '夜间施工，要降噪。'),
        past('c', '电梯留给住户', { missed: true }),
        past('d', '每天清场', { sameClient: true }),
        past('e', '配钥匙'),
        past('f', '已经有了'),
      ],
      ['“已经有了”！'],
    );
    expect(list.map(({ id, times }) => [id, times])).toEqual([
      ['d', 1],
      ['c', 1],
      ['a', 2],
      ['e', 1],
    ]);
  });

  it('tell wishes apart by their words only', () => {
    expect(wishKey(' ＡＢＣ—按时 交付！')).toBe('abc按时交付');
    expect(rankSuggestions([past('a', '……')], [])).toEqual([]);
  });
});
