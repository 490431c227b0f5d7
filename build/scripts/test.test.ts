import { expect, it } from 'vitest';
import { add, plainLine, vitestTotals } from './test.ts';

it('adds up what the runners report and says it in one plain line', () => {
  const unit = vitestTotals({
    numTotalTests: 5,
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    success: false,
    testResults: [],
  });
  const e2e = vitestTotals({
    numTotalTests: 7,
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    success: false,
  });
  expect(plainLine(add(unit, e2e))).toBe('7 passed, 2 failed, 3 skipped');
});

it('counts a file that could not be loaded, an empty run and a missing report as failures', () => {
  const assertionResults = [{ status: 'passed' }];
  expect(
    vitestTotals({
      numTotalTests: 1,
      numPassedTests: 1,
      numFailedTests: 0,
      success: false,
      testResults: [
        { status: 'passed', assertionResults },
        { status: 'failed', assertionResults: [] },
      ],
    }),
  ).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(vitestTotals({ numTotalTests: 0, success: true }).failed).toBe(1);
  expect(vitestTotals(null).failed).toBe(1);
});
