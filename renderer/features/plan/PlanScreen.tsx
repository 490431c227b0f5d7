import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { openDialog } from '#renderer/state/dialogs.ts';
import { planMemory, rememberPlan } from '#renderer/state/planMemory.ts';
import { ContextMenu, cx, EmptyState, type TreeShape, VisuallyHidden } from '#renderer/ui/index.ts';
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import type { DayRange } from '#shared/schedule/layout/backdrop.ts';
import { zoomStep } from '#shared/schedule/layout/timescale.ts';
import { CalendarDialog } from './CalendarDialog.tsx';
import { Gantt, type GanttHandle } from './Gantt.tsx';
import { KeptBanner } from './KeptBanner.tsx';
import { planKey } from './keys.ts';
import { type PlanModel, type PlanRow, toModel } from './model.ts';
import styles from './plan.module.css';
import { rowMenu } from './rowMenu.ts';
import { Splitter } from './Splitter.tsx';
import { fitZoom, planRange, rangeOf, workRange } from './scale.ts';
import { isFiltering, NO_FILTER } from './sheet/filter.ts';
import { headMenu } from './sheet/headMenu.ts';
import { pasteColumns } from './sheet/paste.ts';
import { printView } from './sheet/printView.ts';
import { SheetBar, type SheetQuestion } from './sheet/SheetBar.tsx';
import { useSheet, useSheetColumns } from './sheet/useSheet.ts';
import { type ColumnId, resizeColumn } from './sheet/view.ts';
import { TaskPanel } from './TaskPanel.tsx';
import { PlanToolbar, type ToolAct } from './Toolbar.tsx';
import { createTexts } from './texts.ts';
import { SinceBar } from './timeline/SinceBar.tsx';
import { useBaselineBars } from './timeline/useBaselineBars.ts';
import { useChanges, useRowText } from './timeline/useChanges.ts';
import { useBarLabel, useLook } from './timeline/useLook.ts';
import { useAppCommands } from './useAppCommands.ts';
import { type PlanCommands, useCommands } from './useCommands.ts';
import { useAwaitedRow, useFirstView } from './useFirstView.ts';
import { usePlanActions } from './usePlanActions.ts';

const PrintGanttDialog = lazy(async () => ({
  default: (await import('../planPrint/public.ts')).PrintGanttDialog,
}));

export interface PlanScreenProps {
  readonly projectId: string;
  /** Row to select at first, e.g. from a search hit. */
  readonly taskId?: string;
  /** Opens the import of a project file, where the app offers it. */
  readonly onImport?: () => void;
  /** Further tools of the plan, given the task that is active. */
  readonly tools?: (taskId: string | null) => ReactNode;
}

interface Choice {
  readonly selection: ReadonlySet<string>;
  readonly setSelection: (ids: ReadonlySet<string>) => void;
  readonly active: PlanRow | null;
  readonly ids: readonly string[];
}

/** Ids that still exist, in plan order; the active row alone if none is selected. */
function chosenIds(
  model: PlanModel,
  selection: ReadonlySet<string>,
  active: PlanRow | null,
): readonly string[] {
  if (selection.size === 0) return active === null ? [] : [active.id];
  const ids = model.rows.filter((row) => selection.has(row.id)).map((row) => row.id);
  return ids.length > 0 || active === null ? ids : [active.id];
}

function keyRunner(
  commands: PlanCommands,
  choice: Choice,
  ui: {
    act: (act: ToolAct) => void;
    tree: TreeShape<PlanRow>;
    insert: () => void;
    find: () => void;
    closePanel: () => boolean;
  },
) {
  const { active, ids } = choice;
  return (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && ui.closePanel()) {
      event.preventDefault();
      return;
    }
    const key = planKey(event);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'find') ui.find();
    else if (key === 'insert') ui.insert();
    else if (
      key === 'today' ||
      key === 'link' ||
      key === 'unlink' ||
      key === 'info' ||
      key === 'indent' ||
      key === 'outdent'
    )
      ui.act(key);
    else if (active === null) return;
    else if (key === 'up' || key === 'down') commands.nudge(active, key === 'up' ? -1 : 1);
    else if (key === 'earlier' || key === 'later') commands.shift(ids, active, key === 'earlier' ? -1 : 1);
    else if (key === 'shorter' || key === 'longer')
      commands.resize(active, 'finish', key === 'shorter' ? -1 : 1);
    else if (key === 'startEarlier' || key === 'startLater')
      commands.resize(active, 'start', key === 'startEarlier' ? -1 : 1);
    else if (active.summary) ui.tree.onToggle(active, key === 'expand');
  };
}

/** Pixels a day below which bars of a few days can no longer be told apart. */
const READABLE_PER_DAY = 2;

/** The plan of a project: sheet and timeline, with the details of a task beside them. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: joins the parts of the screen
export function PlanScreen({ projectId, taskId, onImport, tools }: PlanScreenProps) {
  const { t, format } = useI18n();
  const answer = useReadyAnswer('plan.get', { projectId });
  const model = useMemo(() => toModel(answer), [answer]);
  const texts = useMemo(() => createTexts(t, format, model), [t, format, model]);
  const actions = usePlanActions();
  const onOpen = useCallback((row: PlanRow) => {
    // The row of a group has no details.
    if (row.index < 0) return;
    setActiveId(row.id);
    setPanel(true);
  }, []);
  const commands = useCommands(actions, model, texts, onOpen);
  const sheet = useSheet({ projectId, answer, model, texts });
  const { tree, foldAll, reveal, setView } = sheet;
  const { rows } = sheet.arranged;
  const [asking, setAsking] = useState<SheetQuestion | null>(null);
  const [headColumn, setHeadColumn] = useState<ColumnId | null>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(null);
  const [memory] = useState(() => planMemory(projectId));
  const [perDay, setPerDay] = useState(memory.perDay ?? 16);
  const [zen, setZen] = useState(false);
  const [look, onLook] = useLook(projectId);
  const barLabel = useBarLabel(look, texts);
  const baseline = useBaselineBars(model, look.layers.baseline);
  const changes = useChanges(model, look.layers.changes);
  const rowText = useRowText(sheet.rowText, changes);
  const [sheetWidth, setSheetWidth] = useState(memory.sheetWidth ?? 560);
  const [panel, setPanel] = useState(false);
  const [panelWidth, setPanelWidth] = useState(memory.panelWidth ?? 360);
  useEffect(
    () => rememberPlan(projectId, { perDay, sheetWidth, panelWidth }),
    [projectId, perDay, sheetWidth, panelWidth],
  );
  const [calendar, setCalendar] = useState(false);
  const [printing, setPrinting] = useState(false);
  const gantt = useRef<GanttHandle>(null);
  const search = useRef<HTMLDivElement>(null);
  const active = activeId === null ? null : (model.rows[model.indexOf.get(activeId) ?? -1] ?? null);
  const ids = useMemo(() => chosenIds(model, selection, active), [model, selection, active]);
  const today = parseDate(model.today);

  const show = (range: DayRange): void => {
    setPerDay(fitZoom(range, gantt.current?.timelineWidth() ?? 800));
    requestAnimationFrame(() => gantt.current?.showDay(range.from + (range.to - range.from) / 3));
  };
  const showAll = () => show(planRange(model));
  const firstShow = (): void => {
    const { leftDay, topRow = 0 } = memory;
    if (leftDay !== undefined) {
      gantt.current?.showPlace(topRow, leftDay);
      return;
    }
    const fitting = fitZoom(planRange(model), gantt.current?.timelineWidth() ?? 800);
    // A plan of years would be a row of specks: there, today is the better beginning, or the first day of the plan.
    const { from, to } = workRange(model);
    if (fitting >= READABLE_PER_DAY) showAll();
    else gantt.current?.showDay(today !== null && today >= from && today <= to ? today : from);
  };
  useFirstView(gantt, model.rows.length > 0 ? firstShow : null, taskId ?? null, reveal);
  const await_ = useAwaitedRow(gantt, rows, reveal);
  const add = useCallback(
    async (kind: 'task' | 'milestone' | 'child', where: 'before' | 'after' = 'after') => {
      const id = await commands.add(kind, active, where);
      if (id === null) return;
      // A filter would hide the new row, and the user would look for it in vain.
      if (isFiltering(sheet.view.filter)) sheet.setFilter(NO_FILTER);
      await_(id);
    },
    [commands, active, await_, sheet],
  );
  const act = (what: ToolAct): void => {
    const acts: Record<ToolAct, () => void> = {
      add: () => void add('task'),
      milestone: () => void add('milestone'),
      recurring: () => openDialog({ name: 'recurring', projectId, afterId: active?.id ?? null }),
      remove: () => commands.remove(ids),
      indent: () => commands.indent(ids),
      outdent: () => commands.outdent(ids),
      link: () => commands.link(ids),
      unlink: () => commands.unlink(ids),
      info: () => setPanel(active !== null),
      collapse: () => foldAll(true),
      expand: () => foldAll(false),
      zoomIn: () => setPerDay(zoomStep(perDay, 1)),
      zoomOut: () => setPerDay(zoomStep(perDay, -1)),
      fit: showAll,
      zoomSelection: () => {
        const chosen = new Set(ids);
        const range = rangeOf(model.rows.filter((row) => chosen.has(row.id)));
        if (range) show(range);
      },
      zen: () => setZen(!zen),
      today: () => {
        if (today !== null) gantt.current?.showDay(today);
      },
      calendar: () => setCalendar(true),
      print: () => setPrinting(true),
    };
    acts[what]();
  };
  const screen = useRef<HTMLDivElement>(null);
  useAppCommands(screen, act, ids.length);
  const columns = useSheetColumns(sheet, { model, texts, commands, actions });
  const onPaste = (cells: readonly (readonly string[])[], at: { row: PlanRow | null; column: string }) => {
    const paste = pasteColumns(sheet.view.columns, at.column, cells);
    const row = at.row !== null && at.row.index >= 0 ? at.row : null;
    if (paste !== null) commands.paste(paste.cells, paste.columns, row);
  };
  const onKeyDown = keyRunner(
    commands,
    { selection, setSelection, active, ids },
    {
      act,
      tree,
      insert: () => void add('task', 'before'),
      closePanel: () => {
        // One at a time: the details first, then the wide view.
        if (panel) setPanel(false);
        else setZen(false);
        return panel || zen;
      },
      find: () => search.current?.querySelector('input')?.focus(),
    },
  );
  const empty = isFiltering(sheet.view.filter) ? (
    <EmptyState
      text={t('plan:state.filtered')}
      link={{ label: t('plan:tool.clearFilter'), onPress: () => sheet.setFilter(NO_FILTER) }}
    />
  ) : (
    <EmptyState
      text={t('plan:state.empty')}
      action={{ label: t('plan:state.addFirst'), onPress: () => void add('task') }}
      {...(onImport === undefined ? {} : { link: { label: t('plan:state.import'), onPress: onImport } })}
    />
  );
  const entries =
    headColumn === null
      ? rowMenu({ t, commands, row: active, ids, act, addChild: () => void add('child') })
      : headMenu({
          t,
          view: sheet.view,
          column: headColumn,
          change: setView,
          chooseColumns: () => setAsking('columns'),
          renumber: () => setAsking('codes'),
        });
  const chart = (
    <Gantt
      ref={gantt}
      model={model}
      rows={rows}
      columns={columns}
      sort={sheet.view.sort}
      onSort={({ column, descending }) =>
        setView({
          sort: { column: column as ColumnId, descending, flat: sheet.view.sort?.flat ?? false },
        })
      }
      onResize={(id, width) => setView({ columns: resizeColumn(sheet.view.columns, id, width) })}
      onHeadMenu={setHeadColumn}
      texts={texts}
      rowText={rowText}
      tree={tree}
      selection={selection}
      onSelectionChange={setSelection}
      perDay={perDay}
      onZoom={setPerDay}
      look={look}
      baseline={baseline}
      changes={changes ?? null}
      barLabel={barLabel}
      sheetWidth={sheetWidth}
      onSheetWidth={setSheetWidth}
      onDrop={(drag) => commands.drop(drag, selection.has(drag.row.id) ? ids : [drag.row.id])}
      onOpen={onOpen}
      onActiveRow={(row) => setActiveId(row?.id ?? null)}
      onDelete={commands.remove}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      empty={empty}
    />
  );
  return (
    <div className={cx(styles.screen, zen && styles.zen)} ref={screen}>
      <VisuallyHidden>
        <h1>{t('plan:title')}</h1>
      </VisuallyHidden>
      <PlanToolbar
        selected={ids.length}
        onAct={act}
        look={look}
        onLook={onLook}
        perDay={perDay}
        onZoom={setPerDay}
        zen={zen}
        more={tools?.(activeId)}
      />
      <KeptBanner model={model} />
      {changes === undefined ? null : (
        <SinceBar changes={changes} onHide={() => onLook({ layers: { ...look.layers, changes: false } })} />
      )}
      <SheetBar
        model={model}
        sheet={sheet}
        searchRef={search}
        asking={asking}
        onAsk={setAsking}
        onRenumber={(prefix) => void actions.run('plan.renumber', { projectId, prefix })}
      />
      <div
        className={styles.body}
        style={{ gridTemplateColumns: panel && active ? `minmax(0, 1fr) ${panelWidth}px` : 'minmax(0, 1fr)' }}
      >
        <ContextMenu label={t('plan:title')} entries={entries}>
          {chart}
        </ContextMenu>
        {panel && active ? (
          <>
            <TaskPanel
              key={active.id}
              row={active}
              model={model}
              texts={texts}
              commands={commands}
              actions={actions}
              onGo={(id) => gantt.current?.goTo(id)}
              onClose={() => {
                setPanel(false);
                gantt.current?.goTo(active.id);
              }}
            />
            <Splitter
              label={t('plan:panel.resize')}
              sized="after"
              size={panelWidth}
              min={300}
              max={640}
              onSize={setPanelWidth}
            />
          </>
        ) : null}
      </div>
      {printing ? (
        <Suspense fallback={null}>
          <PrintGanttDialog
            projectId={projectId}
            selectedIds={[...selection]}
            visibleIds={rows.map((row) => row.id)}
            view={printView(sheet.arranged)}
            onClose={() => setPrinting(false)}
          />
        </Suspense>
      ) : null}
      {calendar ? <CalendarDialog projectId={projectId} onClose={() => setCalendar(false)} /> : null}
    </div>
  );
}
