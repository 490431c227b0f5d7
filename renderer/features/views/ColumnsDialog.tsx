import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Checkbox, composing, Dialog, IconButton, NumberField } from '#renderer/ui/index.ts';
import { columnsOf, MAX_WIDTH, MIN_WIDTH, type ShownColumn } from './columns.ts';
import styles from './views.module.css';

export interface OfferedColumn<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Px at first. */
  readonly width: number;
}

export interface ColumnsDialogProps<Id extends string> {
  /** Every column there is. */
  readonly all: readonly OfferedColumn<Id>[];
  /** The column that always stays. */
  readonly fixed: Id;
  readonly columns: readonly ShownColumn<Id>[];
  readonly onClose: () => void;
  readonly onDone: (columns: readonly ShownColumn<Id>[]) => void;
}

interface RowProps {
  readonly name: string;
  readonly width: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly fixed: boolean;
  readonly onHide: () => void;
  readonly onWidth: (width: number) => void;
  readonly onMove: (step: -1 | 1) => void;
}

function ColumnRow({ name, width, first, last, fixed, onHide, onWidth, onMove }: RowProps) {
  const { t } = useI18n();
  return (
    <>
      <Checkbox label={name} isSelected isDisabled={fixed} onChange={onHide} />
      <NumberField
        label={t('views:columns.width', { name })}
        labelHidden
        minValue={MIN_WIDTH}
        maxValue={MAX_WIDTH}
        value={width}
        onChange={(next) => {
          if (Number.isFinite(next)) onWidth(next);
        }}
      />
      <IconButton
        small
        label={t('views:columns.up', { name })}
        icon={<ArrowUp />}
        isDisabled={first}
        onPress={() => onMove(-1)}
      />
      <IconButton
        small
        label={t('views:columns.down', { name })}
        icon={<ArrowDown />}
        isDisabled={last}
        onPress={() => onMove(1)}
      />
    </>
  );
}

/** Columns of a list: which, how wide, in which order. Alt+↑ and Alt+↓ move the one with the focus. */
export function ColumnsDialog<Id extends string>(props: ColumnsDialogProps<Id>) {
  const { all, fixed, onClose, onDone } = props;
  const { t } = useI18n();
  const { move, resize, toggle } = columnsOf(all, fixed);
  const [chosen, setChosen] = useState(props.columns);
  const list = useRef<HTMLUListElement>(null);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const hidden = all.filter(({ id }) => !chosen.some((column) => column.id === id));
  const onKeyDown = (event: KeyboardEvent, id: Id) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (composing(event) || !event.altKey || event.ctrlKey || step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen((now) => move(now, id, step));
    // The row is another element of the list now, but the same one on the screen: the focus goes along.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-column="${id}"] input[type="checkbox"]`)?.focus(),
    );
  };
  const done = () => onDone(chosen);
  const actions = (
    <>
      <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
      <Button look="primary" onPress={done}>
        {t('common:verb.apply')}
      </Button>
    </>
  );
  return (
    <Dialog open wide title={t('views:columns.title')} onClose={onClose} onSubmit={done} actions={actions}>
      <p className={styles.hint}>{t('views:columns.hint')}</p>
      <div className={styles.columns}>
        <section aria-labelledby="columns-shown">
          <h3 id="columns-shown">{t('views:columns.shown')}</h3>
          <ul ref={list}>
            {chosen.map(({ id, width }, at) => (
              <li key={id} data-column={id} onKeyDown={(event) => onKeyDown(event, id)}>
                <ColumnRow
                  name={names.get(id) ?? id}
                  width={width}
                  first={at === 0}
                  last={at === chosen.length - 1}
                  fixed={id === fixed}
                  onHide={() => setChosen((now) => toggle(now, id))}
                  onWidth={(next) => setChosen((now) => resize(now, id, next))}
                  onMove={(step) => setChosen((now) => move(now, id, step))}
                />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="columns-hidden">
          <h3 id="columns-hidden">{t('views:columns.more')}</h3>
          <ul>
            {hidden.map(({ id, name }) => (
              <li key={id}>
                <Checkbox
                  label={name}
                  isSelected={false}
                  onChange={() => setChosen((now) => toggle(now, id))}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
