import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { SignDialog } from '../signing/public.ts';
import { GoalsScreen } from './GoalsScreen.tsx';

let ask: typeof request;
let client: string;
let project: string;

const SMART = {
  specific: '2 号手术室保持 15 Pa 正压',
  measurable: '连续 72 小时压差 12–18 Pa',
  achievable: '同型机组在三个项目上达到过',
  relevant: '卫监验收的必查项',
  time_bound: '2026-11-30 前',
};

beforeEach(async () => {
  ask = await startCore();
  client = (await ask('client.create', { values: { name: '华成医院', language: 'zh-CN' } })).id;
  project = (
    await ask('project.create', { values: { client_id: client, name: '净化工程', currency: 'CNY' } })
  ).id;
});
afterEach(stopCore);

const makeGoal = async (title: string, more: object = {}) =>
  (await ask('goal.create', { values: { project_id: project, title, ...SMART, ...more } })).id;
const issueGoals = () =>
  ask('document.issue', {
    kind: 'goals',
    subjectId: project,
    language: 'zh-CN',
    audience: 'client',
    replaceMissing: true,
  });

/** Draws a line across the pad as a mouse does. */
function scribble(canvas: Element): void {
  const box = canvas.getBoundingClientRect();
  const fire = (type: string, x: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        button: 0,
        bubbles: true,
        pressure: 0.5,
        clientX: box.left + x * box.width,
        clientY: box.top + y * box.height,
      }),
    );
  canvas.setPointerCapture = () => {};
  fire('pointerdown', 0.1, 0.5);
  for (let step = 1; step <= 12; step++) fire('pointermove', 0.1 + step * 0.06, step % 2 ? 0.3 : 0.7);
  fire('pointerup', 0.82, 0.7);
}

/** Scrolls through the pages, as they come, to the foot of the last. */
async function readToEnd(): Promise<void> {
  await expect
    .poll(() => {
      const view = document.querySelector('section[tabindex="0"]');
      view?.scrollTo(0, view.scrollHeight);
      return [...document.querySelectorAll('li[data-met="true"]')].some((line) =>
        line.textContent?.includes('read to its end'),
      );
    })
    .toBe(true);
}

it('MS-3 a: the sign button works only when the document was read to its end, the name entered, and signed', async () => {
  for (let n = 1; n <= 8; n++) await makeGoal(`目标 ${n}`);
  const { id } = await issueGoals();
  await showScreen(<SignDialog documentId={id} onClose={() => {}} />, 'en');
  const button = page.getByRole('button', { name: 'Sign', exact: true });
  await expect.element(button).toBeDisabled();
  await expect.poll(() => document.querySelectorAll('.rp-sheet').length).toBeGreaterThan(1);
  await page.getByRole('textbox', { name: /^Signed by/ }).fill('李工');
  const pad = page.getByRole('img', { name: 'Box for the signature, empty' });
  await expect.element(pad).toBeVisible();
  scribble(pad.element());
  await expect.element(page.getByRole('img', { name: 'Box for the signature, signed' })).toBeVisible();
  await expect.element(page.getByText('The document was read to its end')).toBeVisible();
  await expect.element(button).toBeDisabled();
  await readToEnd();
  await expect.element(button).toBeEnabled();
  await button.click();
  await expect.poll(async () => (await ask('signoff.list', {})).map(({ name }) => name)).toEqual(['李工']);
  // The other side takes over: nothing of the first one's is left.
  await expect.element(page.getByRole('img', { name: 'Box for the signature, empty' })).toBeVisible();
  await expect.element(button).toBeDisabled();
});

it('MS-3: a typed name signs after it was confirmed expressly, by keyboard alone', async () => {
  await makeGoal('压差达标');
  const { id } = await issueGoals();
  await showScreen(<SignDialog documentId={id} onClose={() => {}} />, 'en');
  await page.getByRole('textbox', { name: /^Signed by/ }).fill('李工');
  await page.getByText('Type', { exact: true }).click();
  const agree = page.getByRole('checkbox');
  await expect.element(agree).toBeVisible();
  await readToEnd();
  const button = page.getByRole('button', { name: 'Sign', exact: true });
  await expect.element(button).toBeDisabled();
  (agree.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(button).toBeEnabled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(async () => (await ask('signoff.list', {})).map(({ method }) => method))
    .toEqual(['typed']);
});

it('G17: a goal shows how many of its five fields are written, and each field says why it is asked for', async () => {
  await makeGoal('压差达标', { measurable: null });
  await showScreen(<GoalsScreen projectId={project} />, 'en');
  await expect.element(page.getByText('4/5')).toBeVisible();
  await page.getByRole('rowheader', { name: '压差达标' }).click();
  await expect.element(page.getByText(/Say how one can tell, so that acceptance has a basis/)).toBeVisible();
});

it('G15: a late milestone becomes a notice with its dates filled in', async () => {
  await ask('task.create', {
    values: {
      project_id: project,
      name: '消防验收',
      milestone: true,
      finish_at: '2026-12-25T17:00:00',
      commitment: 'promise',
      promised_on: '2026-12-18',
      client_visible: true,
    },
  });
  await showScreen(<GoalsScreen projectId={project} section="delays" />, 'en');
  await page.getByRole('button', { name: 'Write notice' }).click();
  await expect
    .poll(async () =>
      (await ask('delay_notice.list', {})).map(({ days, recovery_on }) => [days, recovery_on]),
    )
    .toEqual([[7, '2026-12-25']]);
  await expect.element(page.getByRole('rowheader', { name: '消防验收 will be 7 days late' })).toBeVisible();
});

it.each([
  ['goals', 'light'],
  ['charter', 'dark'],
  ['adjustments', 'light'],
  ['delays', 'dark'],
  ['signatures', 'light'],
] as const)('has no accessibility findings: %s, %s', async (section, theme) => {
  const goal = await makeGoal('压差达标');
  await ask('goal_status.create', { values: { goal_id: goal, judged_on: '2026-11-06', conformity: 95 } });
  await ask('goal_status.create', { values: { goal_id: goal, judged_on: '2026-11-20', conformity: 88 } });
  await ask('charter.create', { values: { project_id: project, purpose: '通过验收' } });
  await ask('adjustment.propose', { subjectId: goal, title: '提高压差' });
  await issueGoals();
  await showScreen(<GoalsScreen projectId={project} section={section} />, 'zh-CN', theme);
  const names = {
    goals: '压差达标',
    charter: '编辑范围清单',
    adjustments: '提高压差',
    delays: '延期说明',
    signatures: '核验签名',
  };
  await expect.element(page.getByText(names[section]).first()).toBeVisible();
  if (section === 'goals' || section === 'adjustments')
    await page.getByRole('rowheader', { name: names[section] }).click();
  const { violations } = await axe.run(document.body);
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)).toEqual(
    [],
  );
});
