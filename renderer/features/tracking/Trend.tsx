import { Flag } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, EmptyState, Segmented, showToast } from '#renderer/ui/index.ts';
import { daysBetween } from '#shared/domain/deadline/dates.ts';
import { daysText, NONE } from '#shared/domain/report/figures.ts';
import type { TrendAnswer } from '#shared/ipc/channels/milestones.ts';
import { layoutTrend } from '#shared/schedule/layout/milestoneTrend.ts';
import { type RegisterTools, useRegisterTools } from '../register/public.ts';
import { ListButtons, PlainTable, useTellProblem } from './parts.tsx';
import { TrendChart } from './TrendChart.tsx';
import styles from './tracking.module.css';

const SIZE = 12;

type Shown = 'client' | 'all';

const isClients = (series: TrendAnswer): boolean => series.clientVisible || series.commitment !== null;

/** Calendar days the newest forecast lies after the plan, or after the first forecast where there is no plan. */
function slipOf({ plannedOn, points }: TrendAnswer): number | null {
  const last = points.at(-1)?.forecast;
  const first = plannedOn ?? points[0]?.forecast;
  return last === undefined || first === undefined ? null : daysBetween(first, last);
}

function useTable(series: readonly TrendAnswer[], tools: RegisterTools) {
  const { t } = tools;
  return useMemo(() => {
    const days = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
    const heads = [
      tools.fieldName('milestone_forecast', 'task_id'),
      t('tracking:trend.planned'),
      ...days,
      t('tracking:trend.slip'),
    ];
    const rows = series.map((each) => {
      const byDay = new Map(each.points.map((point) => [point.on, point]));
      const cells = days.map((day) => {
        const point = byDay.get(day);
        if (point === undefined) return NONE;
        return point.done ? t('tracking:trend.reached', { date: point.forecast }) : point.forecast;
      });
      return { id: each.id, cells: [each.name, each.plannedOn ?? NONE, ...cells, daysText(slipOf(each))] };
    });
    return { heads, rows };
  }, [series, tools, t]);
}

function Table({ series }: { readonly series: readonly TrendAnswer[] }) {
  const tools = useRegisterTools();
  const { heads, rows } = useTable(series, tools);
  return (
    <>
      <PlainTable label={tools.t('tracking:trend.table')} heads={heads.map((text) => ({ text }))}>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((text, i) =>
              i === 0 ? (
                <th key="name" scope="row">
                  {text}
                </th>
              ) : (
                <td key={heads[i]} className={styles.day}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </PlainTable>
      <div className={styles.bar}>
        <ListButtons
          name={tools.t('tracking:tabs.trend')}
          cells={() => [heads, ...rows.map(({ cells }) => cells)]}
          paper={() => ({
            groups: [{ title: '', heads, rows: rows.map(({ cells }) => cells) }],
            trend: series.map(({ id, name, points }) => ({ id, name, points: [...points] })),
          })}
        />
      </div>
    </>
  );
}

/** How the forecast of each milestone moved from report to report: the picture that tells a client early. */
export function Trend({ projectId }: { readonly projectId: string }) {
  const { t, format } = useRegisterTools();
  const answer = useReadyAnswer('tracking.trend', { projectId });
  const record = useCommand('tracking.recordForecast');
  const tell = useTellProblem();
  const [shown, setShown] = useState<Shown>(answer.series.some(isClients) ? 'client' : 'all');
  const series = answer.series.filter((each) => shown === 'all' || isClients(each));
  const layout = layoutTrend({ series, width: 900, maxSide: 460, fontSize: SIZE });
  const note = async () => {
    try {
      const { count, on } = await record.mutateAsync({ projectId });
      showToast({ text: t('tracking:trend.recorded', { count, date: format.date(on) }), tone: 'good' });
    } catch (error) {
      tell(error);
    }
  };
  if (answer.series.length === 0) return <EmptyState text={t('tracking:trend.noMilestones')} />;
  return (
    <div className={styles.pane}>
      <div className={styles.flow}>
        <div className={styles.bar}>
          <Button look="primary" icon={<Flag aria-hidden="true" />} onPress={() => void note()}>
            {t(answer.recorded ? 'tracking:trend.recordAgain' : 'tracking:trend.record', {
              date: answer.reportOn,
            })}
          </Button>
          <Segmented
            label={t('tracking:trend.shown')}
            value={shown}
            onChange={setShown}
            options={[
              { id: 'client', label: t('tracking:trend.clients') },
              { id: 'all', label: t('tracking:trend.all') },
            ]}
          />
        </div>
        <p className={styles.explain}>{t('tracking:trend.about')}</p>
        {layout === null ? (
          <EmptyState text={t('tracking:trend.empty')} />
        ) : (
          <>
            <TrendChart layout={layout} size={SIZE} id="milestone-trend" />
            <Table series={series.filter(({ points }) => points.length > 0)} />
          </>
        )}
      </div>
    </div>
  );
}
