/** What the end-to-end tests share: moving about, waiting, and looking for what must not be there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { GENERAL_PLACES, PROJECT_MODULES, type RouteName } from '#renderer/state/route.ts';
import { isTabScreen, sectionsOf } from '#renderer/state/sections.ts';
import { namespaces } from '#shared/i18n/index.ts';
import type { Launched } from './launch.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until the frame stands, nothing in it is waited for, and its text has stood still for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete (window as { seen?: unknown }).seen;
  });
  await page.waitForFunction(
    () => {
      const text = document.querySelector('nav ~ main')?.textContent ?? '';
      const memory = window as unknown as { seen?: { text: string; since: number } };
      const now = performance.now();
      const waiting = document.querySelector('[data-waiting]') !== null;
      if (waiting || text === '' || memory.seen?.text !== text) memory.seen = { text, since: now };
      return now - (memory.seen?.since ?? now) > 150;
    },
    null,
    { timeout: 30_000, polling: 30 },
  );
}

export interface Place {
  readonly name: RouteName;
  readonly section?: string;
  readonly clientId?: string;
  readonly projectId?: string;
}

/** Every place of the app that a start can lead to. */
export function placesOf(clientId: string, projectId: string): readonly Place[] {
  return [
    ...GENERAL_PLACES.map((name) => ({ name })),
    ...sectionsOf('client').map((section) => ({ name: 'client' as const, clientId, section })),
    ...PROJECT_MODULES.flatMap((name): readonly Place[] =>
      isTabScreen(name)
        ? sectionsOf(name).map((section) => ({ name, projectId, section }))
        : [{ name, projectId }],
    ),
  ];
}

/** Opens the window at a place, as after a restart there. */
export async function openAt(app: Launched, route: Place): Promise<void> {
  await app.page.goto('about:blank');
  await app.request('prefs.set', { ui: JSON.stringify({ route }) });
  await app.host.show();
  await settled(app.page);
}

/** Findings of axe on the whole page, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(document);
    return violations.map(
      (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}

/** Everything a user can read or hear on the page: texts, names, placeholders, values. */
export function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) out.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'])
        out.push(element.getAttribute(name) ?? '');
    return [...new Set(out.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}

const KEY = new RegExp(`\\b(?:${namespaces.join('|')}):[A-Za-z]\\w*`);
const BARE_KEY = /^[a-z][A-Za-z]*(?:\.[A-Za-z][A-Za-z0-9]*)+$/;

/** Texts that are keys of the catalogues, or hold a variable that nobody filled. */
export const unfinished = (words: readonly string[]): string[] =>
  words.filter((text) => KEY.test(text) || BARE_KEY.test(text) || /\{\{\w+\}\}/.test(text));

/** What a page must never do: break its policy, throw, or ask for something outside. */
export interface Watch {
  problems(): string[];
}

/** Starts watching; the page has to be loaded anew for the policy to be watched from the start. */
export async function watch(app: Launched): Promise<Watch> {
  const problems: string[] = [];
  const { page } = app;
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.?Security.?Policy|Trusted ?Type/i.test(message.text()))
      problems.push(`console: ${message.text().slice(0, 600)}`);
  });
  await page.exposeBinding('__violation', (_source, text: string) => void problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    const tell = (window as unknown as { __violation(text: string): void }).__violation;
    document.addEventListener('securitypolicyviolation', (event) =>
      tell(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return {
    problems: () => [...problems, ...app.host.router.lastRefused().map((url) => `asked for ${url}`)],
  };
}
