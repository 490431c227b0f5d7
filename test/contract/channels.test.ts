import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '#shared/ipc/channel.ts';
import type { WireReply } from '#shared/ipc/codec.ts';
import { type ChannelName, channelNames, contract, type TaskName } from '#shared/ipc/contract.ts';
import { isEntityType } from '#shared/model/registry.ts';
import { startWorld } from '#test/support/world.ts';
import { channelExamples, exampledNames } from './channelExamples.ts';
import type { Example, World } from './examples/types.ts';

const exampleOf = (name: ChannelName): Example<ChannelName> =>
  channelExamples[name] as unknown as Example<ChannelName>;
const kindOf = (name: ChannelName): Channel['kind'] => (contract[name] as unknown as Channel).kind;

async function run(world: World, name: ChannelName): Promise<void> {
  const input = await exampleOf(name).accepted(world);
  const output =
    kindOf(name) === 'task'
      ? await world.t.task(name as TaskName, input as never)
      : await world.t.request(name, input);
  await exampleOf(name).check?.(output as never, world);
}

async function expectRefusal(world: World, name: ChannelName): Promise<void> {
  const { input, code } = exampleOf(name).refused;
  const seq = (await world.t.request('history.recent', { limit: 1 }))[0]?.seq;
  const reply = JSON.parse(
    await world.t.raw(JSON.stringify({ channel: name, input: input(world) })),
  ) as WireReply;
  expect(reply).toMatchObject({ ok: false, err: { code } });
  expect((await world.t.request('history.recent', { limit: 1 }))[0]?.seq).toBe(seq);
}

test('every channel of the contract has its example, and every example its channel', () => {
  expect([...exampledNames].sort()).toEqual([...channelNames].sort());
});

test('queries name what they read, so that the client knows when to ask again', () => {
  for (const name of channelNames) {
    const { kind, reads } = contract[name] as unknown as Channel;
    if (kind !== 'query') expect(reads, name).toEqual([]);
    else if (!name.startsWith('startup.')) expect(reads.length, name).toBeGreaterThan(0);
    for (const read of reads)
      expect(read === 'log' || read === 'prefs' || isEntityType(read), name).toBe(true);
  }
});

describe('a channel that only reads', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.t.close());
  const pure = exampledNames.filter(
    (name) => /\.(list|get)$/.test(name) && isEntityType(name.split('.')[0]!),
  );

  test.each(pure)('%s answers its example and refuses the other', async (name) => {
    await run(world, name);
    await expectRefusal(world, name);
  });
});

describe('a channel of the app', () => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.t.close();
    world = null;
  });
  const others = exampledNames.filter(
    (name) => !/\.(list|get)$/.test(name) || !isEntityType(name.split('.')[0]!),
  );

  test.each(others)('%s refuses bad input, leaves the log alone, and then does its work', async (name) => {
    world = await startWorld();
    await expectRefusal(world, name);
    await run(world, name);
  });
});
