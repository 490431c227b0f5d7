import { useAnswer } from '#renderer/client/hooks.ts';
import { Banner } from '#renderer/ui/index.ts';
import { useRegisterTools } from '../register/public.ts';

/** D3: says of a contract day that nobody works on it, where it is typed, and what the plan makes of it. */
export function FreeDay({ projectId, day }: { readonly projectId: string; readonly day: string | null }) {
  const { t, format } = useRegisterTools();
  const { data } = useAnswer('contract.day', { projectId, day: day ?? '' }, day !== null);
  const around = day === null ? null : (data?.around ?? null);
  if (day === null || around === null) return null;
  return (
    <Banner tone="warn">
      {t('contract:plan.freeDay', { day: format.date(day), before: format.date(around.before) })}
    </Banner>
  );
}
