import { Ellipsis } from 'lucide-react';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { useRegisterTools } from '#renderer/records/tools.ts';
import {
  composing,
  DataGrid,
  EmptyState,
  IconButton,
  Menu,
  SplitPane,
  showToast,
} from '#renderer/ui/index.ts';
import { isOrdered } from '#shared/model/order.ts';
import type { EntityType, RecordOf } from '#shared/model/registry.ts';
import { HistoryDialog } from '../history/public.ts';
import { DetailPanel } from './DetailPanel.tsx';
import type { RegisterDefinition } from './definition.ts';
import { DRAG_TYPE, stepOf, useOrder } from './order.ts';
import { ORDER_COLUMN } from './orderColumn.tsx';
import { BulkBar, RegisterToolbar } from './RegisterToolbar.tsx';
import { RegisterViews } from './RegisterViews.tsx';
import styles from './register.module.css';
import type { RegisterScope } from './scope.ts';
import { useWholeSeal } from './seal.tsx';
import { type OuterFilter, useRegisterActs, useRegisterView } from './useRegister.ts';

export interface RegisterProps<E extends EntityType> {
  readonly definition: RegisterDefinition<E>;
  readonly records: readonly RecordOf<E>[];
  /** The project whose records these are; `scope` says it for those of a client or of another record. */
  readonly projectId?: string | undefined;
  readonly scope?: RegisterScope | undefined;
  /** Record to open, as a link names it. */
  readonly itemId?: string | undefined;
  /** Between toolbar and list: a matrix, a chart. */
  readonly above?: ReactNode;
  /** More commands for the toolbar. */
  readonly tools?: ReactNode;
  readonly outer?: OuterFilter<E> | undefined;
  /** Instead of creating from the quick line: the id of what was made, none while more is asked, null if refused. */
  readonly onQuick?: (text: string) => Promise<{ readonly id?: string } | null>;
  /** What the quick line will make of a text, said while it is typed. */
  readonly quickEcho?: (text: string) => string | null;
  readonly emptyAction?: { readonly label: string; readonly onPress: () => void };
  /** Commands of one record, in the head of its panel. */
  readonly panelActions?: (record: RecordOf<E>) => ReactNode;
}

const scopeOf = <E extends EntityType>({ scope, projectId }: RegisterProps<E>): RegisterScope =>
  scope ?? { projectId };

type Acts<E extends EntityType> = ReturnType<typeof useRegisterActs<E>>;

/** Which record is open, and the selection; both forget what is gone. */
function useOpen<E extends EntityType>(records: readonly RecordOf<E>[], itemId: string | undefined) {
  const [openId, setOpenId] = useState<string | null>(itemId ?? null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set(itemId ? [itemId] : []));
  const [linked, setLinked] = useState(itemId);
  if (itemId !== linked) {
    setLinked(itemId);
    if (itemId !== undefined) {
      setOpenId(itemId);
      setSelection(new Set([itemId]));
    }
  }
  const open = records.find((record) => record.id === openId) ?? null;
  const select = (id: string) => {
    setOpenId(id);
    setSelection(new Set([id]));
  };
  return { open, openId, setOpenId, selection, setSelection, select };
}

function PanelMenu<E extends EntityType>(props: {
  readonly entity: E;
  readonly record: RecordOf<E>;
  readonly acts: Acts<E>;
  readonly onCopied: (id: string) => void;
}) {
  const { record, acts } = props;
  const { t } = useRegisterTools();
  const duplicate = async () => {
    const id = await acts.duplicate(record);
    if (id !== null) props.onCopied(id);
  };
  const more = t('register:more');
  const [history, setHistory] = useState(false);
  const sealed = useWholeSeal(props.entity) !== null;
  const menu = (
    <Menu
      label={more}
      trigger={<IconButton small label={more} icon={<Ellipsis />} />}
      entries={[
        ...(sealed
          ? []
          : [
              {
                id: 'duplicate',
                label: t('common:verb.duplicate'),
                keys: 'Ctrl+D',
                onAction: () => void duplicate(),
              },
            ]),
        { id: 'copy', label: t('register:copyRows'), onAction: () => void acts.copy([record]) },
        { id: 'history', label: t('history:ofThis'), onAction: () => setHistory(true) },
        ...(sealed
          ? []
          : [
              {
                id: 'remove',
                label: t('common:verb.delete'),
                danger: true,
                startsGroup: true,
                onAction: () => void acts.remove([record]),
              },
            ]),
      ]}
    />
  );
  return (
    <>
      {menu}
      {history ? (
        <HistoryDialog id={record.id} title={acts.titleOf(record)} onClose={() => setHistory(false)} />
      ) : null}
    </>
  );
}

/** Ctrl+F looks in this list; Ctrl+D copies the open record. */
function useRegisterKeys(
  root: { readonly current: HTMLDivElement | null },
  onDuplicate: () => Promise<void>,
) {
  return (event: KeyboardEvent) => {
    if (composing(event) || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key === 'f') {
      event.preventDefault();
      root.current?.querySelector<HTMLElement>('input[type="search"]')?.focus();
    } else if (event.key === 'd') {
      event.preventDefault();
      void onDuplicate();
    }
  };
}

type View<E extends EntityType> = ReturnType<typeof useRegisterView<E>>;
type Open<E extends EntityType> = ReturnType<typeof useOpen<E>>;

interface ListProps<E extends EntityType> {
  readonly props: RegisterProps<E>;
  readonly view: View<E>;
  readonly acts: Acts<E>;
  readonly state: Open<E>;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onClose: () => void;
}

function NothingShown<E extends EntityType>({ props, view }: Pick<ListProps<E>, 'props' | 'view'>) {
  const { t } = view.tools;
  if (props.records.length > 0)
    return (
      <EmptyState
        text={t('register:filteredEmpty')}
        action={{ label: t('register:clearFilters'), onPress: view.clear }}
      />
    );
  return (
    <EmptyState
      text={props.definition.emptyText(view.tools)}
      {...(props.emptyAction ? { action: props.emptyAction } : {})}
    />
  );
}

/** Keys and drops that put the rows of an ordered type in order. */
function useRowOrder<E extends EntityType>(props: RegisterProps<E>, view: View<E>) {
  const { rows, sort, tools } = view;
  const order = useOrder(rows.map(({ id }) => id));
  const rowAt = (target: EventTarget): RecordOf<E> | undefined => {
    if (!(target instanceof Element)) return undefined;
    return rows[Number(target.closest('[role="row"]')?.getAttribute('aria-rowindex') ?? 0) - 2];
  };
  if (!isOrdered(props.definition.entity)) return {};
  const inOrder = (): boolean => {
    if (sort.column === ORDER_COLUMN) return true;
    showToast({ tone: 'info', text: tools.t('register:orderFirst') });
    return false;
  };
  return {
    onKeyDownCapture: (event: KeyboardEvent) => {
      const step = stepOf(event);
      const row = rowAt(event.target);
      if (step === null || row === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (inOrder()) order.move(row.id, step);
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAG_TYPE) && rowAt(event.target)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const dragged = event.dataTransfer.getData(DRAG_TYPE);
      const row = rowAt(event.target);
      if (dragged === '' || row === undefined) return;
      event.preventDefault();
      if (inOrder()) order.drop(dragged, row.id);
    },
  };
}

function RegisterList<E extends EntityType>({ props, view, acts, state, grid, onClose }: ListProps<E>) {
  const { t } = view.tools;
  const { openId, setOpenId, selection, setSelection, select } = state;
  const chosen = view.rows.filter((row) => selection.has(row.id));
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const index = Number(event.target.closest('[role="row"]')?.getAttribute('aria-rowindex') ?? 0) - 2;
    const row = view.rows[index];
    if (row && event.target.closest('[data-cell]')) setOpenId(row.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click opens as Enter does; the keys are the grid's
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid opens rows with Enter and Space
    <div ref={grid} className={styles.list} onClick={onClick} {...useRowOrder(props, view)}>
      <DataGrid
        label={view.tools.entityName(props.definition.entity)}
        columns={view.columns}
        rows={view.rows}
        rowId={(row) => row.id}
        selection={selection}
        onSelectionChange={setSelection}
        multiple
        sort={view.sort}
        onSort={view.setSort}
        onResize={view.setWidth}
        onOpen={(row) => select(row.id)}
        onPeek={(row) => (row.id === openId ? onClose() : select(row.id))}
        onActiveRow={(row) => {
          // Only a move of the user's cursor leads the panel, not the grid finding its first row.
          if (row && openId !== null && grid.current?.contains(document.activeElement)) setOpenId(row.id);
        }}
        onDelete={() => void acts.remove(chosen)}
        empty={<NothingShown props={props} view={view} />}
      />
      {chosen.length > 1 ? (
        <BulkBar
          count={t('register:selected', { count: chosen.length })}
          labels={{ copy: t('register:copyRows'), remove: t('common:verb.delete') }}
          onCopy={() => void acts.copy(chosen)}
          onDelete={() => void acts.remove(chosen)}
        />
      ) : null}
    </div>
  );
}

function RegisterMain<E extends EntityType>(list: ListProps<E>) {
  const { props, view, acts, state } = list;
  const chosen = view.rows.filter((row) => state.selection.has(row.id));
  return (
    <div className={styles.main}>
      <RegisterViews definition={props.definition} view={view} />
      <RegisterToolbar
        definition={props.definition}
        records={props.records}
        view={view}
        outer={props.outer}
        tools={props.tools}
        onAdd={async (text) => {
          const created = async () => {
            const id = await acts.create(text, scopeOf(props));
            return id === null ? null : { id };
          };
          const made = await (props.onQuick?.(text) ?? created());
          if (made?.id !== undefined) state.select(made.id);
          return made !== null;
        }}
        quickEcho={props.quickEcho}
        onCopy={() => void acts.copy(chosen.length > 1 ? chosen : view.rows)}
        cells={() => acts.cells(view.rows)}
      />
      {props.above}
      <RegisterList {...list} />
    </div>
  );
}

/** A list with its detail panel: any entity, configured by a definition. */
export function Register<E extends EntityType>(props: RegisterProps<E>) {
  const { definition, records } = props;
  const scope = scopeOf(props);
  const view = useRegisterView(definition, records, props.outer, scope.projectId ?? null);
  const acts = useRegisterActs(definition, view.shown);
  const state = useOpen(records, props.itemId);
  const { open, setOpenId, select } = state;
  const [width, setWidth] = useState(440);
  const root = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const onKeyDown = useRegisterKeys(root, async () => {
    const id = open === null ? null : await acts.duplicate(open);
    if (id !== null) select(id);
  });
  const close = () => {
    setOpenId(null);
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const panel =
    open === null ? null : (
      <DetailPanel
        definition={definition}
        record={open}
        scope={scope}
        onClose={close}
        actions={
          <>
            {props.panelActions?.(open)}
            <PanelMenu entity={definition.entity} record={open} acts={acts} onCopied={select} />
          </>
        }
      />
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the keys of what it contains
    <div ref={root} className={styles.register} onKeyDown={onKeyDown}>
      <SplitPane
        label={view.tools.t('register:resize')}
        sized="second"
        size={width}
        onSize={setWidth}
        min={340}
        max={720}
        first={
          <RegisterMain props={props} view={view} acts={acts} state={state} grid={grid} onClose={close} />
        }
        second={panel}
      />
    </div>
  );
}
