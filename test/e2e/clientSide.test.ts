/** The client's side as it is lived: from the first talk to an adjustment that both have signed, in each language. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { insideSentence } from '#renderer/i18n/words.ts';
import { catalogues, type Locale, locales } from '#shared/i18n/index.ts';
import { settled, type Watch, watch } from '#test/support/driving.ts';
import { type Words, wordsOfJourney } from '#test/support/journeyWords.ts';
import { type Launched, launchMilepost } from '#test/support/launch.ts';
import { filled, User } from '#test/support/user.ts';

const DAY = 86_400_000;
/** A day from today on; one of a weekend gives way to the Monday after, because nothing is finished on it. */
function dayIn(days: number): string {
  const day = new Date(Date.now() + days * DAY);
  const late = (8 - day.getUTCDay()) % 7;
  return new Date(day.getTime() + (late <= 2 ? late : 0) * DAY).toISOString().slice(0, 10);
}
/** Long enough for a polled answer on a busy machine. */
const PATIENT = { timeout: 20_000 } as const;

describe.each(locales)('from the first talk to the signed adjustment in %s', (locale) => {
  const t = catalogues[locale as Locale];
  const words: Words = wordsOfJourney(locale as Locale);
  const kinds = t.model.document.enums.kind;
  let work: string;
  let app: Launched;
  let seen: Watch;
  let user: User;
  let projectId: string;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'milepost-client-'));
    app = await launchMilepost({
      lang: locale as Locale,
      dataDir: join(work, 'data'),
      prepare: async (request) => {
        await request('prefs.set', { onboarded: true, language: locale as Locale, userName: words.me });
      },
    });
    seen = await watch(app);
    await app.page.setViewportSize({ width: 1366, height: 900 });
    await app.host.show();
    await settled(app.page);
    user = new User(app.page);
  });
  afterAll(async () => {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  });

  beforeEach(() => {
    onTestFailed(async () => {
      console.error(seen.problems().join('\n'));
      await user.shot(`${locale}-failed`);
    });
  });

  /** Issues the document on show as its next version and closes it. */
  const issue = async (version: number): Promise<void> => {
    await user.press(filled(t.document.screen.issue, { version }));
    const pdf = app.page.getByRole('dialog').getByRole('button', { name: t.report.screen.savePdf });
    await pdf.waitFor({ timeout: 60_000 });
  };
  const opened = (): Promise<void> => app.page.getByRole('dialog').waitFor();
  const close = async (): Promise<void> => {
    // A second dialog, such as that of the e-mail draft, may come late and lie above the first.
    await expect
      .poll(async () => {
        await app.page.keyboard.press('Escape');
        return app.page.getByRole('dialog').count();
      }, PATIENT)
      .toBe(0);
  };

  /** Both sides sign the document on show: the client with the pen, we by typing the name. */
  const signBoth = async (): Promise<void> => {
    const dialog = app.page.getByRole('dialog');
    const pages = dialog.getByRole('region', { name: t.report.screen.preview });
    await pages.locator('.rp-sheet').first().waitFor({ timeout: 60_000 });
    const sign = dialog.getByRole('button', { name: t.signing.sign, exact: true });
    expect(await sign.isEnabled()).toBe(false);
    await pages.focus();
    await app.page.keyboard.press('End');
    await user.choose(t.model.signoff.fields.contact_id, words.contact);
    await user.draw(dialog.getByRole('img', { name: t.signing.pad.empty }));
    await expect.poll(() => sign.isEnabled(), PATIENT).toBe(true);
    await sign.click();
    await dialog.getByRole('radio', { name: t.signing.side.own }).and(dialog.locator(':checked')).waitFor();
    await dialog.getByText(t.signing.method.type, { exact: true }).click();
    await dialog.getByText(t.signing.typed.agree).click();
    await expect.poll(() => sign.isEnabled(), PATIENT).toBe(true);
    await sign.click();
    await dialog.waitFor({ state: 'detached' });
  };

  test('B5, O2: the first talk makes a client, a contact and a note with its next step', async () => {
    await user.go(t.shell.nav.clients);
    await user.press(t.shell.new.client);
    await opened();
    await user.fill(t.model.client.fields.name, words.client);
    await app.page.keyboard.press('Control+Enter');
    await app.page.getByRole('heading', { name: words.client, level: 1 }).waitFor();
    await user.press(t.client.newContact);
    await opened();
    await user.fill(t.model.contact.fields.name, words.contact);
    await user.fill(t.model.contact.fields.email, 'li@example.com');
    await user.choose(t.model.contact.fields.report_copy, t.model.contact.enums.report_copy.to);
    await app.page.keyboard.press('Control+Enter');
    await app.page.getByRole('dialog').waitFor({ state: 'detached' });
    const note = app.page.getByRole('group', { name: t.client.capture });
    await user.fill(t.model.comm_log.fields.summary, words.talk, note);
    await user.fill(t.model.comm_log.fields.next_step, words.nextStep, note);
    await user.fill(t.model.comm_log.fields.due_on, '+3d', note);
    await user.press(t.client.saveNote, note);
    await expect
      .poll(() => app.request('comm_log.list', {}), PATIENT)
      .toMatchObject([{ summary: words.talk, next_step: words.nextStep, due_on: expect.any(String) }]);
    await user.press(t.shell.new.project);
    await opened();
    await user.fill(t.model.project.fields.name, words.project);
    await app.page.keyboard.press('Control+Enter');
    await app.page.getByRole('heading', { name: words.project }).first().waitFor();
    projectId = (await app.request('project.list', {}))[0]?.id ?? '';
    await user.shot(`${locale}-project`);
  });

  test('G1, G6: an expectation is noted in one line and classified by the answers of a respondent', async () => {
    await user.go(t.shell.nav.expectations);
    const panel = await user.quick(t.expectation.quick, words.expectation);
    const { kano } = t.expectation;
    await user.press(kano.add, panel);
    await user.fill(t.model.kano_answer.fields.respondent, words.contact, panel);
    await user.choose(kano.functional, kano.degree.d2, panel);
    await user.choose(kano.dysfunctional, kano.degree.d5, panel);
    await user.press(t.common.verb.add, panel);
    const basic = t.model.expectation.enums.kano.basic;
    await panel.getByRole('status').filter({ hasText: basic }).waitFor();
    await app.page.getByRole('row', { name: new RegExp(`${words.expectation}.*${basic}`) }).waitFor();
    await user.shot(`${locale}-expectation`);
  });

  test('G17, G18, MS-3: a SMART goal is made of it, issued, and signed by both sides', async () => {
    await user.go(t.shell.nav.goals);
    await user.press(t.agreement.fromExpectation);
    await app.page.getByRole('menuitem').first().click();
    const panel = app.page.getByRole('complementary');
    await panel.waitFor();
    const names = t.model.goal.fields;
    for (const field of ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const)
      await user.fill(names[field], words.smart[field], panel);
    await expect
      .poll(async () => (await app.request('goal.list', {}))[0]?.time_bound, PATIENT)
      .toBe(words.smart.time_bound);
    await user.press(kinds.goals);
    await issue(1);
    await user.shot(`${locale}-goals-issued`);
    await close();
    await user.tab(t.agreement.tabs.signatures);
    const card = app.page.getByRole('region', { name: kinds.goals });
    await user.press(t.signing.sign, card);
    await signBoth();
    await card.getByText(t.signing.state.signed).waitFor();
    await user.shot(`${locale}-goals-signed`);
    expect(await app.request('goal.list', {})).toMatchObject([{ status: 'signed' }]);
    expect(await app.request('expectation.list', {})).toMatchObject([{ status: 'signed' }]);
  });

  test('D1, D7, D15, W5: a contract with clauses and instalments is checked and signed', async () => {
    await user.go(t.shell.nav.contract);
    await user.press(t.contract.add);
    await opened();
    await user.fill(t.model.contract.fields.total_minor, '500000');
    await app.page.keyboard.press('Control+Enter');
    await app.page.getByRole('dialog').waitFor({ state: 'detached' });
    await user.fill(t.model.contract.fields.finish_on, dayIn(21), user.main());
    await expect
      .poll(() => app.request('contract.list', {}), PATIENT)
      .toMatchObject([{ finish_on: dayIn(21) }]);
    await user.tab(t.contract.tabs.clauses);
    const panel = await user.quick(t.contract.clause.quick, words.penalty);
    const names = t.model.clause.fields;
    await user.fill(names.due_on, dayIn(21), panel);
    await user.fill(names.rate_percent, '0.1', panel);
    await user.fill(names.cap_percent, '5', panel);
    await user.fill(names.grace_days, '2', panel);
    await expect
      .poll(() => app.request('clause.list', {}), PATIENT)
      .toMatchObject([{ kind: 'liability', due_on: dayIn(21), rate_percent: 0.1, grace_days: 2 }]);
    await user.shot(`${locale}-clause`);
    await user.tab(t.contract.tabs.money);
    await user.quick(t.contract.money.quick, `${words.deposit} 30%`);
    await user.quick(t.contract.money.quick, `${words.balance} 70%`);
    await app.page.getByText(t.contract.money.addsUp).waitFor();
    await user.tab(t.contract.tabs.check);
    const gaps = app.page.getByRole('list', { name: t.contract.check.list });
    expect(await gaps.getByRole('listitem').count()).toBeGreaterThan(3);
    await user.shot(`${locale}-check`);
    await user.press(t.contract.sign.open);
    await opened();
    await user.press(t.contract.sign.confirm);
    await user.fill(t.model.contract.fields.sign_reason, words.reason);
    await user.press(t.contract.sign.confirm);
    await app.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await app.request('contract.list', {})).toMatchObject([
      { status: 'signed', sign_reason: words.reason },
    ]);
  });

  test('D3, E2: its day becomes a milestone of the plan, and the first instalment is due', async () => {
    await user.press(t.contract.plan.take);
    await app.page.getByRole('cell', { name: t.contract.plan.state.planned, exact: true }).waitFor();
    expect(await app.request('task.list', {})).toMatchObject([
      { milestone: true, promised_on: dayIn(21), commitment: 'contract' },
    ]);
    expect(await app.request('baseline.list', {})).toMatchObject([{ kind: 'contract' }]);
    await user.tab(t.contract.tabs.money);
    const row = app.page.getByRole('row', { name: new RegExp(words.deposit) });
    await row.getByText(t.contract.money.state.due, { exact: true }).first().waitFor();
    await user.shot(`${locale}-due`);
    await user.go(t.shell.nav.today);
    await user.main().getByText(words.deposit).first().waitFor();
    await user.shot(`${locale}-today`);
  });

  test('MS-12: the milestone slips, and what that costs is shown', async () => {
    await user.go(t.shell.nav.plan);
    const [milestone] = await app.request('task.list', {});
    await app.page
      .getByRole('treegrid')
      .getByText(milestone?.name ?? '')
      .first()
      .click();
    await app.page.keyboard.press('Shift+F2');
    const panel = app.page.getByRole('complementary');
    await user.fill(t.plan.column.start, dayIn(42), panel);
    await user.press(t.timeline.broken.apply);
    const exposure = async () => (await app.request('money.project', { projectId })).exposureMinor;
    await expect.poll(exposure, PATIENT).toBeGreaterThan(0);
    await user.shot(`${locale}-slipped`);
    await user.go(t.shell.nav.contract);
    await user.tab(t.contract.tabs.money);
    await user.main().getByText(t.contract.money.exposure, { exact: true }).first().waitFor();
    await user.shot(`${locale}-exposure`);
  });

  test('G15: a delay notice with its four parts is issued and drafted as e-mail', async () => {
    await user.go(t.shell.nav.goals);
    await user.tab(t.agreement.tabs.delays);
    await user.press(t.agreement.delay.prepare);
    const panel = app.page.getByRole('complementary');
    await panel.waitFor();
    await user.fill(t.model.delay_notice.fields.cause, words.cause, panel);
    await user.fill(t.model.delay_notice.fields.measures, words.measures, panel);
    await expect
      .poll(() => app.request('delay_notice.list', {}), PATIENT)
      .toMatchObject([{ cause: words.cause, measures: words.measures, recovery_on: expect.any(String) }]);
    await user.press(kinds.delay_notice, panel);
    await issue(1);
    await user.shot(`${locale}-notice`);
    await user.press(t.report.screen.mailDraft);
    const drafts = (): string[] =>
      existsSync(app.exportDir) ? readdirSync(app.exportDir).filter((name) => name.endsWith('.eml')) : [];
    await expect.poll(() => drafts().length, { timeout: 60_000 }).toBe(1);
    await expect
      .poll(() => readFileSync(join(app.exportDir, drafts()[0] ?? ''), 'utf8'), PATIENT)
      .toContain('li@example.com');
    const [notice] = await app.request('delay_notice.list', {});
    const [row] = await app.request('document.overview', { subjectId: notice?.id ?? '' });
    const { content } = await app.request('document.open', { id: row?.id ?? '' });
    for (const part of [words.cause, words.measures, (notice?.revised_dates ?? '').split('\n')[0] ?? ''])
      expect(JSON.stringify(content)).toContain(part);
    await settled(app.page);
    await close();
  });

  test('X2, G22: an adjustment is proposed, negotiated, and confirmed by both signatures', async () => {
    await user.tab(t.agreement.tabs.goals);
    await app.page.getByRole('row').filter({ hasText: t.model.goal.enums.status.signed }).first().click();
    const panel = app.page.getByRole('complementary');
    await user.press(t.agreement.adjust, panel);
    const names = t.model.adjustment.fields;
    await panel.getByRole('textbox', { name: names.reason }).first().waitFor();
    await user.fill(names.reason, words.cause, panel);
    await user.fill(names.after, words.after, panel);
    await user.fill(names.impact_cost_minor, '0', panel);
    await user.fill(names.impact_days, '21', panel);
    await user.fill(names.impact_resource, words.resource, panel);
    const { negotiating } = t.model.adjustment.enums.status;
    await user.press(filled(t.register.nextStatus, { status: negotiating }), panel);
    await expect
      .poll(() => app.request('adjustment.list', {}), PATIENT)
      .toMatchObject([{ status: 'negotiating', impact_cost_minor: 0, impact_days: 21 }]);
    await user.press(filled(t.register.newOf, { entity: insideSentence(t.model.negotiation.name) }), panel);
    await opened();
    await user.fill(t.model.negotiation.fields.said, words.said);
    await app.page.keyboard.press('Control+Enter');
    await app.page.getByRole('dialog').waitFor({ state: 'detached' });
    await user.press(kinds.adjustment, panel);
    await issue(1);
    await close();
    await user.press(t.signing.sign, panel);
    await signBoth();
    await expect
      .poll(() => app.request('adjustment.list', {}), PATIENT)
      .toMatchObject([{ status: 'confirmed' }]);
    expect(await app.request('goal.list', {})).toMatchObject([{ specific: words.after }]);
    await user.shot(`${locale}-adjusted`);
  });

  test('MS-3: what was signed and issued is still what it was', async () => {
    await user.tab(t.agreement.tabs.signatures);
    await user.press(t.signing.verify.button);
    await app.page
      .getByText(filled(t.signing.verify.ok, { signatures: 4, documents: 2 }), { exact: true })
      .waitFor();
    await user.shot(`${locale}-verified`);
    expect(await app.request('document.verify', { projectId })).toMatchObject({ checked: 3, problems: [] });
    expect(seen.problems()).toEqual([]);
  });
});
