import { Columns3, Group } from 'lucide-react';
import type { RefObject } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Menu, type MenuEntry, SearchField, Spacer } from '#renderer/ui/index.ts';
import { ColumnsDialog, ViewBar } from '../../views/public.ts';
import type { PlanModel } from '../model.ts';
import { GROUPINGS } from './arrange.ts';
import { FilterChips, FilterMenu } from './FilterMenu.tsx';
import { RenumberDialog } from './RenumberDialog.tsx';
import styles from './sheet.module.css';
import type { Sheet } from './useSheet.ts';
import { columnName } from './values.ts';
import { COLUMN_IDS, COLUMN_WIDTHS, type ColumnId } from './view.ts';

/** A dialog of the table. */
export type SheetQuestion = 'columns' | 'codes';

export interface SheetBarProps {
  readonly model: PlanModel;
  readonly sheet: Sheet;
  readonly searchRef: RefObject<HTMLDivElement | null>;
  readonly asking: SheetQuestion | null;
  readonly onAsk: (question: SheetQuestion | null) => void;
  readonly onRenumber: (prefix: string | null) => void;
}

/** Views of the plan, and filter, grouping and columns of the one that is shown. */
export function SheetBar({ model, sheet, searchRef, asking, onAsk, onRenumber }: SheetBarProps) {
  const { t } = useI18n();
  const { view, views, setView, setFilter, arranged } = sheet;
  const grouped = view.group === 'none' ? null : t(`sheet:group.by.${view.group}`);
  const groups: MenuEntry[] = GROUPINGS.map((id) => ({
    id,
    label: `${view.group === id ? '✓ ' : ''}${t(`sheet:group.by.${id}`)}`,
    onAction: () => setView({ group: id }),
  }));
  return (
    <div className={styles.head}>
      <ViewBar views={views}>
        <Spacer />
        <FilterMenu model={model} filter={view.filter} onFilter={setFilter} />
        <Menu
          label={t('sheet:group.label')}
          trigger={
            <Button small look="quiet" icon={<Group aria-hidden="true" />}>
              {grouped ?? t('sheet:group.label')}
            </Button>
          }
          entries={groups}
        />
        <Button small look="quiet" icon={<Columns3 aria-hidden="true" />} onPress={() => onAsk('columns')}>
          {t('views:columns.title')}
        </Button>
        <div className={styles.search} ref={searchRef}>
          <SearchField
            label={t('plan:tool.search')}
            value={view.filter.text}
            onChange={(text) => setFilter({ ...view.filter, text })}
          />
        </div>
      </ViewBar>
      <FilterChips
        filter={view.filter}
        onFilter={setFilter}
        count={arranged.matched}
        total={arranged.total}
      />
      {asking === 'columns' ? (
        <ColumnsDialog<ColumnId>
          all={COLUMN_IDS.map((id) => ({ id, name: columnName(t, id), width: COLUMN_WIDTHS[id] }))}
          fixed="name"
          columns={view.columns}
          onClose={() => onAsk(null)}
          onDone={(columns) => {
            onAsk(null);
            setView({ columns });
          }}
        />
      ) : null}
      {asking === 'codes' ? (
        <RenumberDialog
          onClose={() => onAsk(null)}
          onDone={(prefix) => {
            onAsk(null);
            onRenumber(prefix);
          }}
        />
      ) : null}
    </div>
  );
}
