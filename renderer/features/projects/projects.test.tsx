import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { selectRoute, useRouteStore } from '../../state/route.ts';
import { NewProjectDialog, ProjectScreen, ProjectsScreen } from './public.ts';

const figures = {
  tasks: 4,
  tasksDone: 1,
  tasksLate: 1,
  progress: 40,
  openRisks: 2,
  highRisks: 1,
  status: 'late',
  nextMilestone: { id: 'tsk_1', name: '验收', on: '2026-12-05' },
  nextReportOn: '2026-11-20',
};

let core: FakeHost;
let client: string;
let project: string;

beforeEach(() => {
  core = installFakeHost();
  client = core.put('client', { name: 'Huacheng' });
  project = core.put('project', { client_id: client, name: 'Data centre', code: 'P-1' });
  core.answers['project.figures'] = () => figures;
  core.answers['expectation.radar'] = () => ({
    since: '2026-11-07',
    axes: [],
    average: 95,
    status: 'bad',
    unmetBasics: [{ id: 'exp_1', no: 1, text: '用电安全', aspect: 'quality', current: 60 }],
    unagreed: [],
    late: [],
    principles: [],
  });
  core.answers['money.project'] = () => ({
    currency: 'CNY',
    contracts: [{ id: 'ctr_1' }],
    in: { outstandingMinor: 35_000_000, overdueMinor: 15_000_000 },
    next: null,
    exposure: [{ title: '逾期违约金' }],
    exposureMinor: 350_000,
  });
  core.answers['stage.gate'] = () => ({
    stage: 'execution',
    next: 'acceptance',
    checks: [],
    own: [],
    principles: [],
  });
  core.answers['project.suggestions'] = () => ({ frequency: 'weekly', health: {} });
  core.answers['project.modules'] = () => [];
  core.answers['project.rows'] = () =>
    (core.rows['project'] ?? []).map((row) => ({
      id: row.id,
      client_id: client,
      clientName: 'Huacheng',
      name: row['name'],
      code: row['code'],
      kind: 'direct',
      stage: 'execution',
      sample: true,
      ...figures,
    }));
  core.answers['project.createWithCalendar'] = () => ({ projectId: project, clientId: client });
});

describe.each([
  ['zh-CN', 'dark'],
  ['zh-TW', 'light'],
  ['en', 'light'],
] as const)('in %s, %s', (locale, theme) => {
  it('list, overview and dialog have no accessibility finding', async () => {
    const list = await show(<ProjectsScreen />, locale, theme);
    await expect.element(page.getByRole('rowheader', { name: /Data centre/ })).toBeVisible();
    expect(await findings()).toEqual([]);
    await list.unmount();
    const overview = await show(<ProjectScreen projectId={project} />, locale, theme);
    await expect.element(page.getByRole('heading', { name: 'P-1 Data centre' })).toBeVisible();
    expect(await findings()).toEqual([]);
    await overview.unmount();
    await show(<NewProjectDialog clientId={undefined} onClose={() => {}} />, locale, theme);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('a new project', () => {
  const open = () => show(<NewProjectDialog clientId={undefined} onClose={() => {}} />);
  const asked = () => core.asked('project.createWithCalendar');

  it('needs name and client, and says so at both', async () => {
    await open();
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect.poll(() => page.getByText('Please fill this in.').elements().length).toBe(2);
    expect(asked()).toEqual([]);
  });

  it('takes a typed name as a new client, an amount and a date as people write them', async () => {
    await open();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Refit');
    await page.getByRole('combobox').fill('Northern Power');
    await userEvent.keyboard('{Escape}');
    await page.getByLabelText('Contract sum').fill('12.5k');
    await page.getByLabelText('Start').fill('+1w');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(asked).toHaveLength(1);
    expect(asked()[0]).toMatchObject({
      client: { name: 'Northern Power' },
      values: { name: 'Refit', contract_minor: 1_250_000, start_on: '2026-11-28', currency: 'CNY' },
      calendar: 'standard',
    });
    await expect
      .poll(() => selectRoute(useRouteStore.getState()))
      .toEqual({ name: 'project', projectId: project });
  });

  it('uses the client that is there under that name', async () => {
    await open();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Refit');
    await page.getByRole('combobox').fill('Hua');
    await page.getByRole('option', { name: 'Huacheng' }).click();
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect.poll(asked).toMatchObject([{ client: { id: client } }]);
  });
});

describe('the overview', () => {
  it('E3, MS-12: says what is overdue and what a delay would cost, and leads to the money', async () => {
    await show(<ProjectScreen projectId={project} />, 'zh-CN');
    await expect.element(page.getByText('逾期 ¥15万')).toBeVisible();
    await page.getByRole('button', { name: /违约金敞口/ }).click();
    expect(selectRoute(useRouteStore.getState())).toEqual({
      name: 'contract',
      projectId: project,
      section: 'money',
    });
  });

  it('MS-4: names an unmet basic expectation beside the average', async () => {
    await show(<ProjectScreen projectId={project} />, 'zh-CN');
    const tile = page.getByRole('button', { name: /客户期望/ });
    await expect.element(tile).toHaveTextContent('客户期望95%基本型未满足 1 条');
    await tile.click();
    expect(selectRoute(useRouteStore.getState())).toEqual({
      name: 'expectations',
      projectId: project,
      section: 'gap',
    });
  });

  it('stores each field by itself', async () => {
    await show(<ProjectScreen projectId={project} />);
    await page.getByLabelText('Contract sum').fill('8000');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => core.asked('project.update'))
      .toEqual([{ id: project, patch: { contract_minor: 800_000 } }]);
    await page.getByRole('button', { name: /Report day/ }).click();
    await page.getByRole('option', { name: 'Monday' }).click();
    await expect
      .poll(() => core.asked('project.update').at(-1))
      .toEqual({ id: project, patch: { report_weekday: 1 } });
  });

  it('shows at the field that a date was refused', async () => {
    core.answers['project.update'] = () => {
      throw { code: 'RULE_BROKEN', args: {}, field: 'project.finish_on', reason: 'DATES_REVERSED' };
    };
    await show(<ProjectScreen projectId={project} />);
    await page.getByLabelText('Start').fill('2026-12-01');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/The finish lies before the start/)).toBeVisible();
  });

  it('stands for a deleted project with a way to the trash', async () => {
    core.rows['project'] = [];
    await show(<ProjectScreen projectId={project} />);
    await page.getByRole('button', { name: 'Open the trash' }).click();
    expect(selectRoute(useRouteStore.getState())).toEqual({ name: 'history' });
  });
});
