import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Badge } from '#renderer/ui/index.ts';

const TONES = { none_expected: 'plain', ok: 'good', soon: 'warn', overdue: 'bad' } as const;

/** Demand 19, WF3, WF4: how long ago the client last heard from us, over all his projects. */
export function LastContactBadge({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const { data } = useAnswer('comm.lastContact', { clientId });
  if (!data) return null;
  const { state, days, limit, due_on, last } = data;
  const values = { count: days, limit: limit ?? 0, date: due_on === null ? '' : format.date(due_on) };
  const text =
    last === null && due_on !== null ? 'never' : days === 0 && state !== 'none_expected' ? 'today' : state;
  return <Badge tone={TONES[state]}>{t(`communication:contact.${text}`, values)}</Badge>;
}
