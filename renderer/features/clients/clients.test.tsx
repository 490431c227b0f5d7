import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { compose } from '#test/support/compose.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { sectionsOf } from '../../state/sections.ts';
import { ClientScreen, ClientsScreen, NewClientDialog } from './public.ts';

let core: FakeHost;
let client: string;

const PAGE: OutputOf<'client.overview'> = {
  today: '2026-11-21',
  projects: { open: 1, warranty: 1, closed: 0, firstOn: '2025-01-05' },
  suggestion: {
    channel: 'meeting',
    reason: 'both',
    matter: { id: 'iss_00000000-0000-7000-8000-000000000001', title: '漏水', projectId: 'prj_1' },
  },
  feedback: { open: 2, untriaged: 1, complaints: 1 },
  concerns: 1,
  care: { open: 1, overdue: 1, next: { id: 'x', text: '回访', on: '2026-11-20' } },
  strategyReviewOn: null,
  unplanned: [{ id: 'prj_00000000-0000-7000-8000-000000000009', name: '泵站改造', points: 5 }],
  satisfaction: {
    answers: [
      { id: 'a', on: '2026-01-05', overall: 5, deliverable: 4, service: 5, project: null },
      { id: 'b', on: '2026-09-05', overall: 3, deliverable: 3, service: null, project: null },
    ],
    count: 2,
    last: 3,
    mean: 4,
    meanDeliverable: 3.5,
    meanService: 5,
    gap: -1,
    trend: 'falling',
  },
  repeat: { count: 1, referralsMade: 2, referralsWon: 1, referredBy: null },
};

const HABITS: OutputOf<'client.habits'> = {
  bought: [{ kind: 'direct', currency: 'CNY', projects: 2, contractMinor: 120_000_00 }],
  changes: [{ currency: 'CNY', count: 1, amountMinor: 500_00 }],
  adjustments: 1,
  said: [{ sort: null, count: 1 }],
  paid: { receipts: 2, meanDays: 9.6, lateShare: 0.5 },
  channels: [{ channel: 'im', count: 3 }],
  hours: [{ part: 'evening', count: 3 }],
};

const sums = {
  dueMinor: 120_000_00,
  receivedMinor: 20_000_00,
  outstandingMinor: 100_000_00,
  overdueMinor: 30_000_00,
  overdueCount: 1,
  claimableMinor: 0,
};
const MONEY: OutputOf<'money.client'> = {
  today: '2026-11-21',
  currencies: [
    {
      ...sums,
      currency: 'CNY',
      exposureMinor: 0,
      months: [],
      projects: [{ ...sums, projectId: 'prj_1', project: '泵站改造', exposureMinor: 0, next: null }],
    },
  ],
};

/** What the core says of the contacts that a test has put in. */
function timelineOf(): OutputOf<'client.timeline'> {
  const rows = (core.rows['comm_log'] ?? []).map((row) => ({
    kind: 'contact' as const,
    id: row.id,
    at: String(row['happened_at']),
    text: String(row['summary']),
    detail: row['next_step'] === null ? null : String(row['next_step']),
    status: null,
    channel: 'phone',
    direction: 'out' as const,
    dueOn: row['due_on'] === null ? null : String(row['due_on']),
    done: row['done_at'] !== null,
    projectId: null,
    project: null,
    contactId: null,
    contact: null,
    contactGone: false,
  }));
  return { rows, more: false };
}

beforeEach(() => {
  core = installFakeHost();
  core.answers['project.rows'] = () => [];
  client = core.put('client', { name: '华成建设', tier: 'key' });
  core.answers['client.overview'] = () => PAGE;
  core.answers['comm.lastContact'] = () => ({
    last: { id: 'com_1', on: '2026-10-02', channel: 'phone', summary: '电话' },
    state: 'overdue',
    limit: 7,
    due_on: '2026-10-09',
    days: 50,
  });
  core.answers['promise.rate'] = () => ({
    kept: 3,
    renegotiated: 0,
    broken: 1,
    open: 2,
    late: 1,
    rate: 0.75,
    byKind: [],
  });
  core.answers['client.timeline'] = timelineOf;
  core.answers['client.habits'] = () => HABITS;
  core.answers['client.signed'] = () => ({ documents: [] });
  core.answers['money.client'] = () => MONEY;
  core.answers['feedback.inbox'] = () => ({
    untriaged: 1,
    overdue: 0,
    clients: {},
    projects: {},
    people: ['李工'],
  });
  core.answers['client.rows'] = () =>
    (core.rows['client'] ?? []).map((row) => ({
      id: row.id,
      name: row['name'],
      name_en: null,
      industry: null,
      phone: null,
      tier: row['tier'],
      sample: false,
      contacts: '',
      openProjects: 1,
      lastContactAt: '2026-11-20T10:00:00',
      nextStepOn: '2026-11-19',
      openSteps: 1,
    }));
});

describe.each([
  ['zh-CN', 'light'],
  ['zh-TW', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)('in %s, %s', (locale, theme) => {
  it('the list has no accessibility finding', async () => {
    await show(<ClientsScreen />, locale, theme);
    await expect.element(page.getByRole('rowheader', { name: '华成建设' })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('the page has no accessibility finding', async () => {
    const contact = core.put('contact', { client_id: client, name: '李工', decision_role: 'payer' });
    core.put('comm_log', {
      client_id: client,
      contact_id: contact,
      happened_at: '2026-11-20T10:00:00',
      summary: '电话',
      next_step: '报价',
      due_on: '2026-11-19',
    });
    await show(<ClientScreen clientId={client} />, locale, theme);
    await expect.element(page.getByRole('heading', { name: '华成建设' })).toBeVisible();
    await page.getByRole('button', { name: '李工', exact: true }).click();
    expect(await findings()).toEqual([]);
  });
});

describe('the client list', () => {
  it('finds by pinyin initials and tells an empty filter from an empty list', async () => {
    core.put('client', { name: '北方机电' });
    await show(<ClientsScreen />);
    await page.getByRole('searchbox').fill('bfjd');
    await expect.element(page.getByRole('rowheader', { name: '北方机电' })).toBeVisible();
    await expect.element(page.getByRole('rowheader', { name: '华成建设' })).not.toBeInTheDocument();
    await page.getByRole('searchbox').fill('zzz');
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await expect.element(page.getByRole('rowheader', { name: '华成建设' })).toBeVisible();
  });
});

describe('the client card', () => {
  it('stores a field on Enter and on leaving it, and nothing on Esc', async () => {
    await show(<ClientScreen clientId={client} />);
    const phone = page.getByRole('textbox', { name: 'Phone', exact: true });
    await phone.fill('021-5555');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => core.asked('client.update'))
      .toEqual([{ id: client, patch: { phone: '021-5555' } }]);
    const address = page.getByLabelText('Address');
    await address.fill('Century Ave.');
    await userEvent.keyboard('{Escape}');
    await expect.element(address).toHaveValue('');
    await address.fill('Pudong');
    await phone.click();
    await expect
      .poll(() => core.asked('client.update').at(-1))
      .toEqual({ id: client, patch: { address: 'Pudong' } });
    expect(core.asked('client.update')).toHaveLength(2);
  });

  it('does not store half-composed text on the Enter that takes the candidate', async () => {
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('textbox', { name: 'Industry' }).click();
    const ime = await compose('jianzhu', '建筑');
    await ime.press('Enter');
    expect(core.asked('client.update')).toEqual([]);
    await ime.finish();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => core.asked('client.update'))
      .toEqual([{ id: client, patch: { industry: '建筑' } }]);
  });

  it('refuses an empty name in words and keeps the stored one', async () => {
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('textbox', { name: /^Name/ }).fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Please fill this in.')).toBeVisible();
    expect(core.asked('client.update')).toEqual([]);
  });
});

describe('contacts', () => {
  it('shows why an address was refused below its field', async () => {
    core.answers['contact.create'] = () => {
      throw {
        code: 'RULE_BROKEN',
        args: { entity: 'contact' },
        field: 'contact.email',
        reason: 'NOT_AN_EMAIL',
      };
    };
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Li');
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('li@');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(dialog.getByText(/This e-mail address is not complete/)).toBeVisible();
    await expect.element(dialog.getByRole('textbox', { name: 'E-mail' })).toHaveValue('li@');
    expect(await findings()).toEqual([]);
  });

  it('creates one contact for two quick key presses', async () => {
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /^Name/ }).fill('Wang');
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await expect.element(page.getByRole('button', { name: 'Wang', exact: true })).toBeVisible();
    expect(core.asked('contact.create')).toHaveLength(1);
  });
});

describe('logging a contact', () => {
  it('B1, B2: a contact or a client that is there already is said so before there are two', async () => {
    core.put('contact', { client_id: client, name: '李工', phone: '138 0000 1111' });
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabelText(/^Name/).fill('李 工');
    await dialog.getByLabelText(/^Phone/).fill('+86 13800001111');
    await userEvent.keyboard('{Tab}');
    await expect
      .element(dialog.getByText(/“李工” .* has this number already: the same person/))
      .toBeVisible();
    expect(core.asked('contact.create')).toEqual([]);
  });

  it('B16, O6: says which channel the client and the open matters ask for, while another one is chosen', async () => {
    await show(<ClientScreen clientId={client} />);
    const hint = page.getByText(/^Meeting would be better: because of the client and an open issue/);
    await expect.element(hint).toBeVisible();
    await page
      .getByRole('button', { name: /Phone.*Channel|Channel.*Phone/ })
      .first()
      .click();
    await page.getByRole('option', { name: 'Meeting' }).click();
    await expect.element(hint).not.toBeInTheDocument();
  });

  it('takes summary, next step and a typed date, and saves with Ctrl+Enter from the date itself', async () => {
    await show(<ClientScreen clientId={client} />);
    await page.getByLabelText(/^Summary/).fill('Agreed on the outage');
    await page.getByLabelText('Next step').fill('Send notice');
    await page.getByLabelText('Due').fill('+3d');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => core.asked('comm_log.create')).toHaveLength(1);
    expect(core.asked('comm_log.create')[0]).toMatchObject({
      values: {
        client_id: client,
        channel: 'phone',
        summary: 'Agreed on the outage',
        next_step: 'Send notice',
        due_on: '2026-11-24',
      },
    });
    await expect.element(page.getByLabelText(/^Summary/)).toHaveValue('');
    core.answers['today.done'] = () => ({});
    await page.getByText('Send notice').click();
    await expect.poll(() => core.asked('today.done')).toMatchObject([{ done: true }]);
  });

  it('does not save on the Ctrl+Enter of a composition, nor a date without a next step', async () => {
    await show(<ClientScreen clientId={client} />);
    await page.getByLabelText(/^Summary/).click();
    const ime = await compose('dianhua', '电话');
    await ime.press('Enter');
    await ime.finish();
    expect(core.asked('comm_log.create')).toEqual([]);
    await page.getByLabelText('Due').fill('+1d');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Please fill this in.')).toBeVisible();
    expect(core.asked('comm_log.create')).toEqual([]);
  });
});

it('a new client needs its name only', async () => {
  let closed = 0;
  await show(
    <NewClientDialog
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Please fill this in.')).toBeVisible();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Acme');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => closed).toBe(1);
  expect(core.asked('client.create')).toMatchObject([{ values: { name: 'Acme', tier: 'regular' } }]);
});

describe('the tabs of the page', () => {
  it.each(sectionsOf('client'))('%s has no accessibility finding', async (section) => {
    core.put('concern', { client_id: client, text: '工期会不会拖', raised_on: '2026-11-01' });
    core.put('feedback', { client_id: client, text: '太吵', received_on: '2026-11-01' });
    core.put('care_task', { client_id: client, text: '回访', due_on: '2026-12-01' });
    await show(<ClientScreen clientId={client} section={section} />);
    await expect.element(page.getByRole('heading', { name: '华成建设' })).toBeVisible();
    await expect.element(page.getByRole('tabpanel')).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('shows the client in numbers: last contact, promises, channel, satisfaction, money (B15, B16, P4)', async () => {
    await show(<ClientScreen clientId={client} />);
    await expect.element(page.getByText('because of the client and an open issue')).toBeVisible();
    await expect.element(page.getByText('too long ago')).toBeVisible();
    await expect.element(page.getByText('75%')).toBeVisible();
    await expect.element(page.getByText('3 of 5')).toBeVisible();
    await expect.element(page.getByText('below the target of 4')).toBeVisible();
    await expect.element(page.getByText(/30,000\.00 overdue \(1 instalment\)/)).toBeVisible();
  });

  it('plans the visits of a finished project with one click (B8, B9)', async () => {
    core.answers['care.plan'] = () => ({ ids: ['a', 'b', 'c', 'd', 'e'] });
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('button', { name: 'Plan 5 visits' }).click();
    await expect
      .poll(() => core.asked('care.plan'))
      .toEqual([{ projectId: 'prj_00000000-0000-7000-8000-000000000009', language: 'zh-CN' }]);
  });

  it('says what a client buys, complains about and how fast they pay (B6, V2)', async () => {
    await show(<ClientScreen clientId={client} section="knowledge" />);
    await expect.element(page.getByText('10 days late on average; 50% late')).toBeVisible();
    await expect.element(page.getByText('not sorted × 1')).toBeVisible();
  });

  it('filters the history and tells a filter without hits from an empty history (B3)', async () => {
    await show(<ClientScreen clientId={client} section="timeline" />);
    await expect.element(page.getByText(/Every call, e-mail and meeting/)).toBeVisible();
    await page.getByRole('searchbox').fill('valve');
    await expect
      .poll(() => core.asked('client.timeline').at(-1))
      .toMatchObject({ filter: { text: 'valve' } });
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await expect.element(page.getByText(/Every call, e-mail and meeting/)).toBeVisible();
  });

  it('makes a concern an expectation of the project that is chosen (B12)', async () => {
    const project = core.put('project', { client_id: client, name: '泵站改造' });
    const concern = core.put('concern', { client_id: client, text: '工期会不会拖', raised_on: '2026-11-01' });
    core.answers['client.toExpectation'] = () => ({ id: 'exp_1', projectId: project });
    await show(<ClientScreen clientId={client} section="concerns" itemId={concern} />);
    await page.getByRole('button', { name: 'Make it an expectation' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make it an expectation' }).click();
    await expect
      .poll(() => core.asked('client.toExpectation'))
      .toEqual([{ id: concern, projectId: project }]);
  });
});

describe('a contact who signed', () => {
  it('is deleted only after it was said what they signed, and that the name stays there', async () => {
    const contact = core.put('contact', { client_id: client, name: '李工' });
    core.answers['client.signed'] = () => ({
      documents: [{ id: 'doc_1', title: '目标确认书', on: '2026-11-02' }],
    });
    await show(<ClientScreen clientId={client} />);
    await page.getByRole('button', { name: 'Delete contact 李工' }).click();
    await expect.element(page.getByText(/The name and the signature stay on it/)).toBeVisible();
    await expect.element(page.getByText(/目标确认书/)).toBeVisible();
    expect(core.asked('contact.remove')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => core.asked('contact.remove')).toEqual([{ id: contact }]);
  });
});
