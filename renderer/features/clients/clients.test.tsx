import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { compose } from '#test/support/compose.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { ClientScreen, ClientsScreen, NewClientDialog } from './public.ts';

let core: FakeHost;
let client: string;

beforeEach(() => {
  core = installFakeHost();
  core.answers['project.rows'] = () => [];
  client = core.put('client', { name: '华成建设', tier: 'key' });
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
    await page.getByText('Send notice').click();
    await expect.poll(() => core.asked('comm_log.update')).toHaveLength(1);
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
