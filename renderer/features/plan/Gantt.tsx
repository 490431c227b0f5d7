import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import {
  type Column,
  cx,
  fromTsv,
  GridHead,
  type Sort,
  setCopied,
  type TreeShape,
  useGrid,
  useRowHeight,
} from '#renderer/ui/index.ts';
import type { EpochDay } from '#shared/schedule/calendar/instant.ts';
import chart from './chart.module.css';
import { DragTip } from './DragTip.tsx';
import { editingText, useRowParts } from './ganttParts.tsx';
import { useLive } from './live/useLive.ts';
import type { PlanModel, PlanRow } from './model.ts';
import type { SheetColumn } from './opening/drawSheet.ts';
import { Opening } from './opening/Opening.tsx';
import styles from './plan.module.css';
import { SheetScroll } from './SheetScroll.tsx';
import { Splitter } from './Splitter.tsx';
import { createScale, planRange } from './scale.ts';
import { SheetRows } from './sheet/SheetRows.tsx';
import type { ColumnId } from './sheet/view.ts';
import { TimeHead } from './TimeHead.tsx';
import { END_SPACE, HEAD_HEIGHT, Timeline } from './Timeline.tsx';
import type { PlanTexts } from './texts.ts';
import { createTimeLabel } from './timeLabels.ts';
import type { Hit } from './timeline/geometry.ts';
import type { Look } from './timeline/layers.ts';
import { MINI_MAP, MiniMap } from './timeline/MiniMap.tsx';
import { usePalette } from './timeline/palette.ts';
import type { Scene } from './timeline/scene.ts';
import { type Drag, useDrag } from './useDrag.ts';
import { usePan } from './usePan.ts';
import { usePlace } from './usePlace.ts';
import { useCellInView, useInView, useSteadyDays, useZoomWheel } from './useScroll.ts';
import { useViewport } from './useViewport.ts';

export interface GanttHandle {
  /** Puts a day at one third of the timeline. */
  showDay(day: EpochDay): void;
  /** Selects a row and puts the cursor on its name. */
  goTo(id: string): void;
  /** Puts the row and the day back to the top left of the timeline, with their fractions. */
  showPlace(topRow: number, leftDay: number): void;
  timelineWidth(): number;
}

export interface GanttProps extends Partial<Pick<Scene, 'changes'>> {
  readonly model: PlanModel;
  /** Visible rows in display order. */
  readonly rows: readonly PlanRow[];
  readonly columns: (onHandle: (event: PointerEvent, row: PlanRow) => void) => readonly SheetColumn[];
  readonly texts: PlanTexts;
  /** A row in one sentence. */
  readonly rowText: (row: PlanRow) => string;
  readonly tree: TreeShape<PlanRow>;
  readonly selection: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  /** Px of one day. */
  readonly perDay: number;
  readonly onZoom: (perDay: number) => void;
  readonly look: Look;
  readonly baseline: Scene['baseline'];
  readonly sheetWidth: number;
  readonly onSheetWidth: (width: number) => void;
  readonly onDrop: (drag: Drag) => void;
  readonly onOpen: (row: PlanRow) => void;
  readonly onActiveRow: (row: PlanRow | null) => void;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly onPaste: (
    cells: readonly (readonly string[])[],
    at: { row: PlanRow | null; column: string },
  ) => void;
  readonly barLabel: (row: PlanRow) => string;
  readonly empty: ReactNode;
  /** Bars and rows stay where they are. */
  readonly readOnly?: boolean;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly onResize: (column: ColumnId, width: number) => void;
  /** A menu was asked for: on the head of a column, or null, on a row. */
  readonly onHeadMenu: (column: ColumnId | null) => void;
  readonly ref: Ref<GanttHandle>;
}

/** Place of the column that names the rows. */
const nameColumn = (columns: readonly Column<PlanRow>[]): number =>
  Math.max(
    0,
    columns.findIndex((column) => column.rowHeader),
  );

/** Sheet and timeline in one scroll container with one cursor and one selection, so that rows cannot drift apart. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: joins the parts; the work is in hooks and children
export function Gantt(props: GanttProps) {
  const { t, locale } = useI18n();
  const { model, rows, texts, rowText, selection, perDay, sheetWidth } = props;
  const rowHeight = useRowHeight();
  const box = useRef<HTMLDivElement | null>(null);
  const { view, measure, settle } = useViewport(box, { rowHeight, head: HEAD_HEIGHT, sheet: sheetWidth });
  const frame = useRef<HTMLDivElement>(null);
  const palette = usePalette(frame);
  const [sheetX, setSheetX] = useState(0);
  const range = useMemo(() => planRange(model), [model]);
  const scale = useMemo(() => createScale(range, perDay, view.width), [range, perDay, view.width]);
  const { live, prepare, hurry } = useLive(model, !props.readOnly);
  const along = (row: PlanRow): readonly PlanRow[] =>
    selection.has(row.id) ? rows.filter(({ id, index }) => index >= 0 && selection.has(id)) : [row];
  const world = { model, rows, scale, rowHeight, head: HEAD_HEIGHT, sheet: sheetWidth, live, hurry, along };
  const { drags, begin } = useDrag(box, world, props.onDrop);
  const onHandle = useCallback(
    (event: PointerEvent, row: PlanRow) => begin(event, { kind: 'order', row }),
    [begin],
  );
  const { columns: makeColumns } = props;
  const columns = useMemo(() => makeColumns(onHandle), [makeColumns, onHandle]);
  const grid = useGrid<PlanRow>(
    {
      label: t('plan:title'),
      columns,
      rows,
      rowId,
      tree: props.tree,
      selection,
      onSelectionChange: props.onSelectionChange,
      multiple: true,
      onOpen: props.onOpen,
      onActiveRow: props.onActiveRow,
      onDelete: props.onDelete,
      onKeyDown: props.onKeyDown,
      ...(props.sort === null ? {} : { sort: props.sort }),
      onSort: props.onSort,
    },
    view.page,
  );
  const { cursor, go, box: gridBox } = grid;
  const inView = useInView(box, sheetWidth, HEAD_HEIGHT);
  const latestResize = useRef(props.onResize);
  latestResize.current = props.onResize;
  const setBox = useCallback(
    (element: HTMLDivElement | null) => {
      box.current = element;
      gridBox.current = element;
    },
    [gridBox],
  );
  useZoomWheel(box, { perDay, sheetWidth, dayAt: scale.dayAt, dayX: scale.dayX, onZoom: props.onZoom });
  useSteadyDays(box, scale);
  usePan(box);
  usePlace(box, model.project.id, { scale, rowHeight });
  useCellInView(box, cursor, { rowHeight, columns, sheetWidth, setSheetX });

  const latest = useRef({ rows, scale, sheetWidth, columns });
  latest.current = { rows, scale, sheetWidth, columns };
  useImperativeHandle(
    props.ref,
    () => ({
      showDay(day) {
        const element = box.current;
        if (!element) return;
        const { scale: now, sheetWidth: sheet } = latest.current;
        element.scrollLeft = now.dayX(day) - (element.clientWidth - sheet) / 3;
        measure();
      },
      showPlace(topRow, leftDay) {
        const element = box.current;
        if (!element) return;
        element.scrollLeft = latest.current.scale.dayX(leftDay);
        element.scrollTop = topRow * rowHeight;
        measure();
      },
      goTo(id) {
        const row = latest.current.rows.findIndex((candidate) => candidate.id === id);
        settle();
        if (row >= 0) go({ row, column: nameColumn(latest.current.columns) }, 'one');
      },
      timelineWidth: () => Math.max(100, (box.current?.clientWidth ?? 800) - latest.current.sheetWidth),
    }),
    [go, measure, settle, rowHeight],
  );

  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const x = Math.max(0, Math.min(sheetX, total - sheetWidth));
  const isLong = scale.width > 2 * view.width || rows.length > 2 * view.page;
  const strip = props.look.miniMap && isLong ? MINI_MAP : 0;
  const layout = {
    '--columns': columns
      .map((column) => (column.grow ? `minmax(${column.width}px, 1fr)` : `${column.width}px`))
      .join(' '),
    '--min-width': `${total}px`,
    '--strip': `${strip}px`,
  } as CSSProperties;
  const shift = { transform: `translateX(${-x}px)` };

  const onBar = (event: PointerEvent<HTMLElement>, hit: Hit | null, place: number) => {
    const mode = event.shiftKey ? 'range' : event.ctrlKey ? 'toggle' : 'one';
    if (!hit) {
      if (rows[place]) go({ row: place, column: nameColumn(columns) }, mode);
      return;
    }
    const { row, part } = hit;
    const keep = selection.has(row.id) && !event.shiftKey && !event.ctrlKey;
    go({ row: hit.place, column: cursor.column }, keep ? 'none' : mode);
    // The bar of a group is a sum, nothing that could be moved.
    if (row.index < 0 || props.readOnly) return;
    if (part === 'link') begin(event, { kind: 'link', row });
    else begin(event, { kind: 'bar', part, row });
  };
  const { onOpen } = props;
  const onResize = useCallback(
    (id: string, width: number) => latestResize.current(id as ColumnId, width),
    [],
  );
  // Stable, or every scroll step would draw every row again.
  const onDoublePress = useCallback(
    (at: number, column: number) => {
      const pressed = rows[at];
      const edit = columns[column]?.edit;
      if (pressed && !(edit && (edit.enabled?.(pressed) ?? true))) onOpen(pressed);
    },
    [rows, columns, onOpen],
  );
  const label = useMemo(() => createTimeLabel(t, locale), [t, locale]);
  const axis = { label, todayLabel: t('plan:today'), statusLabel: t('plan:statusDate') };
  const picture = {
    ...{ model, rows, view, scale, rowHeight, selection, palette, inView },
    look: props.look,
    baseline: props.baseline,
    changes: props.changes ?? null,
    barLabel: props.barLabel,
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editingText(event.target)) return;
    event.preventDefault();
    const cells = fromTsv(event.clipboardData.getData('text/plain'));
    const column = columns[cursor.column]?.id ?? 'name';
    props.onPaste(cells, { row: rows[cursor.row] ?? null, column });
  };
  const onCopy = (event: ClipboardEvent) => {
    const table = editingText(event.target) ? null : grid.copied();
    if (table === null) return;
    event.preventDefault();
    setCopied(event.clipboardData, table);
  };
  const onMenu = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-cell^="-1:"]') : null;
    const at = Number(cell?.getAttribute('data-cell')?.split(':')[1] ?? -1);
    props.onHeadMenu((columns[at]?.id as ColumnId | undefined) ?? null);
  };
  const parts = useRowParts(rowText, columns, { isStill: view.still, shownTo: x + sheetWidth });
  const canvas = {
    width: sheetWidth + scale.width,
    // The height of the view is known for certain once it is settled; the first picture makes room for itself.
    height: HEAD_HEIGHT + Math.max(rows.length * rowHeight + END_SPACE, view.settled ? view.height : 0),
  };

  return (
    <div ref={frame} className={cx(styles.frame, chart.palette)} style={layout}>
      <div
        ref={setBox}
        role="treegrid"
        aria-label={t('plan:title')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable={true}
        aria-busy={!view.settled}
        tabIndex={rows.length === 0 ? 0 : -1}
        className={styles.scroll}
        onKeyDown={grid.onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onContextMenuCapture={onMenu}
      >
        <div role="presentation" className={styles.canvas} style={canvas}>
          {view.settled ? (
            <>
              {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table */}
              <div role="rowgroup" className={styles.headRow}>
                <div role="presentation" className={styles.sheetHead} style={{ width: sheetWidth }}>
                  <div role="presentation" style={shift}>
                    <GridHead
                      columns={columns}
                      sort={props.sort ?? undefined}
                      activeColumn={cursor.row === -1 ? cursor.column : -1}
                      onPress={grid.pressHead}
                      onResize={onResize}
                    />
                  </div>
                </div>
                <TimeHead
                  model={model}
                  viewX0={view.x0}
                  viewX1={view.x1}
                  viewLeft={view.left}
                  palette={palette}
                  scale={scale}
                  left={sheetWidth}
                  {...axis}
                />
              </div>
              <SheetRows
                rows={rows}
                first={view.cellsFirst}
                last={view.cellsLast}
                tree={props.tree}
                selection={selection}
                grid={grid}
                parts={parts}
                onDoublePress={onDoublePress}
                drags={drags}
                rowHeight={rowHeight}
                width={sheetWidth}
                height={Math.max(rows.length * rowHeight, view.height)}
                shift={shift}
                onSideways={(px) => setSheetX(x + px)}
              />
              <Timeline
                {...picture}
                left={sheetWidth}
                drags={drags}
                onBar={onBar}
                onNear={prepare}
                onDoublePress={props.onOpen}
              />
            </>
          ) : (
            <Opening {...picture} {...axis} columns={columns} tree={props.tree} sheetWidth={sheetWidth} />
          )}
        </div>
      </div>
      {strip > 0 && view.settled ? (
        <MiniMap
          box={box}
          model={model}
          rows={rows}
          scale={scale}
          rowHeight={rowHeight}
          head={HEAD_HEIGHT}
          sheet={sheetWidth}
          palette={palette}
        />
      ) : null}
      {rows.length === 0 ? <div className={styles.empty}>{props.empty}</div> : null}
      {total > sheetWidth ? (
        <SheetScroll width={sheetWidth} total={total} x={x} onScroll={setSheetX} />
      ) : null}
      <Splitter
        label={t('plan:tool.resizeSheet')}
        sized="before"
        size={sheetWidth}
        min={160}
        max={total}
        onSize={props.onSheetWidth}
      />
      <DragTip drags={drags} texts={texts} model={model} />
    </div>
  );
}

const rowId = (row: PlanRow): string => row.id;
