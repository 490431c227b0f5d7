import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { RiskScreen } from './RiskScreen.tsx';

let ask: typeof request;
let project: string;

beforeEach(async () => {
  ask = await startCore();
  const client = await ask('client.create', { values: { name: '华成建设' } });
  project = (await ask('project.create', { values: { client_id: client.id, name: '冷库改造' } })).id;
});
afterEach(stopCore);

const addRisk = async (values: object) =>
  (await ask('risk.create', { values: { project_id: project, title: '断供', ...values } })).id;

async function seed() {
  const id = await addRisk({
    title: '冷媒管道供货延迟',
    category: 'supply',
    cause: '供应商产能不足',
    event: '管道晚到两周',
    effect: '安装停工',
    probability: 4,
    impact: 4,
    residual_probability: 2,
    residual_impact: 3,
    owner: '张工',
    client_visible: true,
    review_on: '2026-11-20',
  });
  await ask('risk_action.create', {
    values: { risk_id: id, text: '提前一周催货', owner: '李工', due_on: '2026-11-19' },
  });
  await ask('risk_action.create', { values: { risk_id: id, kind: 'contingency', text: '启用第二供应商' } });
  await addRisk({ title: '设计变更', category: 'design_change', probability: 3, impact: 3 });
  await addRisk({ title: '恶劣天气', category: 'weather' });
  await addRisk({ title: '关键人员离开', category: 'resource', probability: 5, impact: 4, owner: '王工' });
  return id;
}

const show = (locale: Locale = 'zh-CN', theme: 'light' | 'dark' = 'light', itemId?: string) =>
  showScreen(<RiskScreen projectId={project} itemId={itemId} />, locale, theme);
const row = (name: string) => page.getByRole('rowheader', { name });
const register = () => ask('risk.register', { project_id: project });

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('the risk register', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('is accessible in %s, %s, with matrix, list and panel', async (locale, theme) => {
    const id = await seed();
    await ask('risk.review', { id, probability: 4, impact: 4, note: '供应商已确认排产' });
    await ask('risk.review', { id, probability: 3, impact: 4, note: null });
    await show(locale, theme, id);
    await expect.element(row('冷媒管道供货延迟')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});
