import { type ReactNode, type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { type Column, cx, type TreeShape } from '#renderer/ui/index.ts';
import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import { zoomStep } from '#shared/schedule/layout/timescale.ts';
import { Gantt, type GanttHandle } from './Gantt.tsx';
import { type PlanModel, type PlanRow, toModel } from './model.ts';
import styles from './plan.module.css';
import { fitZoom, planRange } from './scale.ts';
import { createTexts, type PlanTexts } from './texts.ts';
import { type Look, STANDARD_LOOK } from './timeline/layers.ts';
import { useFirstView } from './useFirstView.ts';

export interface OverviewChart {
  zoom(step: 1 | -1): void;
  fit(): void;
  today(): void;
}

export interface OverviewGanttProps {
  /** Rows to look at, in the form of a plan; they may belong to several projects. */
  readonly plan: PlanAnswer;
  /** Enter and double click. */
  readonly onOpen: (id: string) => void;
  readonly empty: ReactNode;
  readonly ref: Ref<OverviewChart>;
}

const noop = (): void => {};

/** Nothing of one project's calculation: rows of several stand here. */
const LOOK: Look = { ...STANDARD_LOOK, layers: { ...STANDARD_LOOK.layers, critical: false, links: false } };

function useColumns(texts: PlanTexts) {
  const { t } = useI18n();
  return useCallback(
    (): readonly Column<PlanRow>[] => [
      {
        id: 'name',
        header: t('plan:column.name'),
        width: 240,
        grow: true,
        rowHeader: true,
        text: (row) => row.name,
        render: (row) => (
          <span className={cx(styles.name, row.summary && styles.summaryName)}>{row.name}</span>
        ),
      },
      { id: 'start', header: t('plan:column.start'), width: 100, text: texts.start },
      { id: 'finish', header: t('plan:column.finish'), width: 100, text: texts.finish },
      { id: 'percent', header: t('plan:column.percent'), width: 64, align: 'end', text: texts.percent },
    ],
    [t, texts],
  );
}

function useTree(model: PlanModel) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const tree = useMemo<TreeShape<PlanRow>>(
    () => ({
      level: (row) => row.depth,
      // A bracket whose parts are not shown has nothing to unfold.
      expanded: (row) => (model.rows[row.index + 1]?.parent === row.index ? !folded.has(row.id) : undefined),
      onToggle: (row, expanded) =>
        setFolded((now) => {
          const next = new Set(now);
          if (expanded) next.delete(row.id);
          else next.add(row.id);
          return next;
        }),
      column: 'name',
    }),
    [model, folded],
  );
  const rows = useMemo(() => {
    const hidden = new Set<number>();
    return model.rows.filter((row) => {
      const parent = model.rows[row.parent];
      const out = parent !== undefined && (hidden.has(parent.index) || folded.has(parent.id));
      if (out) hidden.add(row.index);
      return !out;
    });
  }, [model, folded]);
  return { tree, rows };
}

/** The chart of the plan for looking only: sheet and timeline, folding, zoom and keys, without any change. */
export function OverviewGantt({ plan, onOpen, empty, ref }: OverviewGanttProps) {
  const { t, format } = useI18n();
  const model = useMemo(() => toModel(plan), [plan]);
  const texts = useMemo(() => createTexts(t, format, model), [t, format, model]);
  const columns = useColumns(texts);
  const barLabel = useCallback(
    (row: PlanRow) => (row.milestone ? `${row.name} ${texts.finish(row).slice(5)}` : ''),
    [texts],
  );
  const { tree, rows } = useTree(model);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [perDay, setPerDay] = useState(6);
  const [sheetWidth, setSheetWidth] = useState(506);
  const gantt = useRef<GanttHandle>(null);
  const fit = useCallback(() => {
    const range = planRange(model);
    setPerDay(fitZoom(range, gantt.current?.timelineWidth() ?? 800));
    requestAnimationFrame(() => gantt.current?.showDay(range.from + (range.to - range.from) / 3));
  }, [model]);
  useImperativeHandle(
    ref,
    () => ({
      zoom: (step) => setPerDay((now) => zoomStep(now, step)),
      fit,
      today: () => {
        const day = parseDate(model.today);
        if (day !== null) gantt.current?.showDay(day);
      },
    }),
    [fit, model],
  );
  useFirstView(gantt, model.rows.length > 0 ? fit : null, null, noop);
  return (
    <Gantt
      ref={gantt}
      readOnly
      look={LOOK}
      baseline={null}
      barLabel={barLabel}
      model={model}
      rows={rows}
      columns={columns}
      texts={texts}
      rowText={texts.row}
      tree={tree}
      selection={selection}
      onSelectionChange={setSelection}
      perDay={perDay}
      onZoom={setPerDay}
      sheetWidth={sheetWidth}
      onSheetWidth={setSheetWidth}
      sort={null}
      onSort={noop}
      onResize={noop}
      onHeadMenu={noop}
      onDrop={noop}
      onOpen={(row) => onOpen(row.id)}
      onActiveRow={noop}
      onDelete={noop}
      onKeyDown={noop}
      onPaste={noop}
      empty={empty}
    />
  );
}
