import { useAnswer } from '#renderer/client/hooks.ts';
import { Banner } from '#renderer/ui/index.ts';
import { useRegisterTools } from '../register/public.ts';

interface FreeDayProps {
  readonly projectId: string;
  readonly day: string | null;
  /** What falls on that day: work that the plan takes in, or money that has to come. */
  readonly what?: 'work' | 'money';
}

/** D3, E2: says of a contract day that nobody works on it, where it is typed, and what that means. */
export function FreeDay({ projectId, day, what = 'work' }: FreeDayProps) {
  const { t, format } = useRegisterTools();
  const { data } = useAnswer('contract.day', { projectId, day: day ?? '' }, day !== null);
  const around = day === null ? null : (data?.around ?? null);
  if (day === null || around === null) return null;
  return (
    <Banner tone="warn">
      {what === 'money'
        ? t('contract:money.freeDay', { day: format.date(day), after: format.date(around.after) })
        : t('contract:plan.freeDay', { day: format.date(day), before: format.date(around.before) })}
    </Banner>
  );
}
