import { useCallback, useMemo } from 'react';
import { RequestError, request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/ui/index.ts';
import type { CommandName, InputOf, OutputOf } from '#shared/ipc/contract.ts';

/** Takes back one act, unless something else was done since: then the button must not undo that. */
async function undoOnly(seq: number): Promise<void> {
  const state = await request('undo.state', {});
  if (state.undo?.seq === seq) await request('undo.undo', {});
}

/** What a command did, in words; `why` leads to the reasons. */
export interface Told {
  readonly text: string;
  readonly why?: () => void;
}

export interface PlanActions {
  /** Runs a command; a refusal is shown as a notification. Null if it was refused. */
  run<C extends CommandName>(channel: C, input: InputOf<C>): Promise<OutputOf<C> | null>;
  /** Runs a command and says what it did, with a way back. `text` null: nothing worth saying. */
  runAndTell<C extends CommandName>(
    channel: C,
    input: InputOf<C>,
    text: (output: OutputOf<C>) => string | Told | null,
  ): Promise<OutputOf<C> | null>;
}

/** Commands of the plan screen: one call, one undo step, refusals in words. */
export function usePlanActions(): PlanActions {
  const { t } = useI18n();
  const run = useCallback<PlanActions['run']>(
    async (channel, input) => {
      try {
        return await request(channel, input);
      } catch (error) {
        // Asked and answered already: nothing was changed, as the user wants it.
        if (!(error instanceof RequestError && error.code === 'COMMITMENT_BROKEN'))
          showToast({ text: errorText(t, error), tone: 'bad' });
        return null;
      }
    },
    [t],
  );
  const runAndTell = useCallback<PlanActions['runAndTell']>(
    async (channel, input, text) => {
      const output = await run(channel, input);
      const said = output === null ? null : text(output);
      if (said === null) return output;
      const told: Told = typeof said === 'string' ? { text: said } : said;
      const { undo } = await request('undo.state', {});
      const seq = undo?.seq;
      showToast({
        text: told.text,
        ...(told.why === undefined ? {} : { more: { label: t('timeline:done.why'), onPress: told.why } }),
        ...(seq === undefined
          ? {}
          : { action: { label: t('common:verb.undo'), onPress: () => void undoOnly(seq) } }),
      });
      return output;
    },
    [run, t],
  );
  return useMemo(() => ({ run, runAndTell }), [run, runAndTell]);
}
