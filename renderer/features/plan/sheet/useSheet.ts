/** The table side of the plan: its views, what they show of the outline, and the tree that this makes. */
import { type PointerEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { currencyDigits } from '#renderer/i18n/format.ts';
import { type Format, type T, useI18n } from '#renderer/i18n/index.ts';
import { planMemory, rememberPlan } from '#renderer/state/planMemory.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import type { TreeShape } from '#renderer/ui/index.ts';
import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { SheetField } from '#shared/ipc/channels/sheet.ts';
import { useViews } from '../../views/public.ts';
import { planColumns } from '../columns.tsx';
import type { PlanModel, PlanRow } from '../model.ts';
import type { PlanTexts } from '../texts.ts';
import type { PlanCommands } from '../useCommands.ts';
import type { PlanActions } from '../usePlanActions.ts';
import { type Arrangement, arrange, type Grouping, phaseOf } from './arrange.ts';
import { type BaselineValues, createFacts, type SheetFacts, type Stored } from './facts.ts';
import { isFiltering, matcher, PARTIES, type PlanFilter } from './filter.ts';
import { createCells, partyNames } from './values.ts';
import { BUILT_IN, type BuiltIn, type ColumnId, FIELD_OF, type PlanView, parsePlanView } from './view.ts';

const NO_VALUES: Stored = [];
const NO_BASELINE = () => null;

/** Columns and conditions that compare with a baseline. */
const COMPARING: ReadonlySet<ColumnId> = new Set([
  'baselineStart',
  'baselineFinish',
  'daysLate',
  'costDifference',
]);
const compares = ({ columns, sort, filter }: PlanView): boolean =>
  columns.some(({ id }) => COMPARING.has(id)) ||
  (sort !== null && COMPARING.has(sort.column)) ||
  filter.marks.includes('late');

/** Values of the baseline the plan is measured against, by task. */
function useBaseline(projectId: string, wanted: boolean): (id: string) => BaselineValues | null {
  const { data } = useAnswer('plan.baseline', { projectId }, wanted);
  return useMemo(() => {
    if (!data) return NO_BASELINE;
    const { rows } = data;
    const place = new Map(rows.id.map((id, i) => [id, i]));
    return (id: string) => {
      const at = place.get(id);
      return at === undefined
        ? null
        : { start: rows.start[at] ?? null, finish: rows.finish[at] ?? null, cost: rows.cost[at] ?? null };
    };
  }, [data]);
}

/** Views of the plan, built-in and saved. */
function usePlanViews(projectId: string) {
  const { t } = useI18n();
  const builtIn = useMemo(
    () =>
      (Object.keys(BUILT_IN) as BuiltIn[]).map((id) => ({
        id,
        name: t(`sheet:view.${id}`),
        definition: BUILT_IN[id],
      })),
    [t],
  );
  return useViews<PlanView>({ screen: 'plan', projectId, builtIn, parse: parsePlanView });
}

type Grouped = NonNullable<Arrangement['group']> & { readonly name: (key: string) => string };

/** Groups by one property, their names without counts. */
function groupsBy(
  grouping: Grouping,
  model: PlanModel,
  facts: SheetFacts,
  { t, format }: { t: T; format: Format },
): Grouped | null {
  if (grouping === 'responsible')
    return {
      keyOf: (row) => row.responsible?.trim() ?? '',
      name: (key) => key || t('sheet:group.nobody'),
      compare: (a, b) => Number(a === '') - Number(b === '') || format.compare(a, b),
    };
  if (grouping === 'party') {
    const names: Readonly<Record<string, string>> = partyNames(t);
    const order = (key: string) => {
      const at = (PARTIES as readonly string[]).indexOf(key);
      return at < 0 ? PARTIES.length : at;
    };
    return {
      keyOf: (row) => facts.of(row).party ?? '',
      name: (key) => names[key] ?? t('sheet:group.noParty'),
      compare: (a, b) => order(a) - order(b),
    };
  }
  if (grouping === 'phase')
    return {
      keyOf: (row) => {
        const phase = phaseOf(model.rows, row);
        return phase === row ? '' : phase.id;
      },
      name: (key) => model.rows[model.indexOf.get(key) ?? -1]?.name ?? t('sheet:group.noPhase'),
      compare: (a, b) =>
        (model.indexOf.get(a) ?? model.rows.length) - (model.indexOf.get(b) ?? model.rows.length),
    };
  return null;
}

function groupOf(...needs: Parameters<typeof groupsBy>): Arrangement['group'] {
  const groups = groupsBy(...needs);
  const { t } = needs[3];
  return (
    groups && { ...groups, name: (key, count) => t('sheet:group.row', { name: groups.name(key), count }) }
  );
}

/** Which summaries and groups are folded. */
function useFolds(model: PlanModel) {
  const projectId = model.project.id;
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(planMemory(projectId).folded));
  useEffect(() => {
    // A plan folded in thousands of places is folded as a whole: that is one click.
    rememberPlan(projectId, { folded: [...folded].slice(0, 2000) });
  }, [projectId, folded]);
  const fold = useCallback(
    (id: string, expanded: boolean) =>
      setFolded((now) => {
        const next = new Set(now);
        if (expanded) next.delete(id);
        else next.add(id);
        return next;
      }),
    [],
  );
  const reveal = useCallback(
    (id: string) =>
      setFolded((now) => {
        const next = new Set(now);
        for (let row = model.rows[model.indexOf.get(id) ?? -1]; row; row = model.rows[row.parent])
          next.delete(row.id);
        return next;
      }),
    [model],
  );
  return { folded, setFolded, fold, reveal };
}

const columnFields = (view: PlanView): readonly SheetField[] => [
  ...new Set(
    [
      ...view.columns.map(({ id }) => FIELD_OF[id]),
      view.sort === null ? undefined : FIELD_OF[view.sort.column],
    ]
      .filter((field) => field !== undefined)
      .sort(),
  ),
];

/** What is known of the rows beside the plan itself; only what the view shows is asked for. */
function useFacts({ projectId, answer, model }: SheetNeeds, view: PlanView): SheetFacts {
  const fields = useMemo(() => columnFields(view), [view]);
  const stored = useAnswer('plan.fields', { projectId, fields: [...fields] }, fields.length > 0).data;
  const baselineOf = useBaseline(projectId, compares(view));
  return useMemo(
    () => createFacts(answer, stored ?? NO_VALUES, baselineOf, model),
    [answer, stored, baselineOf, model],
  );
}

export interface SheetNeeds {
  readonly projectId: string;
  readonly answer: PlanAnswer;
  readonly model: PlanModel;
  readonly texts: PlanTexts;
}

/** Rows of the plan as the current view shows them. */
export function useSheet(needs: SheetNeeds) {
  const { projectId, model, texts } = needs;
  const { t, format } = useI18n();
  const views = usePlanViews(projectId);
  const view = views.definition;
  const facts = useFacts(needs, view);
  const currency = useAnswer('project.get', { id: projectId }).data?.currency ?? 'CNY';
  const cells = useMemo(
    () => createCells({ t, format, model, texts, facts, currency }),
    [t, format, model, texts, facts, currency],
  );
  const { folded, setFolded, fold, reveal } = useFolds(model);
  const { filter, sort, group } = view;
  const arranged = useMemo(
    () =>
      arrange(model.rows, {
        folded,
        matches: isFiltering(filter) ? matcher(filter, facts) : null,
        sort: sort === null ? null : { ...sort, key: cells.key(sort.column) },
        group: groupOf(group, model, facts, { t, format }),
        compare: format.compare,
      }),
    [model, folded, filter, sort, group, facts, cells, t, format],
  );
  const tree = useMemo<TreeShape<PlanRow>>(
    () => ({
      level: arranged.level,
      expanded: (row) => (arranged.parent(row) ? !folded.has(row.id) : undefined),
      onToggle: (row, expanded) => fold(row.id, expanded),
      column: 'name',
    }),
    [arranged, folded, fold],
  );
  const foldAll = useCallback(
    (all: boolean) => {
      const ids = arranged.groups.size > 0 ? [...arranged.groups.keys()] : null;
      setFolded(new Set(all ? (ids ?? model.rows.filter((row) => row.summary).map((row) => row.id)) : []));
    },
    [model, arranged, setFolded],
  );
  const rowText = useCallback((row: PlanRow) => texts.row(row, facts.of(row).critical), [texts, facts]);
  const { change } = views;
  const setView = useCallback((part: Partial<PlanView>) => change({ ...view, ...part }), [change, view]);
  const setFilter = useCallback((next: PlanFilter) => setView({ filter: next }), [setView]);
  return {
    views,
    view,
    setView,
    setFilter,
    facts,
    cells,
    arranged,
    rowText,
    tree,
    foldAll,
    reveal,
    currency,
  };
}
export type Sheet = ReturnType<typeof useSheet>;

/** The columns of the view, for the chart. */
export function useSheetColumns(
  sheet: Sheet,
  {
    model,
    texts,
    commands,
    actions,
  }: Pick<SheetNeeds, 'model' | 'texts'> & {
    readonly commands: PlanCommands;
    readonly actions: PlanActions;
  },
) {
  const { t } = useI18n();
  const { facts, cells, currency, view, arranged } = sheet;
  const { columns } = view;
  const movable = arranged.outline;
  const textScale = usePreferences(({ textSize }) => textSize / 100);
  return useCallback(
    (onHandle: (event: PointerEvent, row: PlanRow) => void) =>
      planColumns({
        t,
        model,
        texts,
        facts,
        cells,
        digits: () => currencyDigits(currency),
        columns,
        textScale,
        edit: commands.edit,
        editFields: (row, patch) => void actions.run('task.update', { id: row.id, patch }),
        setPredecessors: commands.setPredecessors,
        onHandle: movable ? onHandle : null,
      }),
    [t, model, texts, facts, cells, currency, columns, textScale, commands, actions, movable],
  );
}
