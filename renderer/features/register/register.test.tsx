import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { enumFilter, Register, type RegisterDefinition } from './public.ts';

const project = 'prj_00000000-0000-7000-8000-000000000001';
const definition: RegisterDefinition<'issue'> = {
  entity: 'issue',
  prefix: 'I',
  columns: [
    { id: 'title', field: 'title', width: 200, rowHeader: true },
    { id: 'due_on', field: 'due_on', width: 110 },
  ],
  filters: [enumFilter('issue', 'status')],
  sections: [],
  initialSort: { column: 'due_on', descending: false },
  quickAdd: (title) => ({ project_id: project, title }),
  quickLabel: () => 'Add',
  emptyText: () => 'Nothing yet',
};

function Issues() {
  const records = useReadyAnswer('issue.list', {});
  return <Register definition={definition} records={records} projectId={project} />;
}

let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
  core.put('issue', { project_id: project, title: '漏水', due_on: '2026-11-30', owner: '王工' });
  core.put('issue', { project_id: project, title: '断电', due_on: '2026-11-25', status: 'solved' });
});

const titles = () => [...document.querySelectorAll('[role="rowheader"]')].map((cell) => cell.textContent);
const heads = () => [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent);

describe('views of a register', () => {
  it('keep filter, order and columns under a name, and go back to how the list opens', async () => {
    await show(<Issues />);
    await expect.poll(titles).toEqual(['断电', '漏水']);
    await userEvent.click(page.getByRole('button', { name: 'Filter' }));
    await userEvent.hover(page.getByRole('menuitem', { name: 'Status' }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Raised', exact: true }));
    await expect.poll(titles).toEqual(['漏水']);
    await userEvent.click(page.getByRole('button', { name: 'Columns' }));
    await userEvent.click(page.getByText('Owner', { exact: true }));
    await userEvent.click(page.getByRole('button', { name: 'Apply' }));
    await expect.poll(heads).toEqual(['Title', 'Due', 'Owner']);
    await userEvent.click(page.getByRole('button', { name: 'Save as view…' }));
    await userEvent.keyboard('未解决{Enter}');
    await expect.element(page.getByRole('radio', { name: '未解决' })).toBeChecked();
    await userEvent.click(page.getByText('All', { exact: true }));
    await expect.poll(titles).toEqual(['断电', '漏水']);
    await userEvent.click(page.getByText('未解决'));
    await expect.poll(titles).toEqual(['漏水']);
    expect(heads()).toEqual(['Title', 'Due', 'Owner']);
    expect(await findings()).toEqual([]);
  });
});
