import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge } from '#renderer/ui/index.ts';
import {
  type ConformityTrend,
  conformityBand,
  conformityTrend,
} from '#shared/domain/agreement/conformity.ts';
import { ChildList, useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './goals.module.css';

const TONES = { good: 'good', fair: 'warn', bad: 'bad' } as const;
const WIDTH = 96;
const HEIGHT = 24;

/** Judgements of every goal of a project. */
export function useConformity(projectId: string): (goalId: string) => ConformityTrend {
  const entries = useReadyAnswer('goal.conformity', { projectId });
  return useMemo(() => {
    const trends = new Map<string, ConformityTrend>();
    return (goalId) => {
      const known =
        trends.get(goalId) ?? conformityTrend(entries.filter(({ goal_id }) => goal_id === goalId));
      trends.set(goalId, known);
      return known;
    };
  }, [entries]);
}

/** A line as small as a word; the numbers beside it say the same. */
function Line({ points }: Pick<ConformityTrend, 'points'>) {
  const values = points.map(({ conformity }) => conformity);
  const top = Math.max(100, ...values);
  const low = Math.min(60, ...values);
  const at = (index: number, value: number): string => {
    const x = points.length < 2 ? WIDTH / 2 : (index / (points.length - 1)) * (WIDTH - 6) + 3;
    return `${x.toFixed(1)},${(HEIGHT - 3 - ((value - low) / (top - low)) * (HEIGHT - 6)).toFixed(1)}`;
  };
  const last = points.at(-1);
  if (!last) return null;
  const [x, y] = at(points.length - 1, last.conformity).split(',');
  return (
    <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.map(({ conformity }, index) => at(index, conformity)).join(' ')} />
      <circle cx={x} cy={y} r="2.5" />
    </svg>
  );
}

/** G19: latest conformity with its change and its line. */
export function ConformityFigure({ trend }: { readonly trend: ConformityTrend }) {
  const { t } = useRegisterTools();
  if (trend.latest === null) return <span className={styles.quiet}>—</span>;
  const { conformity } = trend.latest;
  return (
    <span className={styles.conformity}>
      <Badge tone={TONES[conformityBand(conformity)]}>{`${conformity}%`}</Badge>
      {trend.direction === null ? null : (
        <span className={styles.quiet}>
          {t(`agreement:conformity.${trend.direction}`, { points: Math.abs(trend.change ?? 0) })}
        </span>
      )}
      <Line points={trend.points} />
    </span>
  );
}

/** G19: how far progress and goal agree, judged again and again. */
export function ConformityWidget({ record }: WidgetProps<'goal'>) {
  const { t } = useRegisterTools();
  const trendOf = useConformity(record.project_id);
  return (
    <div className={styles.stack}>
      <ConformityFigure trend={trendOf(record.id)} />
      <p className={styles.quiet}>{t('agreement:conformity.explain')}</p>
      <ChildList
        entity="goal_status"
        owner={{ goal_id: record.id }}
        fields={['judged_on', 'conformity', 'note']}
        shown={['judged_on', 'conformity']}
        asked={['judged_on', 'conformity', 'note']}
        newestBy="judged_on"
        empty={t('agreement:conformity.empty')}
      />
    </div>
  );
}
