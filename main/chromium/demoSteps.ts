/** The tour: each screen as a picture, and one report from the first draft to the e-mail. */
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { defaultPrintSetup } from '#shared/domain/plan/printSetup.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { DemoContext, DemoStep } from './demo.ts';

const SETTLE_MS = 15_000;

/** A place as the window remembers it over a restart. */
interface Place {
  readonly name: string;
  readonly section?: string;
  readonly clientId?: string;
  readonly projectId?: string;
}

/** Screens of a project in the order of the sidebar, with the tab that says most where a screen has tabs. */
const PROJECT_SCREENS: readonly Omit<Place, 'projectId'>[] = [
  { name: 'project' },
  { name: 'requirements' },
  { name: 'expectations', section: 'register' },
  { name: 'expectations', section: 'analysis' },
  { name: 'expectations', section: 'fishbones' },
  { name: 'expectations', section: 'gap' },
  { name: 'goals', section: 'goals' },
  { name: 'goals', section: 'signatures' },
  { name: 'contract', section: 'check' },
  { name: 'contract', section: 'money' },
  { name: 'plan' },
  { name: 'tracking', section: 'deviations' },
  { name: 'tracking', section: 'trend' },
  { name: 'scope' },
  { name: 'resources' },
  { name: 'communication', section: 'meetings' },
  { name: 'communication', section: 'promises' },
  { name: 'risks' },
  { name: 'team' },
  { name: 'documents' },
  { name: 'projectReports' },
];

/** Waits until fonts are there, nothing says it is loading, and the text has stood still for a moment. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    delete (window as { seen?: unknown }).seen;
    await document.fonts.ready;
  });
  await page.waitForFunction(
    () => {
      // Before the frame stands, the main part belongs to the start-up screen.
      const text = document.querySelector('nav ~ main')?.textContent ?? '';
      const busy = document.querySelector('[aria-busy="true"]') !== null;
      const memory = window as unknown as { seen?: { text: string; since: number } };
      const now = performance.now();
      if (busy || text === '' || memory.seen?.text !== text) memory.seen = { text, since: now };
      return now - (memory.seen?.since ?? now) > 300;
    },
    null,
    { timeout: SETTLE_MS, polling: 50 },
  );
}

async function picture({ host, outDir }: DemoContext, name: string): Promise<string> {
  await settled(host.page);
  const file = `${name}.png`;
  await host.page.screenshot({ path: join(outDir, file), animations: 'disabled' });
  return file;
}

/** Opens the window at a place, as after a restart there. */
async function openAt({ host, core }: DemoContext, route: Place): Promise<void> {
  // Leaving the page lets it store what it remembers; only then the new place is put there.
  await host.page.goto('about:blank');
  await core.request('prefs.set', { ui: JSON.stringify({ route }) });
  await host.show();
  await settled(host.page);
}

function placesOf({ found }: DemoContext): readonly Place[] {
  const client: readonly Place[] =
    found.clientId === null ? [] : [{ name: 'client', clientId: found.clientId }];
  const project: readonly Place[] =
    found.projectId === null
      ? []
      : PROJECT_SCREENS.map((place) => ({ ...place, projectId: found.projectId ?? '' }));
  return [
    { name: 'today' },
    { name: 'clients' },
    ...client,
    { name: 'feedback' },
    { name: 'projects' },
    { name: 'milestones' },
    { name: 'portfolio' },
    ...project,
    { name: 'allDocuments' },
    { name: 'reports' },
    { name: 'history' },
    { name: 'settings' },
  ];
}

const sample: DemoStep = {
  name: 'Sample project',
  async run({ core, lang, importFiles, found }) {
    if (importFiles.length === 0) Object.assign(found, await core.task('sample.create', { language: lang }));
    return [];
  },
};

const imports: DemoStep = {
  name: 'Import',
  async run(context) {
    const { host, importFiles, lang, found, core, say } = context;
    if (importFiles.length === 0) return [];
    const texts = catalogues[lang].import;
    const files: string[] = [];
    for (const [index, path] of importFiles.entries()) {
      await openAt(context, { name: 'today' });
      host.openFile(resolve(path));
      const start = host.page.getByRole('button', { name: texts.importNow, exact: true });
      const refused = host.page.getByRole('alert');
      await start.or(refused).first().waitFor({ timeout: 120_000 });
      files.push(await picture(context, `import-${index + 1}-review`));
      if (await refused.isVisible()) throw new Error(await refused.innerText());
      const client = host.page.getByRole('textbox', { name: texts.clientName });
      // A plan does not always say for whom it is.
      if ((await client.count()) > 0 && (await client.inputValue()) === '')
        await client.fill(basename(path).replace(/\.\w+$/, ''));
      await start.click();
      await host.page
        .getByRole('heading', { name: texts.title })
        .waitFor({ state: 'detached', timeout: 120_000 });
      files.push(await picture(context, `import-${index + 1}-plan`));
    }
    const project = (await core.request('project.list', {})).at(-1);
    if (!project) throw new Error('no project was imported');
    Object.assign(found, { projectId: project.id, clientId: project.client_id });
    const tasks = await core.request('task.list', { where: { project_id: project.id } });
    say(`Imported “${project.name}”: ${tasks.length} tasks.`);
    return files;
  },
};

const screens: DemoStep = {
  name: 'Screens',
  async run(context) {
    const files: string[] = [];
    for (const place of placesOf(context)) {
      await openAt(context, place);
      files.push(await picture(context, ['screen', place.name, place.section].filter(Boolean).join('-')));
    }
    const { page } = context.host;
    const { shell } = catalogues[context.lang];
    await page.keyboard.press('Control+K');
    await page.keyboard.type(shell.new.import);
    files.push(await picture(context, 'search'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: catalogues[context.lang].import.title }).waitFor();
    files.push(await picture(context, 'import'));
    return files;
  },
};

const paper: DemoStep = {
  name: 'Plan on paper',
  async run(context) {
    const { core, found, lang, host, say } = context;
    const { projectId } = found;
    if (projectId === null) throw new Error('there is no project');
    await openAt(context, { name: 'plan', projectId });
    await host.page.keyboard.press('Control+P');
    await host.page.locator('[data-number="1"] > svg').waitFor();
    const files = [await picture(context, 'plan-on-paper')];
    const setup = defaultPrintSetup(lang);
    const saved = await core.task('planPrint.pdf', { projectId, setup, rowIds: null, replaceMissing: true });
    if (saved) say(`Plan printed: ${saved.pages} pages, ${saved.bytes} bytes.`);
    return files;
  },
};

const dark: DemoStep = {
  name: 'Dark appearance',
  async run(context) {
    const { core, found } = context;
    await core.request('prefs.set', { theme: 'dark' });
    await openAt(
      context,
      found.projectId === null ? { name: 'today' } : { name: 'plan', projectId: found.projectId },
    );
    const file = await picture(context, 'screen-plan-dark');
    await core.request('prefs.set', { theme: 'light' });
    return [file];
  },
};

/** Somebody has to get the report; an imported plan knows no e-mail addresses. */
async function ensureRecipient({ core, found, say }: DemoContext): Promise<void> {
  const clientId = found.clientId ?? '';
  const contacts = await core.request('contact.list', { where: { client_id: clientId } });
  if (contacts.some((contact) => contact.email !== null && contact.report_copy === 'to')) return;
  await core.request('contact.create', {
    values: { client_id: clientId, name: 'Demo', email: 'client@example.com', report_copy: 'to' },
  });
  say('The client had no address for reports: client@example.com was made up for the draft.');
}

const report: DemoStep = {
  name: 'Status report',
  async run(context) {
    const { core, found, importFiles, lang, host, say } = context;
    const { projectId } = found;
    if (projectId === null) throw new Error('there is no project');
    if (importFiles.length > 0) await core.request('report.releaseTasks', { projectId });
    await ensureRecipient(context);
    const { period } = await core.request('report.suggest', { projectId });
    const { id } = await core.request('report.create', { projectId, period, language: lang });
    const { title } = (await core.request('report.get', { id })) ?? { title: '' };
    await openAt(context, { name: 'projectReports', projectId });
    await host.page.getByRole('button', { name: title, exact: true }).first().click();
    await host.page.locator('.rp-sheet').first().waitFor();
    const files = [await picture(context, 'report-draft')];
    const frozen = await core.task('report.freeze', { reportId: id, replaceMissing: true });
    say(`Report ${frozen.no} frozen: ${frozen.pages} pages, ${frozen.bytes} bytes.`);
    files.push(await picture(context, 'report-frozen'));
    await core.request('report.export', { reportId: id });
    const draft = await core.request('report.draftMail', { reportId: id });
    say(`E-mail draft to ${draft.to.join(', ')}: ${draft.subject}`);
    return files;
  },
};

/** The tour, in order. */
export const demoSteps: readonly DemoStep[] = [sample, imports, screens, paper, report, dark];
