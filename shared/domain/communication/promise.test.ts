import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuardFacts, type GuardTask, guardPromise } from './guard.ts';
import {
  isLate,
  outcomeOf,
  type Promised,
  promiseRate,
  renegotiated,
  renegotiateProblem,
  settleProblem,
} from './promise.ts';

const TODAY = '2026-11-21';
const made: Promised = {
  status: 'made',
  due_on: '2026-11-25',
  first_due_on: null,
  settled_on: null,
  kind: 'date',
};

describe('the life of a promise (X7)', () => {
  it('goes from made to kept, renegotiated, broken or withdrawn, and a mistaken tick back', () => {
    expect(settleProblem('made', 'kept')).toBeNull();
    expect(settleProblem('renegotiated', 'broken')).toBeNull();
    expect(settleProblem('kept', 'made')).toBeNull();
    expect(settleProblem('withdrawn', 'kept')).toBe('PROMISE_STEP');
  });

  it('moved before its day it counts as renegotiated and keeps its first day (MS-5)', () => {
    expect(renegotiateProblem(made, '2026-12-01', TODAY)).toBeNull();
    const moved = { ...made, ...renegotiated(made, '2026-12-01') };
    expect(moved).toMatchObject({ status: 'renegotiated', due_on: '2026-12-01', first_due_on: '2026-11-25' });
    expect(outcomeOf(moved)).toBe('renegotiated');
    expect({ ...moved, ...renegotiated(moved, '2026-12-09') }.first_due_on).toBe('2026-11-25');
  });

  it('cannot be moved once its day has passed, has no day, or stays where it is', () => {
    expect(renegotiateProblem(made, '2026-12-01', '2026-11-25')).toBeNull();
    expect(renegotiateProblem(made, '2026-12-01', '2026-11-26')).toBe('PROMISE_OVERDUE');
    expect(renegotiateProblem({ ...made, due_on: null }, '2026-12-01', TODAY)).toBe('PROMISE_NO_DATE');
    expect(renegotiateProblem(made, '2026-11-25', TODAY)).toBe('PROMISE_SAME_DATE');
    expect(renegotiateProblem({ ...made, status: 'kept' }, '2026-12-01', TODAY)).toBe('PROMISE_STEP');
  });

  it('is broken when fulfilled after its day, and late only while open', () => {
    expect(outcomeOf({ ...made, status: 'kept', settled_on: '2026-11-25' })).toBe('kept');
    expect(outcomeOf({ ...made, status: 'kept', settled_on: '2026-11-26' })).toBe('broken');
    expect(isLate(made, '2026-11-25')).toBe(false);
    expect(isLate(made, '2026-11-26')).toBe(true);
    expect(isLate({ ...made, status: 'broken' }, '2026-12-26')).toBe(false);
  });
});

describe('the kept-rate (P4)', () => {
  it('equals the count by hand: 3 kept, 1 renegotiated, 2 broken, 2 open of which 1 is late', () => {
    const kept: Promised = { ...made, status: 'kept', settled_on: '2026-11-20' };
    const list: Promised[] = [
      kept,
      kept,
      { ...kept, first_due_on: '2026-11-10' },
      { ...made, ...renegotiated(made, '2026-12-09') },
      { ...made, status: 'broken' },
      { ...kept, settled_on: '2026-11-28' },
      made,
      { ...made, due_on: '2026-11-20' },
      { ...made, status: 'withdrawn' },
    ];
    expect(promiseRate(list, TODAY)).toEqual({
      kept: 3,
      renegotiated: 1,
      broken: 2,
      open: 2,
      late: 1,
      rate: 0.6,
    });
  });

  it('is unknown before anything is settled', () => {
    expect(promiseRate([made], TODAY).rate).toBeNull();
  });

  it('counts every promise once, and never sinks by a renegotiation in time', () => {
    const date = fc
      .integer({ min: 0, max: 60 })
      .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
    const promise = fc.record({
      status: fc.constantFrom('made', 'kept', 'renegotiated', 'broken', 'withdrawn' as const),
      due_on: fc.option(date),
      first_due_on: fc.constant(null),
      settled_on: fc.option(date),
      kind: fc.constant('date' as const),
    });
    fc.assert(
      fc.property(fc.array(promise), date, (list, today) => {
        const { kept, renegotiated: moved, broken, open, rate } = promiseRate(list, today);
        const withdrawn = list.filter(({ status }) => status === 'withdrawn').length;
        expect(kept + moved + broken + open + withdrawn).toBe(list.length);
        const after = promiseRate([...list, { ...made, ...renegotiated(made, '2027-01-01') }], today);
        expect(after.rate).toBe(rate);
      }),
    );
  });
});

const task: GuardTask = {
  name: '木作',
  earliest_on: '2026-12-02',
  slack: 1,
  critical: false,
  done: false,
  path: [
    { id: 'tsk_1', number: '1', name: '深化图', finish_on: '2026-11-24' },
    { id: 'tsk_2', number: '2', name: '木作', finish_on: '2026-12-02' },
  ],
};
const facts: GuardFacts = {
  today: TODAY,
  due_on: '2026-12-04',
  needs_days: null,
  owner: null,
  task: null,
  available: null,
  overload: null,
  owner_promises: 0,
  risks: [],
  history: { kept: 0, of: 0 },
};
const kinds = (patch: Partial<GuardFacts>) => guardPromise({ ...facts, ...patch }).map(({ kind }) => kind);

describe('the guard against promising too much (MS-5, P3, G10)', () => {
  it('warns of a day before the earliest finish, with the path of tasks that leads there', () => {
    const [warning] = guardPromise({ ...facts, due_on: '2026-11-30', task });
    expect(warning).toEqual({ kind: 'before_earliest', earliest_on: '2026-12-02', days: 2, path: task.path });
    expect(kinds({ due_on: '2026-12-02', task })).toEqual([]);
  });

  it('says "needs 4 days, float 1", and that a task is critical', () => {
    expect(guardPromise({ ...facts, needs_days: 4, task })).toEqual([
      { kind: 'over_slack', needs: 4, slack: 1 },
    ]);
    expect(kinds({ task: { ...task, slack: 0, critical: true } })).toEqual(['critical']);
    expect(kinds({ task: { ...task, done: true, critical: true } })).toEqual([]);
  });

  it('says "kept 3 of 5 promises of this kind" when the past is no good, and nothing of too small a past', () => {
    expect(guardPromise({ ...facts, history: { kept: 3, of: 5 } })).toEqual([
      { kind: 'history', kept: 3, of: 5 },
    ]);
    expect(kinds({ history: { kept: 4, of: 5 } })).toEqual([]);
    expect(kinds({ history: { kept: 0, of: 2 } })).toEqual([]);
  });

  it('looks at the load and the other promises of the owner, and at open risks', () => {
    const overload = { days: 3, first_on: '2026-11-24', last_on: '2026-11-26' };
    expect(kinds({ owner: '小李', overload, owner_promises: 3 })).toEqual(['owner_busy', 'owner_promises']);
    expect(kinds({ overload, owner_promises: 9 })).toEqual([]);
    expect(kinds({ risks: [{ id: 'rsk_1', no: 1, title: '雨季' }] })).toEqual(['risks']);
  });

  it('warns of a day in the past and of work that does not fit before the day', () => {
    expect(kinds({ due_on: '2026-11-20' })).toEqual(['past']);
    expect(kinds({ needs_days: 4, available: 3 })).toEqual(['too_short']);
    expect(kinds({ needs_days: 3, available: 3 })).toEqual([]);
  });

  it('has nothing to say about a promise without a day, a task, an owner and a past', () => {
    expect(guardPromise({ ...facts, due_on: null })).toEqual([]);
  });
});
