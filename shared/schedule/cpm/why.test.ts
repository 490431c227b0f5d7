import { describe, expect, it } from 'vitest';
import { DAY, inputOf, START, task } from '#test/support/randomPlan.ts';
import { parseLocal } from '../calendar/instant.ts';
import type { CpmInput, CpmLink, CpmTask } from './model.ts';
import { schedule } from './schedule.ts';

const at = (text: string) => parseLocal(`2026-${text}`) ?? Number.NaN;
const link = (predecessorUid: number, type: CpmLink['type'] = 'FS', lag = 0): CpmLink => ({
  predecessorUid,
  type,
  lag,
  percent: false,
  elapsed: false,
});
const dated = (constraint: CpmTask['constraint'], date: string): Partial<CpmTask> => ({
  constraint,
  constraintDate: at(date),
});
function why(tasks: CpmTask[], uid: number, more: Partial<CpmInput> = {}) {
  const result = schedule(inputOf(tasks, more));
  if (!result.ok) throw new Error('loop');
  return result.why(uid);
}

// START is Friday 2026-11-20 08:00.
describe('why a task begins when it does', () => {
  it('the project start', () => {
    expect(why([task(1, DAY)], 1)).toMatchObject({
      early: { kind: 'projectStart', date: START },
      calendarWait: null,
    });
  });
  it('the latest of its links, and the weekend it has to wait out', () => {
    expect(why([task(1, 600), task(2, DAY), task(3, DAY, [link(1), link(2)])], 3)).toMatchObject({
      early: { kind: 'link', predecessor: 2, successor: 3, link: { type: 'FS' }, date: at('11-20T17:00') },
      calendarWait: { from: at('11-20T17:00'), to: at('11-23T08:00') },
      overruled: null,
    });
  });
  it('the finish a finish-to-finish link asks for', () => {
    expect(why([task(1, 3 * DAY), task(2, DAY, [link(1, 'FF')])], 2)?.early).toMatchObject({
      kind: 'link',
      date: at('11-24T17:00'),
    });
  });
  it('a link of the summary above', () => {
    const tasks = [
      task(1, DAY),
      task(2, 0, [link(1)], { summary: true }),
      task(3, DAY, [], { parentUid: 2 }),
    ];
    expect(why(tasks, 3)?.early).toMatchObject({ kind: 'link', predecessor: 1, successor: 2 });
  });
  it('its constraint, and the link that is overruled', () => {
    expect(why([task(1, 3 * DAY), task(2, DAY, [link(1)], dated('SNLT', '11-23T08:00'))], 2)).toMatchObject({
      early: { kind: 'constraint', on: 2, type: 'SNLT', date: at('11-23T08:00') },
      overruled: { kind: 'link', predecessor: 1 },
    });
    expect(why([task(1, DAY), task(2, DAY, [link(1)], dated('SNET', '11-28T08:00'))], 2)).toMatchObject({
      early: { kind: 'constraint', type: 'SNET' },
      calendarWait: { from: at('11-28T08:00'), to: at('11-30T08:00') },
      overruled: null,
    });
  });
  it('not a constraint that a link has overtaken', () => {
    expect(
      why([task(1, 5 * DAY), task(2, DAY, [link(1)], dated('SNET', '11-23T08:00'))], 2)?.early,
    ).toMatchObject({
      kind: 'link',
      predecessor: 1,
    });
  });
  it('the constraint of the summary above', () => {
    const tasks = [
      task(1, 0, [], { summary: true, ...dated('SNET', '11-25T08:00') }),
      task(2, DAY, [], { parentUid: 1 }),
    ];
    expect(why(tasks, 2)?.early).toEqual({
      kind: 'constraint',
      on: 1,
      type: 'SNET',
      date: at('11-25T08:00'),
    });
  });
  it('what has happened, what is held, what is levelled, what is late on purpose', () => {
    expect(why([task(1, DAY, [], { actualStart: START })], 1)?.early.kind).toBe('actualStart');
    const resumed = { actualStart: START, stop: START + 2400, resume: START + 14_400 };
    expect(why([task(1, DAY, [], resumed)], 1)?.early).toEqual({ kind: 'resumed', date: START + 14_400 });
    const unstopped = { actualStart: START, resume: START + 14_400 };
    expect(why([task(1, DAY, [], unstopped)], 1)?.early.kind).toBe('actualStart');
    expect(why([task(1, DAY, [], { actualStart: START, actualFinish: START + 3000 })], 1)?.early.kind).toBe(
      'actualFinish',
    );
    expect(why([task(1, DAY, [], { fixedDates: true, start: START, finish: START })], 1)?.early.kind).toBe(
      'fixedDates',
    );
    expect(why([task(1, DAY, [], { levelingDelay: 14_400 })], 1)?.early.kind).toBe('levelling');
    expect(why([task(1, DAY, [], { constraint: 'ALAP' }), task(2, 3 * DAY)], 1)?.early.kind).toBe(
      'asLateAsPossible',
    );
  });
});

describe('why it may not finish later', () => {
  it('the end, a successor, a deadline, a constraint', () => {
    const tasks = [
      task(1, DAY),
      task(2, DAY, [link(1)]),
      task(3, DAY, [], { deadline: at('11-20T17:00') }),
      task(4, DAY, [], dated('FNLT', '11-20T17:00')),
      task(5, 5 * DAY),
    ];
    expect(why(tasks, 5)?.late.kind).toBe('projectFinish');
    expect(why(tasks, 1)?.late).toMatchObject({ kind: 'link', predecessor: 1, successor: 2 });
    expect(why(tasks, 3)?.late).toEqual({ kind: 'deadline', on: 3, date: at('11-20T17:00') });
    expect(why(tasks, 4)?.late).toMatchObject({ kind: 'constraint', on: 4, type: 'FNLT' });
  });
  it('says nothing of rows that have no dates', () => {
    expect(why([task(1, DAY, [], { counts: false })], 1)).toBeNull();
    expect(why([task(1, DAY)], 99)).toBeNull();
  });
});
