import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRequestGate } from '#main/host/requestGate.ts';
import type { WireReply } from '#shared/ipc/codec.ts';
import { type ChannelName, channelNames } from '#shared/ipc/contract.ts';
import { ERROR_CODES } from '#shared/ipc/errors.ts';
import { channelExamples } from '#test/contract/channelExamples.ts';
import type { Example, World } from '#test/contract/examples/types.ts';
import { dumpSearch, dumpTables } from '#test/support/memoryCore.ts';
import { startWorld } from '#test/support/world.ts';

/** Payloads per channel; `MILEPOST_PAYLOADS=1000` is the long form of this test. */
const PAYLOADS = Number(process.env['MILEPOST_PAYLOADS'] ?? 60);

const PREPARES = /^(startup|undo|trash|sample)\./;

const HOSTILE: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  '../../../../etc/passwd',
  'file:///etc/passwd',
  "'; DROP TABLE client; --",
  '<script>alert(1)</script>',
  '\u0000',
  '\ud800',
  '\u202eRTL',
  '🏗️'.repeat(2000),
  'x'.repeat(10_001),
  '__proto__',
  { __proto__: null, constructor: { prototype: { polluted: 1 } } },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  { toString: 1, valueOf: null, length: -1 },
  JSON.parse('{"then":"not a promise"}'),
  [[[[[[[[[]]]]]]]]],
  Number.MAX_SAFE_INTEGER + 2,
  'cli_00000000-0000-7000-8000-000000000000',
];

/** Reads a path of keys and replaces what is there, adds to it or takes it away. */
function mutated(input: unknown, how: number, value: unknown): unknown {
  const copy = structuredClone(input);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const place = places[how % (places.length + 1)];
  if (!place) return typeof copy === 'object' && copy !== null ? { ...copy, extra: value } : value;
  const [node, key] = place;
  if (how % 5 === 0) delete node[key];
  else node[key] = value;
  return copy;
}

const isWireReply = (reply: WireReply): void => {
  if (reply.ok) return;
  expect(ERROR_CODES).toContain(reply.err.code);
  expect(reply.err.code).not.toBe('INTERNAL');
  expect(JSON.stringify(reply.err)).not.toMatch(/SQLITE|SELECT |at .*\.ts:\d|node_modules/);
};

describe('every channel under random and hostile payloads', () => {
  let world: World;
  const reports: string[] = [];
  const examples = new Map<ChannelName, unknown>();
  beforeAll(async () => {
    world = await startWorld({ log: (message) => reports.push(message) });
    for (const name of channelNames) {
      const example = channelExamples[name as keyof typeof channelExamples] as unknown as
        | Example<ChannelName>
        | undefined;
      if (!example) {
        examples.set(name, { projectId: world.ids.project, id: world.ids.task, reportId: world.ids.report });
        continue;
      }
      // Those that change the store to prepare themselves need an app of their own.
      const source = PREPARES.test(name) ? example.refused.input : example.accepted;
      examples.set(name, await source(world));
    }
  });
  afterAll(() => world.t.close());

  const state = (): unknown => {
    const store = world.t.app.context()?.store;
    return store && [dumpTables(store.read), dumpSearch(store.read)];
  };
  const seq = (): unknown =>
    world.t.app.context()?.store.read.prepare('SELECT coalesce(max(seq), 0) FROM txn').pluck().get();

  async function send(name: ChannelName, input: unknown): Promise<void> {
    const before = seq();
    const text = await world.t.raw(
      `{"channel":${JSON.stringify(name)},"input":${JSON.stringify(input) ?? 'null'}}`,
    );
    const reply = JSON.parse(text) as WireReply;
    isWireReply(reply);
    if (!reply.ok) expect(seq()).toBe(before);
  }

  test.each(channelNames)('%s answers or refuses, and a refusal changes nothing', async (name) => {
    const before = state();
    const start = seq();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.constantFrom(...HOSTILE),
          fc
            .tuple(fc.nat(1000), fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue()))
            .map(([how, value]) => mutated(examples.get(name), how, value)),
        ),
        (input) => send(name, input),
      ),
      { numRuns: PAYLOADS },
    );
    expect(reports).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    if (seq() === start && !name.startsWith('startup.')) expect(state()).toEqual(before);
  });
});

describe('the door itself', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.t.close());
  const refusal = async (json: unknown): Promise<unknown> =>
    (JSON.parse(await world.t.raw(json as string)) as { err: unknown }).err;

  test.each([
    ['an empty text', ''],
    ['half a request', '{"channel":"client.list"'],
    ['an array', '[]'],
    ['a number', '1'],
    ['an unknown field', '{"channel":"client.list","input":{},"sql":"x"}'],
    ['a channel that is no text', '{"channel":{"toString":1},"input":{}}'],
    ['a request that is no text', 5],
    ['nothing', undefined],
  ])('%s is a malformed request', async (_name, json) => {
    expect(await refusal(json)).toMatchObject({ code: 'MALFORMED_REQUEST' });
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'client',
    'client.drop',
    'report.thaw',
  ])('there is no channel %s', async (channel) => {
    expect(await refusal(JSON.stringify({ channel, input: {} }))).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
  });

  test('a hundred million characters are refused by their number, unread', async () => {
    const start = performance.now();
    expect(await refusal('x'.repeat(100_000_000))).toMatchObject({ code: 'TOO_LARGE' });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('nesting of a hundred thousand levels is refused before it is parsed', async () => {
    const deep = `{"channel":"client.list","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await refusal(deep)).toMatchObject({ code: 'TOO_DEEP' });
  });

  test.each([
    ['a sub-frame', { url: 'app://milepost/', topFrame: false, windowId: 'main' }],
    ['a frame that is gone', { url: null, topFrame: true, windowId: 'main' }],
    ['an unknown window', { url: 'app://milepost/', topFrame: true, windowId: null }],
  ])('the core refuses %s', async (_name, sender) => {
    const json = JSON.stringify({ channel: 'client.list', input: {} });
    expect(JSON.parse(await world.t.fromWindow(json, sender))).toMatchObject({ err: { code: 'FORBIDDEN' } });
  });

  test.each([
    ['a foreign origin', { url: 'https://evil.example/', topFrame: true, windowId: 'main' }],
    [
      'a look-alike origin',
      { url: 'https://milepost.internal.evil.example/', topFrame: true, windowId: 'main' },
    ],
    ['a sub-frame', { url: 'https://milepost.internal/', topFrame: false, windowId: 'main' }],
    ['a window that is not ours', { url: 'https://milepost.internal/', topFrame: true, windowId: 'other' }],
  ])('the gate of the hosts lets no request of %s reach the core', async (_name, sender) => {
    let reached = 0;
    const gate = createRequestGate({ origin: 'https://milepost.internal', windows: new Set(['main']) });
    gate.onRequest(async (json, from) => {
      reached += 1;
      return world.t.fromWindow(json, from);
    });
    const json = JSON.stringify({ channel: 'client.create', input: { values: { name: 'x' } } });
    await expect(gate.receive(json, sender)).rejects.toThrow('SENDER_REFUSED');
    expect(reached).toBe(0);
    const ours = { url: 'https://milepost.internal/', topFrame: true, windowId: 'main' };
    expect(
      JSON.parse(await gate.receive(JSON.stringify({ channel: 'client.list', input: {} }), ours)).ok,
    ).toBe(true);
  });
});
