import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from '#renderer/ui/index.ts';
import { finishText } from './live/effect.ts';
import type { PlanModel } from './model.ts';
import styles from './plan.module.css';
import { finishDate, type PlanTexts, startDate } from './texts.ts';
import { type Drag, type Drags, useDragged } from './useDrag.ts';

interface Tip {
  readonly lines: readonly string[];
  readonly refused: boolean;
}

type Tools = ReturnType<typeof useI18n>;
type BarDrag = Extract<Drag, { kind: 'bar' }>;

/** What the whole plan would make of a drag: how much moves, when it ends, and which promise it breaks. */
function liveLines({ t, format }: Tools, { live }: BarDrag, model: PlanModel): readonly string[] {
  if (!live) return [];
  const lines = [
    `${t('timeline:drag.tasksMove', { count: live.moved })}, ${finishText(t, format, model, live)}`,
  ];
  const [first] = [...live.broken].sort((a, b) => a.promised - b.promised);
  if (!first) return lines;
  const name = model.rows[first.index]?.name ?? '';
  const dates = { finish: finishDate(null, first.finish), promised: finishDate(null, first.promised) };
  lines.push(t('timeline:drag.breaks', { name, ...dates }));
  if (live.broken.length > 1) lines.push(t('timeline:drag.breaksMore', { count: live.broken.length - 1 }));
  return lines;
}

function barTip(tools: Tools, drag: BarDrag, texts: PlanTexts, model: PlanModel): Tip {
  const { t, format } = tools;
  const { row, dates, days } = drag;
  const span = (start: number | null, finish: number | null) =>
    row.milestone
      ? startDate(start)
      : t('plan:drag.span', { from: startDate(start), to: finishDate(start, finish) });
  const working = `${days > 0 ? '+' : ''}${format.number(days)}`;
  // Links may hold the bar elsewhere than the pointer: what counts is where it will be.
  const at = drag.live?.dates;
  const [start, finish] = at ? [at.start[row.index], at.finish[row.index]] : [];
  return {
    lines: [
      drag.copies ? t('timeline:drag.copy', { from: startDate(dates.start) }) : span(row.start, row.finish),
      `→ ${span(start ?? dates.start, finish ?? dates.finish)}`,
      drag.part === 'move'
        ? t('plan:drag.working', { days: working })
        : t('plan:drag.dates', {
            from: texts.duration(row.duration, row.unit),
            to: texts.duration(dates.duration, model.rows[row.index]?.unit ?? 'd'),
          }),
      ...(drag.free ? [t('timeline:drag.free')] : []),
      ...liveLines(tools, drag, model),
      ...(drag.part === 'move' && !row.summary && !drag.free && !drag.copies
        ? [t('timeline:drag.hint')]
        : []),
    ],
    refused: (drag.live?.broken.length ?? 0) > 0,
  };
}

function useTip(drag: Drag, texts: PlanTexts, model: PlanModel): Tip {
  const tools = useI18n();
  const { t } = tools;
  if (drag.kind === 'link') {
    const names = { from: drag.row.name, to: drag.target?.name ?? '…' };
    const loop = drag.loop.length > 2 ? [t('timeline:drag.circle', { path: drag.loop.join(' → ') })] : [];
    return {
      lines: drag.refused ? [t('plan:drag.loop'), ...loop] : [t('plan:drag.link', names)],
      refused: drag.refused,
    };
  }
  if (drag.kind === 'order') {
    const name = drag.target?.name ?? '';
    if (drag.refused) return { lines: [t('plan:drag.notHere')], refused: true };
    if (drag.place === 'outdent') return { lines: [t('plan:tool.outdent')], refused: false };
    return { lines: [t(`plan:drag.${drag.place}`, { name })], refused: false };
  }
  return barTip(tools, drag, texts, model);
}

interface DragTipProps {
  readonly drags: Drags;
  readonly texts: PlanTexts;
  readonly model: PlanModel;
}

/** What a drag would do, beside the pointer; nothing while there is none. */
export function DragTip({ drags, texts, model }: DragTipProps) {
  const drag = useDragged(drags);
  return drag === null ? null : <TipOf drag={drag} texts={texts} model={model} />;
}

function TipOf({ drag, texts, model }: Omit<DragTipProps, 'drags'> & { readonly drag: Drag }) {
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
