import { expect, test } from 'vitest';
import { dutyMatrix, partyChain } from '#shared/domain/project/raci.ts';
import { LOCALES } from '#shared/model/entities/client.ts';
import { startTestApp } from '#test/support/testApp.ts';

test.each(LOCALES)(
  'A3, A8, C1, C10: the sample in %s names who works for whom, one duty without anybody accountable, and its stages',
  async (language) => {
    const t = await startTestApp();
    const { projectId } = await t.task('sample.create', { language });
    const where = { project_id: projectId };
    const chain = await t.request('party_link.list', { where });
    expect(
      partyChain(chain)
        .map(({ depth }) => depth)
        .sort(),
    ).toEqual([0, 0, 1, 2, 2]);
    const duties = await t.request('duty.list', { where });
    const accountable = dutyMatrix(duties).rows.map((row) => row.accountable);
    expect(accountable.sort()).toEqual([0, 1, 1]);
    const steps = await t.request('stage_change.list', { where });
    const project = await t.request('project.get', { id: projectId });
    const last = [...steps].sort((a, b) => (a.changed_on < b.changed_on ? -1 : 1)).at(-1);
    expect(last?.to_stage).toBe(project?.stage);
    await t.close();
  },
);
