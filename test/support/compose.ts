import { cdp } from 'vitest/browser';

/**
 * Composes like an input method on macOS, the harsh case: every key comes with code 229. `press` types a key
 * while it composes, `finish` takes the text over.
 */
export async function compose(keys: string, text: string) {
  await cdp().send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
    key: keys[0] ?? '',
  });
  await cdp().send('Input.imeSetComposition', {
    text: keys,
    selectionStart: keys.length,
    selectionEnd: keys.length,
  });
  return {
    press: (key: string) =>
      cdp().send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        key,
        code: key,
      }),
    finish: () => cdp().send('Input.insertText', { text }),
  };
}
