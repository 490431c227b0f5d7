import { X } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { IconButton } from './Button.tsx';
import { composing } from './keys.ts';
import styles from './Structure.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Views of the same thing. */
export function Tabs<Id extends string>({ label, items, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const item = items.find((candidate) => candidate.id === key);
        if (item) onChange(item.id);
      }}
      className={styles.tabs ?? ''}
    >
      <TabList aria-label={label} className={styles.tabList ?? ''}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={styles.tab ?? ''}>
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles.tabPanel ?? ''}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

export interface SplitPaneProps {
  /** Name of the divider. */
  readonly label: string;
  readonly first: ReactNode;
  /** null: there is nothing beside the first pane, which then takes all. */
  readonly second: ReactNode | null;
  /** Pixels of the sized pane. */
  readonly size: number;
  readonly onSize: (size: number) => void;
  readonly min?: number;
  readonly max?: number;
  /** Which pane has the size; the other takes the rest. */
  readonly sized?: 'first' | 'second';
}

/** Two panes with a divider that the pointer drags and the arrow keys move (Shift for larger steps). */
export function SplitPane(props: SplitPaneProps) {
  const { label, size, onSize, min = 160, max = 900, sized = 'first' } = props;
  const start = useRef({ x: 0, size: 0 });
  const [dragging, setDragging] = useState(false);
  const sign = sized === 'first' ? 1 : -1;
  const set = (next: number) => onSize(Math.round(Math.min(max, Math.max(min, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 64 : 16;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: size - sign * step,
      ArrowRight: size + sign * step,
      Home: min,
      End: max,
    };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, size };
    setDragging(true);
  };
  const track = `${size}px`;
  return (
    <div
      className={styles.split}
      style={{
        gridTemplateColumns:
          props.second === null
            ? 'minmax(0, 1fr)'
            : sized === 'first'
              ? `${track} 1px minmax(0, 1fr)`
              : `minmax(0, 1fr) 1px ${track}`,
      }}
    >
      <div className={styles.pane}>{props.first}</div>
      {props.second === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget, which hr is not
        <div
          role="separator"
          aria-label={label}
          aria-orientation="vertical"
          aria-valuenow={size}
          aria-valuemin={min}
          aria-valuemax={max}
          tabIndex={0}
          className={styles.splitter}
          data-dragging={dragging ? '' : undefined}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => {
            if (dragging) set(start.current.size + sign * (event.clientX - start.current.x));
          }}
          onPointerUp={() => setDragging(false)}
          onPointerCancel={() => setDragging(false)}
        />
      )}
      {props.second === null ? null : <div className={styles.pane}>{props.second}</div>}
    </div>
  );
}

export interface PanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The detail of a list's active row, beside the list. Esc closes it. */
export function Panel({ title, onClose, actions, children }: PanelProps) {
  const { t } = useI18n();
  return (
    <aside
      aria-label={title}
      className={styles.panel}
      onKeyDown={(event) => {
        if (composing(event) || event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{title}</h2>
        {actions}
        <IconButton small label={t('common:panel.close')} icon={<X />} onPress={onClose} />
      </div>
      <div className={styles.panelBody}>{children}</div>
    </aside>
  );
}
