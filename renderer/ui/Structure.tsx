import { X } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { IconButton } from './Button.tsx';
import { composing } from './keys.ts';
import { Spinner } from './Misc.tsx';
import { Splitter } from './Splitter.tsx';
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
          {/* A view that waits for its data must not take the tabs, and the focus on them, away. */}
          <Suspense fallback={<Spinner />}>{item.content}</Suspense>
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
        <Splitter
          label={label}
          sized={sized === 'first' ? 'before' : 'after'}
          size={size}
          min={min}
          max={max}
          onSize={onSize}
          className={styles.splitter}
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
