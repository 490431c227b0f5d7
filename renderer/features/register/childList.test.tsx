import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { ChildList, Register, simpleRegister } from './public.ts';

const client = 'cli_00000000-0000-7000-8000-000000000001';
const clause = 'cla_00000000-0000-7000-8000-000000000001';

let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
});

test('records of another one are added with what they need, edited in place and deleted with a way back', async () => {
  await show(
    <ChildList
      entity="clause_briefing"
      owner={{ clause_id: clause }}
      fields={['explained_on', 'by', 'understood', 'note']}
      asked={['note']}
      empty="Nobody has explained it yet"
    />,
  );
  await expect.element(page.getByText('Nobody has explained it yet')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Add clause briefing' }));
  await userEvent.fill(page.getByLabelText('Note'), '逐条讲解');
  await userEvent.click(page.getByRole('button', { name: 'Add', exact: true }));
  const row = page.getByRole('button', { name: /逐条讲解/ }).first();
  await expect.element(row).toHaveAttribute('aria-expanded', 'true');
  expect(core.rows['clause_briefing']).toMatchObject([{ clause_id: clause, note: '逐条讲解' }]);
  await userEvent.fill(page.getByLabelText('By'), '王工');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => core.rows['clause_briefing']).toMatchObject([{ by: '王工' }]);
  expect(await findings()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Delete “逐条讲解”' }));
  await expect.element(page.getByText('Nobody has explained it yet')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
});

const preferences = simpleRegister('client_preference', {
  columns: ['topic', 'value', 'noted_on'],
  sections: [{ id: 'what', items: ['topic', 'value', 'evidence', 'noted_on'] }],
  quickLabel: () => 'What do they like?',
  empty: () => 'Nothing yet',
  defaults: ({ today }) => ({ value: '—', noted_on: today }),
});

function Preferences() {
  const records = useReadyAnswer('client_preference.list', {});
  return <Register definition={preferences} records={records} scope={{ clientId: client }} />;
}

test('a register of a client needs no project: one line makes a record of that client', async () => {
  await show(<Preferences />);
  await userEvent.fill(page.getByPlaceholder('What do they like?'), '联系时间');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('rowheader', { name: '联系时间' })).toBeVisible();
  expect(core.rows['client_preference']).toMatchObject([
    { client_id: client, topic: '联系时间', value: '—' },
  ]);
});

test('E3: each payment has a place for its own voucher, named apart from those of the others', async () => {
  const stage = 'pay_00000000-0000-7000-8000-000000000001';
  core.put('receipt', {
    payment_stage_id: stage,
    received_on: '2026-11-20',
    amount_minor: 5000,
    voucher: 'B-001',
  });
  core.put('receipt', {
    payment_stage_id: stage,
    received_on: '2026-11-21',
    amount_minor: 7000,
    voucher: 'B-002',
  });
  core.answers['attachment.of'] = () => [];
  await show(
    <ChildList
      entity="receipt"
      owner={{ payment_stage_id: stage }}
      fields={['received_on', 'amount_minor', 'voucher']}
      newestBy="received_on"
    />,
  );
  await userEvent.click(page.getByRole('button', { name: /^B-002/ }));
  const files = page.getByRole('region', { name: 'Files of “B-002”' });
  await expect.element(files).toBeVisible();
  const second = core.rows['receipt']?.find(({ voucher }) => voucher === 'B-002')?.['id'];
  expect(core.asked('attachment.of')).toEqual([{ subjectId: second }]);
  await expect
    .element(files.getByRole('button', { name: /Voucher.*Kind of file|Kind of file.*Voucher/ }))
    .toBeVisible();
  expect(await findings()).toEqual([]);
});
