/** A working day without a mouse: from the first start to a report that was sent, and back again with undo. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogues } from '#shared/i18n/index.ts';
import { settled, type Watch, watch } from '#test/support/driving.ts';
import { type Launched, launchMilepost } from '#test/support/launch.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { pdfText } from '#test/support/pdfText.ts';

const t = catalogues.en;
const CLIENT = '华成建设 Huacheng';
const PROJECT = '满意度提升工程';
const RISK = '设备到货延误';

let work: string;
let app: Launched;
let seen: Watch;
const page = (): Page => app.page;
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page().keyboard.press(key)), Promise.resolve());

async function start(): Promise<void> {
  app = await launchMilepost({ lang: 'en', dataDir: join(work, 'data') });
  seen = await watch(app);
  await app.host.show();
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'milepost-journey-'));
  await start();
});
afterAll(async () => {
  await app.close();
  rmSync(work, { recursive: true, force: true });
});

const focused = (target: Locator): Promise<boolean> =>
  target
    .first()
    .evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement),
      null,
      { timeout: 1000 },
    )
    .catch(() => false);

const inSameToolbar = (target: Locator): Promise<boolean> =>
  target
    .first()
    .evaluate(
      (element) =>
        document.activeElement?.closest('[role="toolbar"]')?.contains(element) === true &&
        !(document.activeElement instanceof HTMLInputElement),
      null,
      { timeout: 1000 },
    )
    .catch(() => false);

/** Walks with Tab until the focus is on the target: what cannot be reached so does not exist for the keyboard. */
async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < 200; step++) {
    if (await focused(target)) return;
    // A toolbar is one stop of Tab; the arrow keys walk inside.
    await press((await inSameToolbar(target)) ? 'ArrowRight' : key);
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

const button = (name: string | RegExp): Locator => page().getByRole('button', { name, exact: true });
const dialog = (name: string): Locator => page().getByRole('dialog', { name });
const field = (name: string | RegExp): Locator => page().getByRole('textbox', { name });
async function activate(target: Locator): Promise<void> {
  await tabTo(target);
  await press('Enter');
}

async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await page().keyboard.insertText(text);
}

/** Runs a command by its name, as the palette offers it. */
async function command(name: string): Promise<void> {
  await press('Control+K');
  await page().getByRole('dialog').waitFor();
  await page().keyboard.insertText(name);
  await page().getByRole('menuitem', { name }).first().waitFor();
  await press('Enter');
}

test('the first start asks three questions and leads to an empty app', async () => {
  await activate(button(t.common.verb.next));
  await page().keyboard.insertText('Wardle 工程');
  await activate(button(t.common.verb.next));
  await tabTo(page().getByRole('radio', { name: t.onboarding.startSample }));
  await press('ArrowDown');
  await activate(button(t.onboarding.finish));
  await settled(page());
  expect(await app.request('company.list', {})).toMatchObject([{ name: 'Wardle 工程' }]);
});

test('a client with two contacts, and a call with its next step', async () => {
  await command(t.shell.new.client);
  await typeInto(
    dialog(t.shell.new.client).getByRole('textbox', { name: t.model.client.fields.name }).first(),
    CLIENT,
  );
  await press('Control+Enter');
  await page().getByRole('heading', { name: CLIENT, level: 1 }).waitFor();
  for (const [name, email] of [
    ['李工', 'li@example.com'],
    ['王总', 'wang@example.com'],
  ] as const) {
    await activate(button(t.client.newContact));
    await typeInto(
      page().getByRole('dialog').getByRole('textbox', { name: t.model.contact.fields.name }).first(),
      name,
    );
    await typeInto(field(t.model.contact.fields.email), email);
    if (name === '李工') {
      await tabTo(
        page()
          .getByRole('dialog')
          .getByRole('button', { name: new RegExp(t.model.contact.fields.report_copy) }),
      );
      await page().keyboard.type(t.model.contact.enums.report_copy.to);
    }
    await press('Control+Enter');
    await page().getByRole('dialog').waitFor({ state: 'detached' });
  }
  await typeInto(field(t.model.comm_log.fields.summary), '电话：确认进场日期');
  await typeInto(field(t.model.comm_log.fields.next_step), '发送报价');
  await typeInto(page().getByLabel(t.model.comm_log.fields.due_on), '+3d');
  await press('Control+Enter');
  await expect
    .poll(() => app.request('comm_log.list', {}), { timeout: 10_000 })
    .toMatchObject([{ next_step: '发送报价' }]);
  expect(await app.request('contact.list', {})).toHaveLength(2);
});

test('a project, and a plan that is typed', async () => {
  await activate(button(t.shell.new.project));
  await page().getByRole('dialog').waitFor();
  await tabTo(page().getByRole('dialog').getByRole('textbox', { name: t.model.project.fields.name }));
  await page().keyboard.insertText(PROJECT);
  await press('Control+Enter');
  await page()
    .getByRole('heading', { name: new RegExp(PROJECT) })
    .waitFor();
  await command(t.shell.new.task);
  await page().getByRole('treegrid').waitFor();
  await settled(page());
  await tabTo(page().getByRole('treegrid'));
  await press('F2');
  await press('Control+A');
  await page().keyboard.insertText('基础施工');
  await press('Enter');
  await expect
    .poll(async () => (await app.request('task.list', {})).map((task) => task.name), { timeout: 10_000 })
    .toContain('基础施工');
});

test('a file of Microsoft Project becomes a project of the same client', async () => {
  await command(t.shell.new.import);
  const file = join(work, '计划.xml');
  // A finish that start and duration do not give, so that there is something to remark on.
  const tasks = [
    { Name: '测量', Duration: 'PT4H0M0S' },
    {
      Name: '砌墙',
      links: [
        { PredecessorUID: 1, Type: 1 },
        { PredecessorUID: 99, Type: 1 },
      ],
    },
  ];
  writeFileSync(file, mspdiText({ tasks }));
  const chooser = page().waitForEvent('filechooser');
  await activate(button(t.common.file.choose));
  await (await chooser).setFiles(file);
  await field(t.import.projectName).waitFor({ timeout: 30_000 });
  await tabTo(field(t.import.projectName));
  await press('Control+A');
  await page().keyboard.insertText('导入的计划');
  await activate(button(t.import.importNow));
  await page().getByRole('treegrid').waitFor({ timeout: 30_000 });
  const projects = await app.request('project.list', {});
  expect(projects.map((project) => project.name).sort()).toEqual([PROJECT, '导入的计划'].sort());
  expect(await app.request('client.list', {})).toHaveLength(1);
  // What was read stays with the project.
  await press('Control+5');
  await activate(button(t.import.reportTitle));
  await dialog(t.import.reportTitle).getByText(t.import.remarks).first().waitFor();
  await press('Escape');
  await dialog(t.import.reportTitle).waitFor({ state: 'detached' });
});

test('a risk is written down with one line', async () => {
  await press('Control+7');
  await page().getByRole('heading', { level: 1 }).waitFor();
  await settled(page());
  await tabTo(page().getByRole('textbox').first());
  await page().keyboard.insertText(RISK);
  await press('Enter');
  await expect.poll(() => app.request('risk.list', {}), { timeout: 10_000 }).toMatchObject([{ title: RISK }]);
});

test('a report is composed, frozen, saved, drafted as e-mail and marked as sent', async () => {
  await press('Control+8');
  await activate(button(t.report.screen.new));
  await page().getByRole('dialog').waitFor();
  await expect.poll(() => button(t.common.verb.create).isEnabled(), { timeout: 10_000 }).toBe(true);
  await press('Control+Enter');
  await page().locator('.rp-sheet').first().waitFor({ timeout: 30_000 });
  await typeInto(field(t.report.screen.words).first(), '本期进展顺利，设备已进场。');
  await press('Tab');
  await activate(button(t.report.screen.freeze));
  await activate(page().getByRole('alertdialog').getByRole('button', { name: t.report.screen.freezeAction }));
  await button(t.report.screen.savePdf).waitFor({ timeout: 60_000 });
  await activate(button(t.report.screen.savePdf));
  const exported = (extension: string): string[] =>
    existsSync(app.exportDir) ? readdirSync(app.exportDir).filter((name) => name.endsWith(extension)) : [];
  await expect.poll(() => exported('.pdf').length, { timeout: 20_000 }).toBe(1);
  await activate(button(t.report.screen.mailDraft));
  await expect.poll(() => exported('.eml').length, { timeout: 20_000 }).toBe(1);
  const [pdf = ''] = exported('.pdf');
  await expect.poll(() => readFileSync(join(app.exportDir, pdf)).byteLength).toBeGreaterThan(1000);
  const text = (await pdfText(readFileSync(join(app.exportDir, pdf)))).join('').replace(/\s+/g, '');
  expect(text).toContain('本期进展顺利，设备已进场。');
  expect(text).toContain('导入的计划');
  if (await page().getByRole('dialog').isVisible()) await press('Escape');
  await activate(button(t.report.screen.markSent));
  await activate(page().getByRole('alertdialog').getByRole('button', { name: t.report.screen.markSent }));
  await expect
    .poll(async () => (await app.request('report.list', {})).map((report) => report.state), {
      timeout: 10_000,
    })
    .toEqual(['sent']);
});

test('undo and redo go on after a restart; the trash gives back what was deleted', async () => {
  await command(t.shell.nav.clients);
  await settled(page());
  const [client] = await app.request('client.list', {});
  await app.request('client.update', { id: client?.id ?? '', patch: { phone: '123' } });
  expect(seen.problems()).toEqual([]);
  await app.close();
  await start();
  await settled(page());
  const phone = async () => (await app.request('client.list', {}))[0]?.phone;
  await press('Control+Z');
  await expect.poll(phone, { timeout: 10_000 }).toBeNull();
  await press('Control+Shift+Z');
  await expect.poll(phone, { timeout: 10_000 }).toBe('123');
  await app.request('client.remove', { id: client?.id ?? '' });
  expect(await app.request('project.list', {})).toEqual([]);
  await command(t.shell.nav.history);
  await settled(page());
  await activate(
    page()
      .getByRole('button', { name: new RegExp(t.common.verb.restore) })
      .first(),
  );
  await expect.poll(async () => (await app.request('project.list', {})).length, { timeout: 10_000 }).toBe(2);
  expect(seen.problems()).toEqual([]);
});

test('Enter that ends a composition submits nothing, in the fields where most is typed', async () => {
  const cdp = await page().context().newCDPSession(page());
  const key = { windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter' } as const;
  const compose = async (text: string) => {
    await cdp.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 });
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await cdp.send('Input.insertText', { text });
  };
  const counts = async () => [
    (await app.request('client.list', {})).length,
    (await app.request('risk.list', {})).length,
    (await app.request('task.list', {})).length,
  ];
  const before = await counts();
  await command(t.shell.new.client);
  await tabTo(dialog(t.shell.new.client).getByRole('textbox').first());
  await compose('中文客户');
  expect(await dialog(t.shell.new.client).getByRole('textbox').first().inputValue()).toBe('中文客户');
  await press('Escape');
  // What was typed does not go without a word.
  await activate(button(t.common.discard.action));
  await dialog(t.shell.new.client).waitFor({ state: 'detached' });
  await press('Control+K');
  await page().getByRole('dialog').waitFor();
  await compose('风险');
  expect(await page().getByRole('dialog').isVisible()).toBe(true);
  await press('Escape');
  const [project] = await app.request('project.list', {});
  await app.page.goto('about:blank');
  await app.request('prefs.set', {
    ui: JSON.stringify({ route: { name: 'risks', projectId: project?.id } }),
  });
  await app.host.show();
  await settled(page());
  await tabTo(page().getByRole('textbox').first());
  await compose('供货风险');
  expect(await page().getByRole('textbox').first().inputValue()).toBe('供货风险');
  expect(await counts()).toEqual(before);
  await press('Enter');
  await expect.poll(async () => (await counts())[1], { timeout: 10_000 }).toBe((before[1] ?? 0) + 1);
  expect(seen.problems()).toEqual([]);
});
