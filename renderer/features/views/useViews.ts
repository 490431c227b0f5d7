/** Saved views of a list: columns, filter, order and grouping under a name. */
import { useCallback, useMemo } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { keepView, useKeptViews } from '#renderer/state/keptViews.ts';

export interface View<D> {
  readonly id: string;
  readonly name: string;
  readonly definition: D;
  /** Made by the user: can be changed, renamed and deleted. */
  readonly own: boolean;
  readonly forAll: boolean;
}

export interface ViewsOf<D> {
  /** Name of the list, the same for all projects: `plan`, `risk`. */
  readonly screen: string;
  /** Null for a list that belongs to no project. */
  readonly projectId: string | null;
  /** At least one; the first is what a list opens with. */
  readonly builtIn: readonly { readonly id: string; readonly name: string; readonly definition: D }[];
  /** Reads a stored definition; null for one that cannot be shown. Its result has a fixed order of keys. */
  readonly parse: (stored: unknown) => D | null;
}

export interface Views<D> {
  readonly all: readonly View<D>[];
  readonly current: View<D>;
  /** What is shown: the view, with the changes made since. */
  readonly definition: D;
  readonly changed: boolean;
  change(definition: D): void;
  choose(id: string): void;
  reset(): void;
  /** @throws RequestError */
  saveAs(name: string, forAll: boolean): Promise<void>;
  /** Keeps the changes in the current view. @throws RequestError */
  save(): Promise<void>;
  /** @throws RequestError */
  rename(name: string): Promise<void>;
  /** @throws RequestError */
  remove(): Promise<void>;
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

type Stored = Readonly<Record<string, unknown>>;

/** Views of one list and what is done with them. Every change of a view is one undo step. */
export function useViews<D extends object>({ screen, projectId, builtIn, parse }: ViewsOf<D>): Views<D> {
  const list = `${screen}:${projectId ?? ''}`;
  const kept = useKeptViews((state) => state.byList[list]);
  const { data: stored } = useAnswer('saved_view.list', {});
  const all = useMemo(
    () => [
      ...builtIn.map((view): View<D> => ({ ...view, own: false, forAll: true })),
      ...(stored ?? []).flatMap((record): View<D>[] => {
        if (record.screen !== screen || (record.project_id !== null && record.project_id !== projectId))
          return [];
        const definition = parse(record.definition);
        return definition === null
          ? []
          : [
              {
                id: record.id,
                name: record.name,
                definition,
                own: true,
                forAll: record.project_id === null,
              },
            ];
      }),
    ],
    [builtIn, stored, screen, projectId, parse],
  );
  // A view that was deleted elsewhere gives way to the first.
  const current = all.find((view) => view.id === kept?.chosen) ?? (all[0] as View<D>);
  const draft = useMemo(() => (kept?.draft === undefined ? null : parse(kept.draft)), [kept?.draft, parse]);
  const definition = draft ?? current.definition;
  const changed = draft !== null && !same(draft, current.definition);
  const change = useCallback(
    (next: D) => keepView(list, { chosen: current.id, draft: next }),
    [list, current.id],
  );
  const choose = useCallback((id: string) => keepView(list, { chosen: id, draft: undefined }), [list]);
  return {
    all,
    current,
    definition,
    changed,
    change,
    choose,
    reset: () => choose(current.id),
    async saveAs(name, forAll) {
      const values = {
        project_id: forAll ? null : projectId,
        screen,
        name,
        definition: definition as unknown as Stored as Record<string, unknown>,
      };
      const { id } = await request('saved_view.create', { values });
      // The draft stays until the list has the new view, so that nothing jumps.
      keepView(list, { chosen: id, draft: definition });
    },
    async save() {
      const patch = { definition: definition as unknown as Record<string, unknown> };
      await request('saved_view.update', { id: current.id, patch });
      choose(current.id);
    },
    async rename(name) {
      await request('saved_view.update', { id: current.id, patch: { name } });
    },
    async remove() {
      await request('saved_view.remove', { id: current.id });
      choose(builtIn[0]?.id ?? '');
    },
  };
}
