import assert from 'node:assert/strict';
import type { HostPorts } from './ports.ts';

/** A host under test: its ports, and a way to act as its window. */
export interface HostUnderTest {
  readonly ports: HostPorts;
  /** Sends a request from the window's page. */
  request(json: string): Promise<string>;
  /** Events the page has received since it subscribed; subscribes on the first call. */
  received(): Promise<readonly string[]>;
  openFile(path: string): void;
  close(): Promise<void>;
}

export interface ContractCase {
  readonly name: string;
  run(host: HostUnderTest): Promise<void>;
}

const TRICKY = '{"text":"里程 \\u0000 \\" \u2028 😀"}';

/**
 * What the core relies on, whatever the host. Framework-free, so that the same cases run under the
 * test runner and, one day, inside a packaged build. Each case gets a fresh host.
 */
export const hostContract: readonly ContractCase[] = [
  {
    name: 'carries requests and replies as the same text',
    async run(host) {
      host.ports.transport.onRequest((json) => Promise.resolve(json));
      assert.equal(await host.request(TRICKY), TRICKY);
    },
  },
  {
    name: 'keeps a request until the core listens',
    async run(host) {
      const early = host.request('1');
      host.ports.transport.onRequest((json) => Promise.resolve(`${json}!`));
      assert.equal(await early, '1!');
    },
  },
  {
    name: 'names the sender of a request',
    async run(host) {
      const senders: unknown[] = [];
      host.ports.transport.onRequest((_json, sender) => {
        senders.push([sender.topFrame, typeof sender.windowId, new URL(sender.url ?? '').pathname]);
        return Promise.resolve('');
      });
      await host.request('x');
      assert.deepEqual(senders, [[true, 'string', '/index.html']]);
    },
  },
  {
    name: 'answers many requests at once, each with its own reply',
    async run(host) {
      host.ports.transport.onRequest((json) => Promise.resolve(json));
      const all = Array.from({ length: 50 }, (_, index) => String(index));
      assert.deepEqual(await Promise.all(all.map((json) => host.request(json))), all);
    },
  },
  {
    name: 'delivers events in order, also those from before the first subscriber',
    async run(host) {
      const sent = ['"a"', TRICKY, '"c"'];
      for (const json of sent) host.ports.transport.push(json);
      assert.deepEqual(await host.received(), sent);
    },
  },
  {
    name: 'has one request handler at a time',
    async run(host) {
      const dispose = host.ports.transport.onRequest(() => Promise.resolve('first'));
      assert.throws(() => host.ports.transport.onRequest(() => Promise.resolve('second')));
      dispose();
      host.ports.transport.onRequest(() => Promise.resolve('second'));
      assert.equal(await host.request(''), 'second');
    },
  },
  {
    name: 'hands over files that came before anybody listened',
    async run(host) {
      host.openFile('/a.milepost');
      const seen: string[] = [];
      host.ports.lifecycle.onOpenFile((path) => void seen.push(path));
      host.openFile('/b.milepost');
      assert.deepEqual(seen, ['/a.milepost', '/b.milepost']);
    },
  },
  {
    name: 'waits for quit handlers, runs each once, and survives one that fails',
    async run(host) {
      const calls: string[] = [];
      host.ports.lifecycle.onQuit(() => Promise.reject(new Error('broken')));
      host.ports.lifecycle.onQuit(async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        calls.push('slow');
      });
      host.ports.lifecycle.onQuit(() => void calls.push('never'))();
      await Promise.all([host.close(), host.close()]);
      assert.deepEqual(calls, ['slow']);
    },
  },
  {
    name: 'prints bytes that are a PDF, and honours an abort',
    async run(host) {
      const job = { page: 'print.html', dataJson: '{"heading":"里程"}', title: '报告' };
      const pdf = await host.ports.print.toPdf(job);
      assert.equal(Buffer.from(pdf.subarray(0, 5)).toString('latin1'), '%PDF-');
      await assert.rejects(host.ports.print.toPdf(job, AbortSignal.abort(new Error('enough'))), /enough/);
    },
  },
  {
    name: 'fills random bytes and tells the time',
    run(host) {
      const bytes = new Uint8Array(32);
      host.ports.random(bytes);
      assert.ok(new Set(bytes).size > 8);
      assert.ok(host.ports.clock.now() > Date.UTC(2025, 0, 1));
      assert.ok(host.ports.clock.timeZone().length > 0);
      return Promise.resolve();
    },
  },
];
