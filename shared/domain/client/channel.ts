/** B16: which way of talking a client deserves, from his standing and from how serious the matter is. */
import type { registry } from '../../model/registry.ts';

type Values<F> = F extends { readonly schema: { readonly _output: infer V } } ? V : never;
export type Tier = Values<(typeof registry.client)['fields']['tier']>;
export type Channel = Values<(typeof registry.comm_log)['fields']['channel']>;
export type Severity = Values<(typeof registry.issue)['fields']['severity']>;

/** How much of a person comes across. What is written alone can be misread. */
const RICHNESS: Readonly<Record<Channel, number>> = {
  meeting: 4,
  site_visit: 4,
  briefing: 4,
  video: 3,
  phone: 2,
  im: 1,
  email: 0,
  letter: 0,
  other: 0,
};

/** The least that is due; null: nothing is, the client's own wish decides. */
const LEAST: Readonly<Record<Tier, Readonly<Record<Severity | 'none', Channel | null>>>> = {
  key: { none: 'phone', low: 'phone', medium: 'meeting', high: 'meeting' },
  regular: { none: null, low: null, medium: 'phone', high: 'meeting' },
  occasional: { none: null, low: null, medium: 'phone', high: 'video' },
  prospect: { none: null, low: 'phone', medium: 'phone', high: 'video' },
};

export const CHANNEL_REASONS = ['preferred', 'usual', 'tier', 'severity', 'both'] as const;
export type ChannelReason = (typeof CHANNEL_REASONS)[number];

export interface ChannelSuggestion {
  readonly channel: Channel;
  /** `tier`, `severity`, `both`: stronger than what the client prefers, because of these. */
  readonly reason: ChannelReason;
}

/** What is used where nobody has said anything. */
const USUAL: Channel = 'phone';

/**
 * B16: the channel for the next word to a client.
 * @param severity of the most serious open matter; null without one
 * @param preferred what the contact likes best; null if nobody has asked
 */
export function suggestChannel(
  tier: Tier,
  severity: Severity | null,
  preferred: Channel | null,
): ChannelSuggestion {
  const least = LEAST[tier][severity ?? 'none'];
  const wish = preferred ?? USUAL;
  if (least === null || RICHNESS[wish] >= RICHNESS[least])
    return { channel: wish, reason: preferred === null ? 'usual' : 'preferred' };
  // Whose demand it is: the client's standing alone, the matter alone with any client, or only both.
  const byTier = LEAST[tier].none;
  const bySeverity = severity === null ? null : LEAST.regular[severity];
  const enough = (channel: Channel | null) => channel !== null && RICHNESS[channel] >= RICHNESS[least];
  if (enough(byTier)) return { channel: least, reason: 'tier' };
  return { channel: least, reason: enough(bySeverity) || tier !== 'key' ? 'severity' : 'both' };
}

/**
 * B16, O6: whether the suggested channel would be better than the one about to be used. More of a person than was
 * asked for is never worse; where only habit speaks, any channel will do.
 */
export function isBetter({ channel, reason }: ChannelSuggestion, chosen: Channel): boolean {
  if (channel === chosen || reason === 'usual') return false;
  return reason === 'preferred' || RICHNESS[chosen] < RICHNESS[channel];
}
