import type { T } from '#renderer/i18n/index.ts';
import type { MenuEntry } from '#renderer/ui/index.ts';
import { type ColumnId, moveColumn, type PlanView, resizeColumn, toggleColumn } from './view.ts';

/** Px by which a column gets wider or narrower from the menu. */
const WIDTH_STEP = 24;

export interface HeadMenuNeeds {
  readonly t: T;
  readonly view: PlanView;
  readonly column: ColumnId;
  readonly change: (part: Partial<PlanView>) => void;
  readonly chooseColumns: () => void;
  readonly renumber: () => void;
}

function sorting({ t, view, column, change }: HeadMenuNeeds): readonly MenuEntry[] {
  const flat = view.sort?.flat ?? false;
  const sort = (descending: boolean) => change({ sort: { column, descending, flat } });
  return [
    { id: 'ascending', label: t('sheet:sort.ascending'), onAction: () => sort(false) },
    { id: 'descending', label: t('sheet:sort.descending'), onAction: () => sort(true) },
    {
      id: 'flat',
      label: flat ? t('sheet:sort.inOutline') : t('sheet:sort.flat'),
      onAction: () =>
        change({
          sort: {
            column: view.sort?.column ?? column,
            descending: view.sort?.descending ?? false,
            flat: !flat,
          },
        }),
    },
    {
      id: 'unsorted',
      label: t('sheet:sort.none'),
      disabled: view.sort === null,
      onAction: () => change({ sort: null }),
    },
  ];
}

/** What can be done with a column, from its head. */
export function headMenu(needs: HeadMenuNeeds): readonly MenuEntry[] {
  const { t, view, column, change } = needs;
  const { columns } = view;
  const at = columns.findIndex(({ id }) => id === column);
  const width = columns[at]?.width ?? 0;
  return [
    ...sorting(needs),
    {
      id: 'left',
      label: t('sheet:columns.left'),
      disabled: at <= 0,
      startsGroup: true,
      onAction: () => change({ columns: moveColumn(columns, column, -1) }),
    },
    {
      id: 'right',
      label: t('sheet:columns.right'),
      disabled: at === columns.length - 1,
      onAction: () => change({ columns: moveColumn(columns, column, 1) }),
    },
    {
      id: 'wider',
      label: t('sheet:columns.wider'),
      onAction: () => change({ columns: resizeColumn(columns, column, width + WIDTH_STEP) }),
    },
    {
      id: 'narrower',
      label: t('sheet:columns.narrower'),
      onAction: () => change({ columns: resizeColumn(columns, column, width - WIDTH_STEP) }),
    },
    {
      id: 'hide',
      label: t('sheet:columns.hide'),
      disabled: column === 'name',
      onAction: () => change({ columns: toggleColumn(columns, column) }),
    },
    {
      id: 'columns',
      label: t('sheet:columns.choose'),
      startsGroup: true,
      onAction: needs.chooseColumns,
    },
    { id: 'renumber', label: t('sheet:renumber.title'), onAction: needs.renumber },
  ];
}
