/// <reference path="../../renderer/host.d.ts" />
import { afterEach, describe, expect, it } from 'vitest';
import type { ChromiumHost } from '#main/chromium/host.ts';
import { openTestHost } from '#test/support/chromiumHost.ts';

describe('the Chromium host on its own', { timeout: 30_000 }, () => {
  let host: ChromiumHost | null = null;
  afterEach(() => host?.close());

  it('ends the app when the user closes the window, after the quit handlers', async () => {
    host = await openTestHost();
    await host.show();
    let saved = false;
    host.ports.lifecycle.onQuit(() => {
      saved = true;
    });
    await host.page.close();
    await host.closed;
    expect(saved).toBe(true);
  });

  it('ends when the core asks for it', async () => {
    host = await openTestHost();
    await host.show();
    host.ports.lifecycle.quit();
    await host.closed;
    expect(host.page.isClosed()).toBe(true);
  });

  it('is whole again after a reload', async () => {
    host = await openTestHost();
    host.ports.transport.onRequest((json) => Promise.resolve(json));
    await host.show();
    await host.page.reload();
    expect(await host.page.evaluate(() => window.host.request('again'))).toBe('again');
  });

  it('takes titles and themes', async () => {
    host = await openTestHost();
    await host.show();
    host.ports.window.setTitle('里程');
    host.ports.window.setTheme('dark');
    await expect.poll(() => host?.page.title()).toBe('里程');
    await expect
      .poll(() => host?.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
  });
});
