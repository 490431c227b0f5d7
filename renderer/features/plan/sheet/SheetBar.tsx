import { Columns3, Group } from 'lucide-react';
import type { RefObject } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Menu, type MenuEntry, SearchField, Spacer } from '#renderer/ui/index.ts';
import { ViewBar } from '../../views/public.ts';
import type { PlanModel } from '../model.ts';
import { GROUPINGS } from './arrange.ts';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { FilterChips, FilterMenu } from './FilterMenu.tsx';
import styles from './sheet.module.css';
import type { Sheet } from './useSheet.ts';

export interface SheetBarProps {
  readonly model: PlanModel;
  readonly sheet: Sheet;
  readonly searchRef: RefObject<HTMLDivElement | null>;
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
}

/** Views of the plan, and filter, grouping and columns of the one that is shown. */
export function SheetBar({ model, sheet, searchRef, choosing, onChoosing }: SheetBarProps) {
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
        <Button small look="quiet" icon={<Columns3 aria-hidden="true" />} onPress={() => onChoosing(true)}>
          {t('sheet:columns.title')}
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
      {choosing ? (
        <ColumnsDialog
          columns={view.columns}
          onClose={() => onChoosing(false)}
          onDone={(columns) => {
            onChoosing(false);
            setView({ columns });
          }}
        />
      ) : null}
    </div>
  );
}
