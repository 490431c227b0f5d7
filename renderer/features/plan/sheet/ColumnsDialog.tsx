import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Checkbox, composing, Dialog, IconButton, NumberField } from '#renderer/ui/index.ts';
import styles from './sheet.module.css';
import { columnName } from './values.ts';
import {
  COLUMN_IDS,
  type ColumnId,
  MAX_WIDTH,
  MIN_WIDTH,
  moveColumn,
  resizeColumn,
  type ShownColumn,
  toggleColumn,
} from './view.ts';

export interface ColumnsDialogProps {
  readonly columns: readonly ShownColumn[];
  readonly onClose: () => void;
  readonly onDone: (columns: readonly ShownColumn[]) => void;
}

function MoreColumns({
  chosen,
  onAdd,
}: {
  readonly chosen: readonly ShownColumn[];
  readonly onAdd: (id: ColumnId) => void;
}) {
  const { t } = useI18n();
  const hidden = COLUMN_IDS.filter((id) => !chosen.some((column) => column.id === id));
  return (
    <section aria-labelledby="columns-hidden">
      <h3 id="columns-hidden">{t('sheet:columns.more')}</h3>
      <ul>
        {hidden.map((id) => (
          <li key={id}>
            <Checkbox label={columnName(t, id)} isSelected={false} onChange={() => onAdd(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Columns of the table: which, how wide, in which order. Alt+↑ and Alt+↓ move the one with the focus. */
export function ColumnsDialog({ columns, onClose, onDone }: ColumnsDialogProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState(columns);
  const list = useRef<HTMLUListElement>(null);
  const move = (id: ColumnId, step: -1 | 1) => setChosen((now) => moveColumn(now, id, step));
  const onKeyDown = (event: KeyboardEvent, id: ColumnId) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (composing(event) || !event.altKey || event.ctrlKey || step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(id, step);
    // The row is another element of the list now, but the same one on the screen: the focus goes along.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-column="${id}"] input[type="checkbox"]`)?.focus(),
    );
  };
  const done = () => onDone(chosen);
  return (
    <Dialog
      open
      wide
      title={t('sheet:columns.title')}
      onClose={onClose}
      onSubmit={done}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={done}>
            {t('common:verb.apply')}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>{t('sheet:columns.hint')}</p>
      <div className={styles.columns}>
        <section aria-labelledby="columns-shown">
          <h3 id="columns-shown">{t('sheet:columns.shown')}</h3>
          <ul ref={list}>
            {chosen.map(({ id, width }, at) => {
              const name = columnName(t, id);
              return (
                <li key={id} data-column={id} onKeyDown={(event) => onKeyDown(event, id)}>
                  <Checkbox
                    label={name}
                    isSelected
                    isDisabled={id === 'name'}
                    onChange={() => setChosen((now) => toggleColumn(now, id))}
                  />
                  <NumberField
                    label={t('sheet:columns.width', { name })}
                    labelHidden
                    minValue={MIN_WIDTH}
                    maxValue={MAX_WIDTH}
                    value={width}
                    onChange={(next) => {
                      if (Number.isFinite(next)) setChosen((now) => resizeColumn(now, id, next));
                    }}
                  />
                  <IconButton
                    small
                    label={t('sheet:columns.up', { name })}
                    icon={<ArrowUp />}
                    isDisabled={at === 0}
                    onPress={() => move(id, -1)}
                  />
                  <IconButton
                    small
                    label={t('sheet:columns.down', { name })}
                    icon={<ArrowDown />}
                    isDisabled={at === chosen.length - 1}
                    onPress={() => move(id, 1)}
                  />
                </li>
              );
            })}
          </ul>
        </section>
        <MoreColumns chosen={chosen} onAdd={(id) => setChosen((now) => toggleColumn(now, id))} />
      </div>
    </Dialog>
  );
}
