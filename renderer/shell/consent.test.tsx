import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RequestError, request, runTask } from '#renderer/client/wire.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';

const refusal = {
  code: 'COMMITMENT_BROKEN',
  args: { id: 'tsk_1', name: '验收', promised: '2026-11-26', finish: '2026-11-27', count: 1 },
};
const input = { id: 'prj_00000000-0000-7000-8000-000000000001', patch: { start_on: '2026-11-24' } };

let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
  core.answers['project.update'] = (_input, accepts = []) => {
    if (!accepts.includes('COMMITMENT_BROKEN')) throw refusal;
    return { changed: true };
  };
});

const consents = () => core.requests.map(({ accepts }) => accepts);
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));

it('I3 any command that breaks a promise is asked about, and sent again with the answer', async () => {
  await show(<p>…</p>, 'en', 'dark');
  const answer = request('project.update', input);
  await expect.element(page.getByText('Promised: 2026-11-26. With this change: 2026-11-27.')).toBeVisible();
  // While it fades in, its colours are mixed with what lies behind.
  await expect.poll(findings).toEqual([]);
  await press('Apply anyway');
  expect(await answer).toEqual({ changed: true });
  expect(consents()).toEqual([[], ['COMMITMENT_BROKEN']]);
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
});

it('stays refused if the user does not want it, and other refusals are not asked about', async () => {
  await show(<p>…</p>);
  const answer = request('project.update', input).catch((error: unknown) => error);
  await press('Cancel');
  expect(await answer).toBeInstanceOf(RequestError);
  expect(consents()).toEqual([[]]);
  core.answers['project.update'] = () => {
    throw { code: 'NOT_FOUND', args: { entity: 'project' } };
  };
  await expect(request('project.update', input)).rejects.toThrow('NOT_FOUND');
  expect(document.querySelector('[role="alertdialog"]')).toBeNull();
});

it('asks also when a long job ends with that', async () => {
  await show(<p>…</p>);
  let n = 0;
  const backedUp = { createdAt: '2026-11-21', bytes: 1, files: 0, missing: [] };
  core.answers['backup.now'] = (_input, accepts = []) => {
    const taskId = `task-${n++}`;
    const done = { type: 'task.done', taskId, value: backedUp };
    const event = accepts.length > 0 ? done : { type: 'task.failed', taskId, err: refusal };
    setTimeout(() => core.emit(event));
    return { taskId };
  };
  const answer = runTask('backup.now', {});
  await press('Apply anyway');
  expect(await answer).toEqual(backedUp);
});
