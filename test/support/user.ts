/** Acts of somebody in front of the window, found by role and name as assistive technology finds them. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { settled } from './driving.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Names of fields begin with their label; marks, values and help may follow. */
const begins = (label: string): RegExp => new RegExp(`^${escaped(label)}`);

/** A text of the catalogues with its variables filled in. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

export class User {
  readonly page: Page;
  #shots = 0;

  constructor(page: Page) {
    this.page = page;
  }

  main(): Locator {
    return this.page.getByRole('main');
  }

  /** The open dialog on top, else the screen; looked for anew at every act. */
  front(): Locator {
    return this.page.locator('main, [role="dialog"], [role="alertdialog"]').last();
  }

  async go(place: string): Promise<void> {
    const nav = this.page.getByRole('navigation').getByRole('button', { name: begins(place) });
    await nav.first().click();
    await settled(this.page);
  }

  async tab(name: string): Promise<void> {
    await this.main()
      .getByRole('tab', { name: begins(name) })
      .first()
      .click();
    await settled(this.page);
  }

  async press(name: string | RegExp, within?: Locator): Promise<void> {
    const exact = typeof name === 'string';
    await (within ?? this.front()).getByRole('button', { name, exact }).first().click();
  }

  /** Types into a field and leaves it with Tab, as fields save themselves then. */
  async fill(label: string, text: string, within?: Locator): Promise<void> {
    const field = (within ?? this.front()).getByRole('textbox', { name: begins(label) }).first();
    await field.fill(text);
    await field.press('Tab');
  }

  async choose(label: string, option: string, within?: Locator): Promise<void> {
    const place = within ?? this.front();
    await place
      .getByRole('button', { name: new RegExp(escaped(label)) })
      .first()
      .click();
    await this.page
      .getByRole('option', { name: begins(option) })
      .first()
      .click();
  }

  /** One line in the quick field of a register; its record opens beside the list. */
  async quick(label: string, line: string): Promise<Locator> {
    const field = this.main().getByRole('textbox', { name: label, exact: true });
    await field.fill(line);
    await field.press('Enter');
    const panel = this.main().getByRole('complementary');
    await panel.first().waitFor();
    await this.page.waitForFunction(
      (box) => (box as HTMLInputElement).value === '',
      await field.elementHandle(),
    );
    return panel.first();
  }

  /** A picture of the step, where a folder for pictures is named. */
  async shot(name: string): Promise<void> {
    const folder = process.env['MILEPOST_SHOTS'];
    if (folder === undefined || folder === '') return;
    this.#shots += 1;
    const file = `${String(this.#shots).padStart(2, '0')}-${name}.png`;
    await this.page.screenshot({ path: join(folder, file) });
  }

  /** A line drawn with the mouse into a box. */
  async draw(box: Locator): Promise<void> {
    await box.scrollIntoViewIfNeeded();
    const at = await box.boundingBox();
    if (at === null) throw new Error('there is no box to sign in');
    const { mouse } = this.page;
    await mouse.move(at.x + at.width * 0.2, at.y + at.height * 0.6);
    await mouse.down();
    for (const [x, y] of [
      [0.3, 0.3],
      [0.4, 0.7],
      [0.55, 0.35],
      [0.7, 0.65],
    ] as const)
      await mouse.move(at.x + at.width * x, at.y + at.height * y, { steps: 4 });
    await mouse.up();
  }
}
