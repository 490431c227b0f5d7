import { request } from '#renderer/client/wire.ts';
import { showToast } from '#renderer/ui/index.ts';
import type { CommandName, InputOf, OutputOf } from '#shared/ipc/contract.ts';
import type { RegisterTools } from '../register/public.ts';

/** Runs a command; a failure is told in a toast. Null then. */
export async function run<C extends CommandName>(
  tools: RegisterTools,
  channel: C,
  input: InputOf<C>,
): Promise<OutputOf<C> | null> {
  try {
    return (await request(channel, input)) as OutputOf<C>;
  } catch (error) {
    showToast({ tone: 'bad', text: tools.problemText(error) });
    return null;
  }
}
