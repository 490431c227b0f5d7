/** The core as the tour uses it: the same door as the window, with the end of long jobs as promises. */
import type { HostPorts } from '#main/host/ports.ts';
import type { WireReply } from '#shared/ipc/codec.ts';
import type { ChannelName, InputOf, OutputOf, TaskName } from '#shared/ipc/contract.ts';
import type { WireError } from '#shared/ipc/errors.ts';
import type { AppEvent } from '#shared/ipc/events.ts';

export interface DemoCore {
  request<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  task<C extends TaskName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
}

const failure = (channel: string, err: Pick<WireError, 'code' | 'reason'>): Error =>
  new Error(`${channel}: ${[err.code, err.reason].filter(Boolean).join(' ')}`);

/** Lets the tour hear what the core pushes to the window. */
export function listening(ports: HostPorts): { ports: HostPorts; events: AppEvent[] } {
  const events: AppEvent[] = [];
  const transport: HostPorts['transport'] = {
    onRequest: (handler) => ports.transport.onRequest(handler),
    push: (json) => {
      const event = JSON.parse(json) as AppEvent;
      if (event.type === 'task.done' || event.type === 'task.failed') events.push(event);
      ports.transport.push(json);
    },
  };
  return { ports: { ...ports, transport }, events };
}

const POLL_MS = 20;

export function createDemoCore(
  send: (json: string) => Promise<string>,
  events: readonly AppEvent[],
): DemoCore {
  const request: DemoCore['request'] = async (channel, input) => {
    const reply = JSON.parse(await send(JSON.stringify({ channel, input }))) as WireReply;
    if (!reply.ok) throw failure(channel, reply.err);
    return reply.value as never;
  };
  return {
    request,
    async task(channel, input) {
      const { taskId } = (await request(channel, input)) as unknown as { taskId: string };
      for (;;) {
        const end = events.find((event) => 'taskId' in event && event.taskId === taskId);
        if (end?.type === 'task.done') return end.value as never;
        if (end?.type === 'task.failed') throw failure(channel, end.err as WireError);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
