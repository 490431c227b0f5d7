/**
 * The quick line of each register: one line and Enter make a whole record, by the keyboard alone. What it costs is
 * counted in keys: whoever types two a second is done in less than fifteen seconds.
 */
import { type ComponentType, createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { QueryName } from '#shared/ipc/contract.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { ClientScreen } from '../features/clients/public.ts';
import { CommunicationScreen } from '../features/communication/public.ts';
import { ContractScreen } from '../features/contract/public.ts';
import { ExpectationsScreen } from '../features/expectations/public.ts';
import { GoalsScreen } from '../features/goals/public.ts';
import { RequirementsScreen } from '../features/requirements/public.ts';
import { RiskScreen } from '../features/risks/public.ts';
import { TeamScreen } from '../features/team/public.ts';

let ask: typeof request;
let clientId: string;
let projectId: string;

beforeEach(async () => {
  ask = await startCore();
  ({ clientId, projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '泵站改造', start_on: '2026-11-02' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
  await ask('project.update', { id: projectId, patch: { manager: '王工' } });
  await ask('contract.create', {
    values: { project_id: projectId, title: '施工合同', total_minor: 50_000_000 },
  });
});
afterEach(stopCore);

interface Line {
  readonly entity: EntityType;
  readonly screen: () => ReactNode;
  readonly typed: string;
  /** What the line became, beside what every record of its type must have. */
  readonly made: Readonly<Record<string, unknown>>;
}

/** Screens take different places and sections; what they are given here fits each. */
type AnyScreen = ComponentType<Readonly<Record<string, string>>>;
const inProject = (screen: unknown, section: string) => (): ReactNode =>
  createElement(screen as AnyScreen, { projectId, section });
const ofClient = (section: string) => (): ReactNode =>
  createElement(ClientScreen as unknown as AnyScreen, { clientId, section });

const line = (
  entity: EntityType,
  screen: () => ReactNode,
  typed: string,
  made: Line['made'] = { [entityOf(entity).title]: typed },
): Line => ({ entity, screen, typed, made });

/** B–H, O, P: the registers that are filled in while people talk. */
const LINES: readonly Line[] = [
  line('requirement', inProject(RequirementsScreen, 'requirements'), '夜间噪声低于 45 分贝'),
  line('elicitation', inProject(RequirementsScreen, 'sessions'), '门诊护士长访谈'),
  line('expectation', inProject(ExpectationsScreen, 'register'), '施工期间不停水'),
  line('demo', inProject(ExpectationsScreen, 'demos'), '一号泵试运行'),
  line('rectification', inProject(ExpectationsScreen, 'rectifications'), '阀门井盖更换'),
  line('value_statement', inProject(ExpectationsScreen, 'values'), '每年省电 8 万元'),
  line('goal', inProject(GoalsScreen, 'goals'), '六月底前通水'),
  line('adjustment', inProject(GoalsScreen, 'adjustments'), '通水日期顺延'),
  line('delay_notice', inProject(GoalsScreen, 'delays'), '泵组到货延误'),
  line('clause', inProject(ContractScreen, 'clauses'), '逾期违约金', {
    title: '逾期违约金',
    kind: 'liability',
  }),
  line('deliverable', inProject(ContractScreen, 'deliverables'), '竣工资料'),
  line('payment_stage', inProject(ContractScreen, 'money'), '预付款 30%', { name: '预付款', percent: 30 }),
  line('legal_consultation', inProject(ContractScreen, 'legal'), '违约金上限是否有效'),
  line('comm_plan_item', inProject(CommunicationScreen, 'plan'), '通报整改进展'),
  line('meeting', inProject(CommunicationScreen, 'meetings'), '第八周例会'),
  line('promise', inProject(CommunicationScreen, 'promises'), '下周三前给方案', {
    text: '下周三前给方案',
    due_on: '2026-11-25',
    owner: '王工',
  }),
  line('glossary_term', inProject(CommunicationScreen, 'glossary'), '新风机组'),
  line('decision', inProject(RiskScreen, 'decisions'), '选哪一种泵'),
  line('party_link', inProject(TeamScreen, 'parties'), '市排水公司'),
  line('team_member', inProject(TeamScreen, 'team'), '李工'),
  line('duty', inProject(TeamScreen, 'duties'), '每周汇报 @王工', { object: '每周汇报', person: '王工' }),
  line('handover', inProject(TeamScreen, 'handovers'), '销售移交实施'),
  line('coordination_issue', inProject(TeamScreen, 'coordination'), '塔吊冲突'),
  line('morale_pulse', inProject(TeamScreen, 'morale'), '4 气氛好', { score: 4, note: '气氛好' }),
  line('concern', ofClient('concerns'), '担心停水太久'),
  line('market_note', ofClient('strategy'), '同行报价下降'),
];

/** A minute of typing at two keys a second has 120; fifteen seconds have 30. */
const KEYS = 30;
/** Tabs from the head of the screen to the line. */
const MOST_TABS = 24;

const isQuickLine = (element: Element | null): boolean =>
  element instanceof HTMLInputElement && element.closest('[class*="quickAdd"]') !== null;

async function tabToLine(): Promise<number> {
  for (let tabs = 1; tabs <= MOST_TABS; tabs++) {
    await userEvent.keyboard('{Tab}');
    if (isQuickLine(document.activeElement)) return tabs;
  }
  return Number.POSITIVE_INFINITY;
}

describe('the quick line of each register (C5, B3, G1, O2, P2)', () => {
  it.each(LINES)(
    '$entity: "$typed" and Enter, then the next one',
    async ({ entity, screen, typed, made }) => {
      await showScreen(screen());
      await expect.poll(() => document.querySelector('[class*="quickAdd"] input')).not.toBeNull();
      expect(await tabToLine()).toBeLessThanOrEqual(MOST_TABS);
      await userEvent.keyboard(`${typed.replace(/[[{]/g, '$&$&')}{Enter}`);
      const list = `${entity}.list` as QueryName;
      const rows = async () =>
        (await ask(list, {} as never)) as unknown as readonly Record<string, unknown>[];
      await expect.poll(async () => (await rows()).length).toBe(1);
      expect(await rows()).toMatchObject([made]);
      expect(typed.length + 1).toBeLessThanOrEqual(KEYS);
      // Ready for the next one: the cursor is still in the line, and the line is empty.
      expect(isQuickLine(document.activeElement)).toBe(true);
      await expect.poll(() => (document.activeElement as HTMLInputElement).value).toBe('');
    },
  );
});
