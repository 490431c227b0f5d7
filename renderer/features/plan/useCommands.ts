import { useMemo } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import type { PASTE_COLUMNS, Place, PlanEffect, TaskPatch } from '#shared/ipc/channels/plan.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { resizeDates, shiftDates } from '#shared/schedule/edit.ts';
import { finishText } from './live/effect.ts';
import type { PlanModel, PlanRow } from './model.ts';
import { finishDate, type PlanTexts, startDate } from './texts.ts';
import type { Drag } from './useDrag.ts';
import type { PlanActions, Told } from './usePlanActions.ts';

type PasteColumn = (typeof PASTE_COLUMNS)[number];

export interface PlanCommands {
  add(
    kind: 'task' | 'milestone' | 'child',
    near: PlanRow | null,
    where?: 'before' | 'after',
  ): Promise<string | null>;
  edit(row: PlanRow, patch: TaskPatch): void;
  setPredecessors(row: PlanRow, text: string): void;
  remove(ids: readonly string[]): void;
  indent(ids: readonly string[]): void;
  outdent(ids: readonly string[]): void;
  /** One place up or down among the siblings. */
  nudge(row: PlanRow, direction: -1 | 1): void;
  shift(ids: readonly string[], row: PlanRow, days: number): void;
  resize(row: PlanRow, edge: 'start' | 'finish', days: number): void;
  link(ids: readonly string[]): void;
  unlink(ids: readonly string[]): void;
  drop(drag: Drag, ids: readonly string[]): void;
  paste(cells: readonly (readonly string[])[], columns: readonly PasteColumn[], near: PlanRow | null): void;
}

interface Needs {
  /** “6 tasks moved, finish +3 d”, with a way to the reasons; null if nothing else moved. */
  readonly told: (effect: PlanEffect, own: number, row: PlanRow) => Told | null;
  readonly actions: PlanActions;
  readonly model: PlanModel;
  readonly texts: PlanTexts;
  readonly t: ReturnType<typeof useI18n>['t'];
}

const siblings = (model: PlanModel, row: PlanRow): readonly PlanRow[] =>
  model.rows.filter((other) => other.parent === row.parent);

/** Parent and following sibling that put rows beside or inside a target. */
function placeOf(
  model: PlanModel,
  target: PlanRow,
  place: 'before' | 'after' | 'into',
  moved: ReadonlySet<string> = new Set(),
) {
  const parentId = model.rows[target.parent]?.id ?? null;
  if (place === 'into') return { parentId: target.id, beforeId: null };
  if (place === 'before') return { parentId, beforeId: target.id };
  const list = siblings(model, target);
  // Rows that go along cannot be what the place is counted from.
  const next = list.slice(list.indexOf(target) + 1).find(({ id }) => !moved.has(id));
  return { parentId, beforeId: next?.id ?? null };
}

function dateCommands({ actions, model, texts, t, told }: Needs): Pick<PlanCommands, 'shift' | 'resize'> {
  return {
    shift(ids, row, days) {
      if (days === 0 || row.start === null) return;
      const clock = row.summary ? model.calendar : model.clockOf(row);
      const next = shiftDates(clock, row, days, row.milestone);
      const args = { count: ids.length, from: texts.start(row), to: next ? startDate(next.start) : '' };
      void actions.runAndTell('plan.shiftTasks', { ids: [...ids], days }, (out) =>
        out.count === 0
          ? t('plan:done.nothing')
          : (told(out.effect, out.count, row) ?? t('plan:done.shifted', { ...args, count: out.count })),
      );
    },
    resize(row, edge, days) {
      const { start, finish } = row;
      if (days === 0 || start === null || finish === null || row.summary || row.milestone) return;
      const next = resizeDates(
        model.clockOf(row),
        { start, finish, duration: row.duration ?? 0 },
        edge,
        days,
      );
      void actions.runAndTell('plan.resizeTask', { id: row.id, edge, days }, (out) =>
        out.changed
          ? (told(out.effect, 1, row) ??
            t('plan:done.resized', {
              name: row.name,
              from: texts.duration(row.duration, row.unit),
              to: `${texts.duration(next?.duration ?? null, row.unit)} (${finishDate(start, next?.finish ?? null)})`,
            }))
          : null,
      );
    },
  };
}

function orderCommands(needs: Needs): Pick<PlanCommands, 'indent' | 'outdent' | 'nudge' | 'remove'> {
  const { actions, model, t } = needs;
  return {
    indent: (ids) => void (ids.length > 0 && actions.run('plan.indent', { ids: [...ids] })),
    outdent: (ids) => void (ids.length > 0 && actions.run('plan.outdent', { ids: [...ids] })),
    nudge(row, direction) {
      const list = siblings(model, row);
      const at = list.indexOf(row);
      if (at + direction < 0 || at + direction >= list.length) return;
      const before = direction < 0 ? list[at - 1] : list[at + 2];
      const parentId = model.rows[row.parent]?.id ?? null;
      void actions.run('plan.moveTask', { ids: [row.id], parentId, beforeId: before?.id ?? null });
    },
    remove(ids) {
      if (ids.length === 0) return;
      void actions.runAndTell('plan.removeTasks', { ids: [...ids] }, ({ count }) =>
        t('plan:done.removed', { count }),
      );
    },
  };
}

function linkCommands({
  actions,
  model,
  t,
}: Needs): Pick<PlanCommands, 'link' | 'unlink' | 'setPredecessors'> {
  const nameOf = (id: string | undefined) => model.rows[model.indexOf.get(id ?? '') ?? -1]?.name ?? '';
  return {
    link(ids) {
      if (ids.length < 2) return;
      const order = model.rows.filter((row) => ids.includes(row.id)).map((row) => row.id);
      void actions.runAndTell('plan.linkChain', { ids: order }, ({ count }) =>
        count === 0
          ? t('plan:done.nothing')
          : t('plan:done.linked', { from: nameOf(order[0]), to: nameOf(order.at(-1)) }),
      );
    },
    unlink(ids) {
      if (ids.length === 0) return;
      void actions.runAndTell('plan.unlink', { ids: [...ids] }, ({ count }) =>
        count === 0 ? t('plan:done.nothing') : t('plan:done.unlinked', { count }),
      );
    },
    setPredecessors: (row, text) => void actions.run('plan.setPredecessors', { id: row.id, text }),
  };
}

/** Ends a drag with its one command. */
function dropCommand(
  needs: Needs,
  dates: Pick<PlanCommands, 'shift' | 'resize' | 'outdent'>,
): PlanCommands['drop'] {
  const { actions, model, t, told } = needs;
  return (drag, ids) => {
    if (drag.kind === 'bar') {
      if (drag.copies) {
        void actions.runAndTell('plan.copyTasks', { ids: [...ids], days: drag.days }, (out) =>
          t('timeline:done.copied', { count: out.ids.length }),
        );
      } else if (drag.free) {
        const patch: TaskPatch = { mode: 'manual', start: formatLocal(drag.dates.start) };
        void actions.runAndTell('plan.editTask', { id: drag.row.id, patch }, (out) =>
          out.changed
            ? (told(out.effect, 1, drag.row) ??
              t('plan:done.shifted', {
                count: 1,
                from: startDate(drag.row.start),
                to: startDate(drag.dates.start),
              }))
            : null,
        );
      } else if (drag.part === 'move') dates.shift(ids, drag.row, drag.days);
      else dates.resize(drag.row, drag.part, drag.days);
      return;
    }
    const { target } = drag;
    if (target === null || drag.refused) return;
    if (drag.kind === 'link') {
      const names = { from: drag.row.name, to: target.name };
      void actions.runAndTell('plan.addLink', { fromId: drag.row.id, toId: target.id }, () =>
        t('plan:done.linked', names),
      );
      return;
    }
    if (drag.place === 'outdent') {
      dates.outdent(ids);
      return;
    }
    void actions.runAndTell(
      'plan.moveTask',
      { ids: [...ids], ...placeOf(model, target, drag.place, new Set(ids)) },
      ({ count }) => (count === 0 ? null : t('plan:done.moved', { count })),
    );
  };
}

/** Everything the plan screen can do, each as one command of the core. */
export function useCommands(
  actions: PlanActions,
  model: PlanModel,
  texts: PlanTexts,
  onWhy?: (row: PlanRow) => void,
): PlanCommands {
  const { t, format } = useI18n();
  return useMemo(() => {
    const told: Needs['told'] = (effect, own, row) => {
      // The core of an older plan says nothing of it.
      if (!effect || effect.moved <= own) return null;
      const finish = finishText(t, format, model, effect);
      const text = t('timeline:done.moved', { count: effect.moved, finish });
      return onWhy ? { text, why: () => onWhy(row) } : { text };
    };
    const needs: Needs = { told, actions, model, texts, t };
    const dates = dateCommands(needs);
    const orders = orderCommands(needs);
    const projectId = model.project.id;
    return {
      ...dates,
      ...orders,
      ...linkCommands(needs),
      drop: dropCommand(needs, { ...dates, outdent: orders.outdent }),
      async add(kind, near, where = 'after') {
        const place: Place =
          near === null
            ? { where: 'end', id: null }
            : { where: kind === 'child' ? 'child' : where, id: near.id };
        const milestone = kind === 'milestone';
        const name = milestone ? t('plan:newMilestone') : t('plan:newTask');
        const made = await actions.run('plan.addTask', { projectId, place, name, milestone });
        return made?.id ?? null;
      },
      edit: (row, patch) => void actions.run('plan.editTask', { id: row.id, patch }),
      paste(cells, columns, near) {
        const place: Place = near === null ? { where: 'end', id: null } : { where: 'after', id: near.id };
        const input = { projectId, place, columns: [...columns], cells: cells.map((row) => [...row]) };
        void actions.runAndTell('plan.pasteRows', input, ({ ids }) =>
          t('plan:done.pasted', { count: ids.length }),
        );
      },
    };
  }, [actions, model, texts, t, format, onWhy]);
}
