import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { SectionOf } from '#renderer/state/sections.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { ContractScreen } from './ContractScreen.tsx';

let ask: typeof request;
let projectId: string;
let contractId: string;

beforeEach(async () => {
  ask = await startCore();
  ({ projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '泵站改造', start_on: '2026-11-02' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
});
afterEach(stopCore);

async function seed() {
  const values = { project_id: projectId, title: '泵站改造工程合同', total_minor: 50_000_000 };
  contractId = (await ask('contract.create', { values })).id;
  const milestone = (
    await ask('plan.addTask', {
      projectId,
      place: { where: 'end', id: null },
      name: '机组通水',
      milestone: true,
    })
  ).id;
  await ask('plan.editTask', { id: milestone, patch: { start: '2026-12-21' } });
  const clause = { contract_id: contractId };
  await ask('clause.create', {
    values: {
      ...clause,
      kind: 'liability',
      number: '8.2',
      title: '逾期违约金',
      task_id: milestone,
      due_on: '2026-12-10',
      rate_percent: 0.1,
      cap_percent: 5,
      grace_days: 2,
    },
  });
  await ask('clause.create', { values: { ...clause, kind: 'dispute', number: '12', title: '争议解决' } });
  await ask('payment_stage.create', {
    values: { ...clause, name: '预付款', percent: 30, due_rule: 'signing', due_days: 7 },
  });
  await ask('payment_stage.create', {
    values: { ...clause, name: '通水款', percent: 65, due_rule: 'milestone', task_id: milestone },
  });
}

const show = (section: SectionOf<'contract'>, locale: Locale = 'zh-CN', theme: 'light' | 'dark' = 'light') =>
  showScreen(<ContractScreen projectId={projectId} section={section} />, locale, theme);
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('the contract screen', () => {
  it('D: starts with one contract, created by its name', async () => {
    await show('facts');
    await button('新建合同').click();
    await page.getByLabelText('合同总额').fill('50万');
    await userEvent.keyboard('{Tab}{Control>}{Enter}{/Control}');
    await expect.element(page.getByRole('tab', { name: '签订前检查' })).toBeVisible();
    expect(await ask('contract.list', { where: { project_id: projectId } })).toMatchObject([
      { title: '泵站改造 合同', total_minor: 50_000_000, direction: 'upstream' },
    ]);
  });

  it('D15: a gap leads to what fills it; signing with gaps asks for a reason and seals the contract', async () => {
    await seed();
    await show('check');
    await button('补上条款: 变更流程').click();
    await expect.element(page.getByRole('textbox', { name: '答复期限（天）' })).toBeVisible();
    await page.getByRole('tab', { name: '签订前检查' }).click();
    await expect.element(button('打开条款: 变更流程')).toBeVisible();
    expect(await findings()).toEqual([]);
    await button('签订…').click();
    await button('确认签订').click();
    await expect.element(page.getByText('请填写这一项。').first()).toBeVisible();
    await page.getByRole('textbox', { name: /带缺口签订的理由/ }).fill('补充协议另签');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/已于 2026-11-21 签订/)).toBeVisible();
    await expect.element(page.getByText(/签订时尚有 \d+ 处缺口，理由：补充协议另签/)).toBeVisible();
    expect(await ask('contract.get', { id: contractId })).toMatchObject({ status: 'signed' });
  });

  it('D1: clauses are put in order with the keys and by dragging, and the cursor goes with the clause', async () => {
    await seed();
    await ask('clause.create', { values: { contract_id: contractId, kind: 'other', title: '其他' } });
    await show('clauses');
    const order = async () =>
      (await ask('clause.list', { where: { contract_id: contractId } })).map(({ title }) => title);
    const row = (name: string) => page.getByRole('rowheader', { name });
    await row('其他').click();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    await expect.poll(order).toEqual(['逾期违约金', '其他', '争议解决']);
    await expect.element(row('其他')).toHaveFocus();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    await expect.poll(order).toEqual(['其他', '逾期违约金', '争议解决']);
    const grip = page.getByRole('row', { name: /其他/ }).element().querySelector('[draggable]');
    await userEvent.dragAndDrop(grip as Element, row('争议解决').element());
    await expect.poll(order).toEqual(['逾期违约金', '争议解决', '其他']);
    await page.getByRole('columnheader', { name: '标题' }).click();
    await row('其他').click();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    await expect.element(page.getByText('按“顺序”列排序后才能调整顺序')).toBeVisible();
    expect(await order()).toEqual(['逾期违约金', '争议解决', '其他']);
  });

  it('D1, D: what was signed is shown as it stays, says why, and leads to the fees and the adjustments', async () => {
    await seed();
    await ask('contract.sign', { id: contractId, signedOn: '2026-11-01', reason: '补充协议另签' });
    await show('facts');
    const total = page.getByRole('textbox', { name: '合同总额' });
    await expect.element(total).toHaveValue('¥500,000.00');
    await expect.element(total).toHaveAttribute('readonly');
    await expect.element(page.getByRole('textbox', { name: '备注' })).not.toHaveAttribute('readonly');
    await expect.element(button('新增合同当事方')).not.toBeInTheDocument();
    await button('“合同总额”为什么不能改').click();
    const why = page.getByRole('dialog');
    await expect.element(why.getByText(/合同已于 2026-11-01 签订/)).toBeVisible();
    expect(await findings()).toEqual([]);
    await why.getByRole('button', { name: '记变更费用' }).click();
    await expect.element(page.getByPlaceholder(/^额外或变更费用/)).toBeVisible();
    await page.getByRole('tab', { name: '条款' }).click();
    await expect.element(page.getByPlaceholder(/^条款标题/)).not.toBeInTheDocument();
    await page.getByText('逾期违约金').first().click();
    await expect.element(page.getByRole('textbox', { name: '标题' })).toHaveAttribute('readonly');
  });

  it('MS-12, W5: the money of the contract, its difference and the exposure are seen together', async () => {
    await seed();
    await ask('contract.sign', { id: contractId, signedOn: '2026-11-01', reason: '补充协议另签' });
    await show('money');
    await expect.element(page.getByText('分期合计与应收合计相差 -¥25,000.00。')).toBeVisible();
    await expect.element(page.getByText('¥4,500.00').first()).toBeVisible();
    await page.getByText('预付款', { exact: true }).first().click();
    await expect.element(page.getByText('壹拾伍万元整')).toBeVisible();
    await button('今天请款').click();
    await expect.poll(() => ask('payment_stage.list', {})).toMatchObject([{ claimed_on: '2026-11-21' }, {}]);
    expect(await findings()).toEqual([]);
    await page.getByText('回款预期', { exact: true }).click();
    await expect.element(page.getByText('已逾期 13 天').first()).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('E2: one line makes an instalment; Enter of an input method does not', async () => {
    await seed();
    await show('money');
    const line = page.getByPlaceholder(/预付款 30%$/);
    await line.fill('质保金 5%');
    const composing = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true });
    line.element().dispatchEvent(composing);
    expect(await ask('payment_stage.list', {})).toHaveLength(2);
    await line.click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('rowheader', { name: '质保金' })).toBeVisible();
    expect(await ask('payment_stage.list', {})).toMatchObject([{}, {}, { name: '质保金', percent: 5 }]);
  });

  it('E2: an instalment due on a day off says so, and when the money can be there', async () => {
    await seed();
    await ask('contract.sign', { id: contractId, signedOn: '2026-11-01', reason: '补充协议另签' });
    await show('money');
    await page.getByText('预付款', { exact: true }).first().click();
    await expect.element(page.getByText(/2026-11-08.*不是工作日，.*下一个工作日 2026-11-09/)).toBeVisible();
    await page.getByText('通水款', { exact: true }).first().click();
    await expect.element(page.getByText(/2026-12-21/).first()).toBeVisible();
    await expect.element(page.getByText(/不是工作日/)).not.toBeInTheDocument();
  });

  it('D2: deliverables are put in order with the keys, like the clauses', async () => {
    await seed();
    for (const name of ['深化图', '设备', '竣工资料'])
      await ask('deliverable.create', { values: { project_id: projectId, name } });
    await show('deliverables');
    const row = page.getByRole('rowheader', { name: '竣工资料' });
    await row.click();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    const order = async () =>
      (await ask('deliverable.list', { where: { project_id: projectId } })).map(({ name }) => name);
    await expect.poll(order).toEqual(['深化图', '竣工资料', '设备']);
    await expect.element(row).toHaveFocus();
  });

  it('X9, D2: a day outside the project, or of a stage that is over, is remarked and kept', async () => {
    await seed();
    await ask('project.update', { id: projectId, patch: { finish_on: '2027-03-31' } });
    const values = { project_id: projectId, name: '竣工资料', due_on: '2027-04-07' };
    const { id } = await ask('deliverable.create', { values });
    await show('deliverables');
    await page.getByRole('rowheader', { name: '竣工资料' }).click();
    await expect.element(page.getByText('晚于项目结束（2027-03-31），请核对。')).toBeVisible();
    await ask('deliverable.update', { id, patch: { stage: 'warranty' } });
    await expect.element(page.getByText(/晚于项目结束/)).not.toBeInTheDocument();
  });

  it('E4, D16: costs against the budget, and rules to be kept, in English and dark', async () => {
    await seed();
    const values = { project_id: projectId, category: 'material', text: '水泵' } as const;
    await ask('budget_line.create', { values: { ...values, planned_minor: 20_000_000 } });
    await ask('cost_entry.create', {
      values: { ...values, spent_on: '2026-11-11', amount_minor: 21_000_000 },
    });
    await show('costs', 'en', 'dark');
    await expect.element(page.getByText('¥10,000.00 over budget').first()).toBeVisible();
    expect(await findings()).toEqual([]);
    await page.getByRole('tab', { name: 'Legal' }).click();
    await expect.element(page.getByPlaceholder('Question for the adviser')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});
