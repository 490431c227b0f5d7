import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from '#renderer/ui/index.ts';
import type { PlanModel } from './model.ts';
import styles from './plan.module.css';
import { finishDate, type PlanTexts, startDate } from './texts.ts';
import type { Drag } from './useDrag.ts';

interface Tip {
  readonly lines: readonly string[];
  readonly refused: boolean;
}

function useTip(drag: Drag, texts: PlanTexts, model: PlanModel): Tip {
  const { t, format } = useI18n();
  if (drag.kind === 'link') {
    const names = { from: drag.row.name, to: drag.target?.name ?? '…' };
    return {
      lines: [drag.refused ? t('plan:drag.loop') : t('plan:drag.link', names)],
      refused: drag.refused,
    };
  }
  if (drag.kind === 'order') {
    const name = drag.target?.name ?? '';
    if (drag.refused) return { lines: [t('plan:drag.notHere')], refused: true };
    return { lines: [t(`plan:drag.${drag.place}`, { name })], refused: false };
  }
  const { row, dates, days } = drag;
  const span = (start: number | null, finish: number | null) =>
    row.milestone
      ? startDate(start)
      : t('plan:drag.span', { from: startDate(start), to: finishDate(start, finish) });
  const working = `${days > 0 ? '+' : ''}${format.number(days)}`;
  return {
    lines: [
      span(row.start, row.finish),
      `→ ${span(dates.start, dates.finish)}`,
      drag.part === 'move'
        ? t('plan:drag.working', { days: working })
        : t('plan:drag.dates', {
            from: texts.duration(row.duration, row.unit),
            to: texts.duration(dates.duration, model.rows[row.index]?.unit ?? 'd'),
          }),
    ],
    refused: false,
  };
}

/** What a drag would do, beside the pointer. */
export function DragTip({
  drag,
  texts,
  model,
}: {
  readonly drag: Drag;
  readonly texts: PlanTexts;
  readonly model: PlanModel;
}) {
  const { lines, refused } = useTip(drag, texts, model);
  return (
    <div
      role="status"
      className={cx(styles.tip, refused && styles.tipRefused)}
      style={{ left: Math.min(drag.clientX + 14, window.innerWidth - 260), top: drag.clientY + 18 }}
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
