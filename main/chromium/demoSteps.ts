import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DemoContext, DemoStep } from './demo.ts';

/** Entries of the app's main navigation, whatever language it speaks. */
const NAVIGATION = 'nav a, nav button, nav [role="link"], nav [role="row"], nav [role="tab"]';
const SETTLE_MS = 5000;

const screens: DemoStep = {
  name: 'Screens',
  async run({ host, outDir }: DemoContext) {
    const { page } = host;
    await settled(page);
    const files = [await picture(page, outDir, 0, 'start')];
    const entries = page.locator(NAVIGATION);
    const count = await entries.count();
    for (let index = 0; index < count; index += 1) {
      const entry = entries.nth(index);
      if (!(await entry.isVisible()) || !(await entry.isEnabled())) continue;
      const label = (await entry.innerText()).trim();
      await entry.click();
      await settled(page);
      files.push(await picture(page, outDir, index + 1, label));
    }
    return files;
  },
};

/** The tour, in order. */
export const demoSteps: readonly DemoStep[] = [screens];

/** Waits until fonts are there and nothing says it is still loading. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page
    .waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, null, {
      timeout: SETTLE_MS,
    })
    .catch(() => undefined);
}

async function picture(page: Page, outDir: string, number: number, label: string): Promise<string> {
  const words =
    label
      .split('\n', 1)[0]
      ?.replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 40) ?? '';
  const name = `${String(number).padStart(2, '0')}-${words || 'screen'}.png`;
  await page.screenshot({ path: join(outDir, name), animations: 'disabled' });
  return name;
}
