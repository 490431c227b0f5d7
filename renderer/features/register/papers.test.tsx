import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { Register, simpleRegister } from './public.ts';

const project = 'prj_00000000-0000-7000-8000-000000000001';
const common = { quickLabel: () => 'Add', empty: () => 'Nothing yet' } as const;
const decisions = simpleRegister('decision', { columns: ['question'], sections: [], ...common });
const meetings = simpleRegister('meeting', {
  columns: ['title'],
  sections: [],
  ownDocuments: true,
  ...common,
});

function Decisions() {
  const records = useReadyAnswer('decision.list', {});
  return <Register definition={decisions} records={records} projectId={project} />;
}

function Meetings() {
  const records = useReadyAnswer('meeting.list', {});
  return <Register definition={meetings} records={records} projectId={project} />;
}

let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
  core.answers['attachment.of'] = () => [
    {
      id: 'att_00000000-0000-7000-8000-000000000001',
      name: 'receipt.jpg',
      kind: 'photo',
      bytes: 2048,
      added_on: '2026-11-21',
      note: null,
      client_visible: false,
      openable: true,
    },
  ];
});

test('the panel of a record offers the document about it, by the kind alone (C12, Y)', async () => {
  core.put('decision', { project_id: project, question: 'Which floor?', no: 3 });
  await show(<Decisions />);
  await userEvent.click(page.getByText('Which floor?'));
  const papers = page.getByRole('region', { name: 'Documents', exact: true });
  await expect.element(papers.getByRole('button')).toBeVisible();
  expect(core.asked('attachment.of')).toEqual([]);
  expect(await findings()).toEqual([]);
});

test('the panel of a record that files belong to lists them; documents with a place of their own are not twice (B3, O2)', async () => {
  core.put('meeting', { project_id: project, title: 'Week 8', held_at: '2026-11-20T10:00:00' });
  await show(<Meetings />);
  await userEvent.click(page.getByText('Week 8'));
  await expect.element(page.getByRole('button', { name: 'receipt.jpg' })).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Documents', exact: true })).not.toBeInTheDocument();
  expect(await findings()).toEqual([]);
});
