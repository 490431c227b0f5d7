import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createI18n } from '#renderer/i18n/index.ts';
import { Palette, UiProvider } from './index.ts';

const ITEMS = ['Alarm', 'Import file', 'Import contacts', 'Plan'].map((label) => ({ id: label, label }));

async function open() {
  const onChoose = vi.fn();
  await render(
    <I18nextProvider i18n={createI18n('en')}>
      <UiProvider today="2026-11-21">
        <Palette
          open
          label="Commands"
          placeholder="Search"
          search={(text) => ITEMS.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))}
          onChoose={onChoose}
          onClose={() => {}}
        />
      </UiProvider>
    </I18nextProvider>,
  );
  await expect.element(page.getByPlaceholder('Search')).toHaveFocus();
  return { onChoose, input: document.querySelector('input') as HTMLInputElement };
}

/** All letters and Enter in one moment, before the window can draw anything between them. */
function typeAtOnce(input: HTMLInputElement, text: string): void {
  for (const letter of text) {
    input.dispatchEvent(
      new InputEvent('beforeinput', { inputType: 'insertText', data: letter, bubbles: true }),
    );
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, input.value + letter);
    input.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: letter, bubbles: true }));
  }
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

afterEach(cleanup);

describe('the palette', () => {
  it('runs what fits best, however fast Enter follows the last letter, and once', async () => {
    const { onChoose, input } = await open();
    await userEvent.keyboard('a');
    await expect.poll(() => input.getAttribute('aria-activedescendant')).not.toBeNull();
    input.select();
    await userEvent.keyboard('{Backspace}');
    typeAtOnce(input, 'import');
    await expect.poll(() => onChoose.mock.calls).toEqual([['Import file']]);
  });

  it('runs the row that was gone to by arrow keys', async () => {
    const { onChoose, input } = await open();
    await userEvent.keyboard('import');
    await expect.poll(() => input.getAttribute('aria-activedescendant')).not.toBeNull();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose.mock.calls).toEqual([['Import contacts']]);
  });

  it('does nothing on Enter where nothing was typed, nothing fits, or a word is being composed', async () => {
    const { onChoose, input } = await open();
    await userEvent.keyboard('{Enter}zzz{Enter}');
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}plan');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
    expect(onChoose).not.toHaveBeenCalled();
  });
});
