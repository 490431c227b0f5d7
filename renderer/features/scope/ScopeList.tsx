import { EllipsisVertical, EyeOff, GripVertical } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Badge, composing, IconButton, Menu, type MenuEntry } from '#renderer/ui/index.ts';
import type { ScopeItemRow } from '#shared/ipc/channels/scope.ts';
import { AutoText, useGlossaryHint } from '../register/public.ts';
import { QuickLine } from './QuickLine.tsx';
import styles from './scope.module.css';
import { useScopeActs } from './useScopeActs.ts';

type Side = ScopeItemRow['side'];
const DRAG_TYPE = 'application/x-milepost-scope-item';

interface ItemProps {
  readonly projectId: string;
  readonly item: ScopeItemRow;
  readonly items: readonly ScopeItemRow[];
  readonly index: number;
}

/** What the menu, the keys and the drop do with one item. */
function useMoves({ item, items, index }: ItemProps) {
  const acts = useScopeActs();
  const other: Side = item.side === 'in' ? 'out' : 'in';
  return {
    acts,
    up: index > 0 ? () => void acts.place(item.id, item.side, items[index - 1]?.id ?? null) : null,
    down:
      index < items.length - 1
        ? () => void acts.place(item.id, item.side, items[index + 2]?.id ?? null)
        : null,
    across: () => void acts.place(item.id, other, null),
  };
}

function ItemMenu(props: ItemProps & { readonly more: boolean; readonly onMore: () => void }) {
  const { t } = useI18n();
  const { item } = props;
  const { acts, up, down, across } = useMoves(props);
  const entries: readonly MenuEntry[] = [
    { id: 'more', label: t(props.more ? 'scope:menu.less' : 'scope:menu.more'), onAction: props.onMore },
    {
      id: 'up',
      label: t('scope:menu.up'),
      keys: 'Alt+Shift+ArrowUp',
      disabled: up === null,
      startsGroup: true,
      ...(up ? { onAction: up } : {}),
    },
    {
      id: 'down',
      label: t('scope:menu.down'),
      keys: 'Alt+Shift+ArrowDown',
      disabled: down === null,
      ...(down ? { onAction: down } : {}),
    },
    { id: 'across', label: t(item.side === 'in' ? 'scope:menu.toOut' : 'scope:menu.toIn'), onAction: across },
    {
      id: 'visible',
      label: t(item.client_visible ? 'scope:menu.hide' : 'scope:menu.show'),
      startsGroup: true,
      onAction: () => void acts.show(item.id, !item.client_visible),
    },
    {
      id: 'remove',
      label: t('common:verb.delete'),
      danger: true,
      startsGroup: true,
      onAction: () => void acts.remove(item),
    },
  ];
  const label = t('scope:menu.label', { name: item.text });
  return (
    <Menu
      label={label}
      trigger={<IconButton small label={label} icon={<EllipsisVertical />} />}
      entries={entries}
    />
  );
}

/** Not only by colour: the number says which items nobody works on, and which nobody should. */
function Marks({ item }: { readonly item: ScopeItemRow }) {
  const { t } = useI18n();
  const odd = item.side === 'in' ? item.tasks === 0 : item.tasks > 0;
  return (
    <span className={styles.marks}>
      {item.client_visible ? null : (
        <span title={t('scope:hidden')}>
          <EyeOff role="img" aria-label={t('scope:hidden')} />
        </span>
      )}
      <Badge tone={!odd ? 'plain' : item.side === 'in' ? 'warn' : 'bad'}>
        {t('scope:tasks', { count: item.tasks })}
      </Badge>
    </span>
  );
}

/** What an item says to the client, with the words the glossary offers (O7), and to us. */
function More({
  item,
  projectId,
  acts,
}: Pick<ItemProps, 'item' | 'projectId'> & { readonly acts: ReturnType<typeof useScopeActs> }) {
  const { t } = useI18n();
  const hint = useGlossaryHint('scope_item', 'client_text', { ...item, project_id: projectId });
  return (
    <div className={styles.more}>
      <AutoText
        label={t('model:scope_item.fields.client_text')}
        maxLength={1000}
        value={item.client_text}
        onSave={(text) => acts.word(item.id, text)}
        {...(hint === undefined ? {} : { hint })}
      />
      <AutoText
        label={t('model:scope_item.fields.notes')}
        lines={3}
        value={item.notes}
        onSave={(text) => acts.note(item.id, text)}
      />
    </div>
  );
}

function Item(props: ItemProps) {
  const { t } = useI18n();
  const { item } = props;
  const { acts, up, down } = useMoves(props);
  const [more, setMore] = useState(false);
  const [over, setOver] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || !event.altKey || !event.shiftKey) return;
    const move = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : undefined;
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move?.();
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer.getData(DRAG_TYPE);
    if (id === '' || id === item.id) return;
    event.preventDefault();
    event.stopPropagation();
    void acts.place(id, item.side, item.id);
  };
  return (
    <li
      className={styles.item}
      data-over={over ? '' : undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span
        className={styles.grip}
        draggable
        aria-hidden="true"
        title={t('scope:drag')}
        onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, item.id)}
      >
        <GripVertical />
      </span>
      <div className={styles.text}>
        <AutoText
          label={t('model:scope_item.fields.text')}
          labelHidden
          required
          maxLength={1000}
          value={item.text}
          onSave={(text) => acts.rename(item.id, text ?? '')}
        />
        {more ? <More item={item} projectId={props.projectId} acts={acts} /> : null}
      </div>
      <Marks item={item} />
      <ItemMenu {...props} more={more} onMore={() => setMore(!more)} />
    </li>
  );
}

export interface ScopeListProps {
  readonly projectId: string;
  readonly side: Side;
  readonly items: readonly ScopeItemRow[];
}

/** One side of the scope: order by drag or Alt+Shift+arrows, text in place, a line to add. */
export function ScopeList({ projectId, side, items }: ScopeListProps) {
  const { t } = useI18n();
  const acts = useScopeActs();
  const title = t(`model:scope_item.enums.side.${side}`);
  return (
    <section
      className={styles.list}
      aria-label={title}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
      }}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(DRAG_TYPE);
        if (id !== '') void acts.place(id, side, null);
      }}
    >
      <h2>
        {title} <span className={styles.quiet}>{items.length}</span>
      </h2>
      {items.length === 0 ? <p className={styles.quiet}>{t(`scope:empty.${side}`)}</p> : null}
      <ol>
        {items.map((item, index) => (
          <Item key={item.id} projectId={projectId} item={item} items={items} index={index} />
        ))}
      </ol>
      <QuickLine
        label={t(side === 'in' ? 'scope:addIn' : 'scope:addOut')}
        onAdd={(text) => acts.add(projectId, side, text)}
      />
    </section>
  );
}
