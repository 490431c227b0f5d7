import { type Channel, isBetter } from '#shared/domain/client/channel.ts';
import { CHANNELS } from '#shared/model/entities/client.ts';
import { useAnswer } from '../client/hooks.ts';
import { useI18n } from '../i18n/index.ts';
import { valueName } from '../i18n/words.ts';
import { Banner } from '../ui/index.ts';

const isChannel = (value: string): value is Channel => CHANNELS.some((channel) => channel === value);

/**
 * B16, O6: the channel that the client and the open matters ask for, where a weaker one is about to be used; null
 * where the chosen one will do, and while there is no client.
 */
export function useChannelHint(clientId: string | null, chosen: string): string | null {
  const { t } = useI18n();
  const { data } = useAnswer('client.overview', { clientId: clientId ?? '' }, clientId !== null);
  if (clientId === null || !data || !isChannel(chosen) || !isBetter(data.suggestion, chosen)) return null;
  const { channel, reason, matter } = data.suggestion;
  const hint = t('client:suggestedChannel', {
    channel: valueName(t, 'comm_log', 'channel', channel),
    reason: t(`client:because.${reason}`),
  });
  return matter === null || (reason !== 'severity' && reason !== 'both')
    ? hint
    : t('client:suggestedFor', { hint, matter: matter.title.slice(0, 60) });
}

export interface ChannelAdviceProps {
  readonly clientId: string | null;
  /** The channel about to be used. */
  readonly channel: Channel;
}

/** The same as a line of its own, where something to the client is begun. */
export function ChannelAdvice({ clientId, channel }: ChannelAdviceProps) {
  const hint = useChannelHint(clientId, channel);
  return hint === null ? null : <Banner tone="info">{hint}</Banner>;
}
