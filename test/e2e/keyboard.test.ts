/** Z, demand 20: from the first talk to a promise without a mouse: every act is a key, every place is reached by keys. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { catalogues } from '#shared/i18n/index.ts';
import { settled, type Watch, watch } from '#test/support/driving.ts';
import { wordsOfJourney } from '#test/support/journeyWords.ts';
import { type Launched, launchMilepost } from '#test/support/launch.ts';
import { User } from '#test/support/user.ts';

const LOCALE = 'zh-CN';
const t = catalogues[LOCALE];
const words = wordsOfJourney(LOCALE);
const PATIENT = { timeout: 20_000 } as const;
/** From anywhere on a screen to anything on it; more keys than that are no way to work. */
const MOST_TABS = 60;

let work: string;
let app: Launched;
let seen: Watch;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'milepost-keys-'));
  app = await launchMilepost({
    lang: LOCALE,
    dataDir: join(work, 'data'),
    prepare: async (request) => {
      await request('prefs.set', { onboarded: true, language: LOCALE, userName: words.me });
    },
  });
  seen = await watch(app);
  await app.page.setViewportSize({ width: 1366, height: 768 });
  await app.host.show();
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  rmSync(work, { recursive: true, force: true });
});
beforeEach(() => {
  onTestFailed(async () => {
    console.error(seen.problems().join('\n'), '\nfocus:', await focused());
    await new User(app.page).shot('keyboard-failed');
  });
});

const key = (keys: string): Promise<void> => app.page.keyboard.press(keys);
const type = (text: string): Promise<void> => app.page.keyboard.insertText(text);

/** Name of what has the focus, as it is read out: the first line of its label, its placeholder or its text. */
const focused = (): Promise<string> =>
  app.page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (element === null || element === document.body) return '';
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const labels = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const own = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : null;
    const holder = element.getAttribute('placeholder');
    return [element.getAttribute('aria-label'), labels, own, holder, element.textContent]
      .map((name) => name?.trim() ?? '')
      .filter(Boolean)
      .join(' | ');
  });

/** Tab until something of that name has the focus. */
async function tabTo(name: string, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs <= MOST_TABS; tabs++) {
    const here = await focused();
    if (here.split(' | ').some((part) => part.startsWith(name))) return;
    passed.push(here.slice(0, 30));
    await key(by);
  }
  throw new Error(`“${name}” is not reached with ${MOST_TABS} tabs: ${passed.join(' → ')}`);
}

const fill = async (label: string, text: string): Promise<void> => {
  await tabTo(label);
  await key('Control+A');
  await type(text);
};

/** A place by its name in the palette, as one who knows where to go does it. */
async function goTo(place: string): Promise<void> {
  await key('Control+K');
  await app.page.getByRole('dialog').waitFor();
  await type(place);
  await app.page.getByRole('menuitem').first().waitFor();
  await key('Enter');
  await app.page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(app.page);
}

const dialogOpen = (): Promise<void> => app.page.getByRole('dialog').waitFor();
const dialogGone = (): Promise<void> => app.page.getByRole('dialog').waitFor({ state: 'detached' });

test('B1, B2, B3, O2: the first talk makes a client, a contact and a note, with keys alone', async () => {
  await key('Control+2');
  await settled(app.page);
  await key('Control+N');
  await dialogOpen();
  await fill(t.model.client.fields.name, words.client);
  await key('Control+Enter');
  await app.page.getByRole('heading', { name: words.client, level: 1 }).waitFor();
  await settled(app.page);
  await tabTo(t.client.newContact);
  await key('Enter');
  await dialogOpen();
  await fill(t.model.contact.fields.name, words.contact);
  await key('Control+Enter');
  await dialogGone();
  await key('Control+Shift+L');
  await dialogOpen();
  await fill(t.model.comm_log.fields.summary, words.talk);
  await fill(t.model.comm_log.fields.next_step, words.nextStep);
  await fill(t.model.comm_log.fields.due_on, '+3d');
  await key('Control+Enter');
  await expect
    .poll(() => app.request('comm_log.list', {}), PATIENT)
    .toMatchObject([{ summary: words.talk, next_step: words.nextStep, due_on: expect.any(String) }]);
  await dialogGone();
  expect(await app.request('contact.list', {})).toMatchObject([{ name: words.contact }]);
});

test('A1: a project of that client, with keys alone', async () => {
  await key('Control+N');
  await dialogOpen();
  await fill(t.model.project.fields.name, words.project);
  await key('Control+Enter');
  await app.page.getByRole('heading', { name: words.project }).first().waitFor();
  await settled(app.page);
});

test('G1: an expectation in one line, with keys alone', async () => {
  await goTo(t.shell.nav.expectations);
  await fill(t.expectation.quick, words.expectation);
  await key('Enter');
  await app.page.getByRole('complementary').first().waitFor();
  await expect
    .poll(() => app.request('expectation.list', {}), PATIENT)
    .toMatchObject([{ text: words.expectation, status: 'identified' }]);
});

test('G17: a SMART goal is made of it and filled in, with keys alone', async () => {
  await goTo(t.shell.nav.goals);
  await tabTo(t.agreement.fromExpectation);
  await key('Enter');
  await app.page.getByRole('menuitem').first().waitFor();
  await key('Enter');
  await app.page.getByRole('complementary').first().waitFor();
  await settled(app.page);
  const names = t.model.goal.fields;
  for (const field of ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const)
    await fill(names[field], words.smart[field]);
  await key('Tab');
  await expect.poll(() => app.request('goal.list', {}), PATIENT).toMatchObject([words.smart]);
});

test('P2, MS-5: a promise with its day in words, in one line, with keys alone', async () => {
  await goTo(t.shell.nav.communication);
  await tabTo(t.communication.tabs.plan);
  for (
    let steps = 0;
    (await focused()).split(' | ').every((name) => !name.startsWith(t.communication.tabs.promises));
    steps++
  ) {
    expect(steps).toBeLessThan(8);
    await key('ArrowRight');
  }
  await settled(app.page);
  const line = t.register.quickAdd.replace('{{entity}}', t.communication.promise.quick);
  await fill(line, '下周三前给出方案');
  await key('Enter');
  await expect
    .poll(() => app.request('promise.list', {}), PATIENT)
    .toMatchObject([{ text: '下周三前给出方案', status: 'made', due_on: expect.any(String) }]);
});

test('what was done can be taken back, and nothing went wrong on the way', async () => {
  await goTo(t.shell.nav.expectations);
  await key('Control+Z');
  await expect.poll(() => app.request('promise.list', {}), PATIENT).toEqual([]);
  await key('Control+Shift+Z');
  await expect.poll(() => app.request('promise.list', {}), PATIENT).toHaveLength(1);
  expect(seen.problems()).toEqual([]);
});
