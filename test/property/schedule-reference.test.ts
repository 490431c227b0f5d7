import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CpmInput } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { arbitraryTasks, inputOf, START } from '../support/randomPlan.ts';
import { referenceSchedule } from '../support/referenceCpm/schedule.ts';

const datesOf = (input: CpmInput) => {
  const result = schedule(input);
  return result.ok ? [...result.dates].sort(([a], [b]) => a - b) : 'loop';
};
const expectedOf = (input: CpmInput) => {
  const result = referenceSchedule(input);
  return result.ok ? [...result.dates].sort(([a], [b]) => a - b) : 'loop';
};

describe('on random plans the engine agrees with the slow reference in every date', () => {
  it('from the start', () => {
    fc.assert(
      fc.property(
        arbitraryTasks,
        fc.boolean(),
        fc.nat({ max: 9600 }),
        (tasks, multipleCriticalPaths, limit) => {
          const input = inputOf(tasks, { multipleCriticalPaths, criticalSlackLimit: limit });
          expect(datesOf(input)).toEqual(expectedOf(input));
        },
      ),
      { numRuns: 3000 },
    );
  });
  it('from the finish', () => {
    fc.assert(
      fc.property(arbitraryTasks, (tasks) => {
        const input = inputOf(tasks, { scheduleFrom: 'finish', finish: START + 20 * 14_400 });
        expect(datesOf(input)).toEqual(expectedOf(input));
      }),
      { numRuns: 1500 },
    );
  });
});
