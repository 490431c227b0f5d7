/// <reference path="../../renderer/host.d.ts" />
import { afterEach, describe, it } from 'vitest';
import { type HostUnderTest, hostContract } from '#main/host/contract.ts';
import { createMemoryHost } from '#main/host/memoryHost.ts';
import { openTestHost } from '#test/support/chromiumHost.ts';

async function memoryHost(): Promise<HostUnderTest> {
  const host = createMemoryHost();
  return { ...host, received: () => Promise.resolve(host.pushed) };
}

async function chromiumHost(): Promise<HostUnderTest> {
  const host = await openTestHost();
  await host.show();
  return {
    ports: host.ports,
    request: (json) => host.page.evaluate((text) => window.host.request(text), json),
    received: () =>
      host.page.evaluate(async () => {
        const seen: string[] = [];
        window.host.subscribe((json) => seen.push(json));
        await new Promise((resolve) => setTimeout(resolve, 50));
        return seen;
      }),
    openFile: (path) => host.openFile(path),
    close: () => host.close(),
  };
}

describe.each([
  ['memory', memoryHost],
  ['Chromium', chromiumHost],
] as const)('%s host', (_name, open) => {
  let host: HostUnderTest | null = null;
  afterEach(async () => {
    await host?.close();
    host = null;
  });
  it.each(hostContract)('$name', { timeout: 30_000 }, async ({ run }) => {
    host = await open();
    await run(host);
  });
});
