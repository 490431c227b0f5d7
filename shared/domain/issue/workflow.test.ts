import { describe, expect, it } from 'vitest';
import { ISSUE_STATUSES, issueProblems, nextIssueStatus } from './workflow.ts';

describe('workflow of an issue (X6)', () => {
  it('needs measure and reason before the solution counts as explained (L2)', () => {
    const empty = { measure: null, reason: ' ' };
    expect(issueProblems(empty, 'responded')).toEqual([]);
    for (const to of ['explained', 'solved', 'confirmed'] as const)
      expect(issueProblems(empty, to)).toEqual(['measure', 'reason']);
    expect(issueProblems({ measure: '换泵', reason: null }, 'explained')).toEqual(['reason']);
    expect(issueProblems({ measure: '换泵', reason: '轴承磨损' }, 'confirmed')).toEqual([]);
  });

  it('ends with the client’s confirmation', () => {
    expect(ISSUE_STATUSES.map(nextIssueStatus)).toEqual([
      'responded',
      'explained',
      'solved',
      'confirmed',
      null,
    ]);
  });
});
