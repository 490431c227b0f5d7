import { expect, test } from 'vitest';
import { type DateRemark, dateRemark, type ProjectDays } from './dateRemark.ts';

const project: ProjectDays = { start_on: '2026-10-01', finish_on: '2027-03-31', stage: 'execution' };
const TODAY = '2026-11-22';

test.each<[string, string, ProjectDays['stage'] | null, DateRemark | null]>([
  ['inside the project', '2026-12-01', 'execution', null],
  ['before its start', '2026-09-30', null, 'beforeStart'],
  ['before its start, but of the talks before it', '2026-09-30', 'contracting', null],
  ['after its end', '2027-04-01', 'acceptance', 'afterFinish'],
  ['after its end, but of the warranty', '2027-04-01', 'warranty', null],
  ['of a stage that is over', '2026-12-01', 'kickoff', 'stageOver'],
  ['of a stage that is over, when it was not', '2026-10-10', 'kickoff', null],
])('X9, A8: a day %s', (_, day, stage, remark) => {
  expect(dateRemark(day, project, stage, TODAY)).toBe(remark);
});
