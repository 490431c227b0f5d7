import { type MouseEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Popover as AriaPopover,
  MenuTrigger,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { cx } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Overlay.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Starts a new group: a line is drawn above. */
  readonly startsGroup?: boolean;
  readonly onAction?: () => void;
  readonly children?: readonly MenuEntry[];
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const item = (
    <AriaMenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.disabled ?? false}
      className={cx(styles['item'], entry.danger && styles['danger'])}
      onAction={() => entry.onAction?.()}
    >
      {entry.icon}
      <span className={styles['grow']}>{entry.label}</span>
      {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
      {entry.children === undefined ? null : <span aria-hidden="true">›</span>}
    </AriaMenuItem>
  );
  if (entry.children === undefined) return item;
  return (
    <SubmenuTrigger>
      {item}
      <AriaPopover className={styles['popover'] ?? ''}>
        <MenuList label={entry.label} entries={entry.children} />
      </AriaPopover>
    </SubmenuTrigger>
  );
}

function MenuList({ label, entries }: { readonly label: string; readonly entries: readonly MenuEntry[] }) {
  return (
    <AriaMenu aria-label={label} className={styles['list'] ?? ''}>
      {entries.flatMap((entry) => [
        ...(entry.startsGroup
          ? [<Separator key={`${entry.id}-line`} className={styles['separator'] ?? ''} />]
          : []),
        <Entry key={entry.id} entry={entry} />,
      ])}
    </AriaMenu>
  );
}

export interface MenuProps {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
}

/** A menu that hangs on a button. */
export function Menu({ label, trigger, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover placement="bottom start" offset={4} className={styles['popover'] ?? ''}>
        <MenuList label={label} entries={entries} />
      </AriaPopover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly children: ReactNode;
}

/** Opens a menu at the pointer on right click, and at the focused element on the Menu key or Shift+F10. */
export function ContextMenu({ label, entries, children }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const open = (event: MouseEvent<HTMLDivElement>) => {
    event.preventDefault();
    const byKeyboard = event.button !== 2 || (event.clientX === 0 && event.clientY === 0);
    const focused = document.activeElement?.getBoundingClientRect();
    setAt(
      byKeyboard && focused ? { x: focused.left, y: focused.bottom } : { x: event.clientX, y: event.clientY },
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: right click and the Menu key arrive here from what it contains
    <div style={{ display: 'contents' }} onContextMenu={open}>
      {children}
      <span
        ref={anchor}
        aria-hidden="true"
        style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0, width: 0, height: 0 }}
      />
      <AriaPopover
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(next) => {
          if (!next) setAt(null);
        }}
        placement="bottom start"
        offset={0}
        className={styles['popover'] ?? ''}
      >
        <MenuClosing label={label} entries={entries} onClose={() => setAt(null)} />
      </AriaPopover>
    </div>
  );
}

function MenuClosing(props: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}) {
  return (
    <AriaMenu
      aria-label={props.label}
      autoFocus="first"
      onClose={props.onClose}
      className={styles['list'] ?? ''}
    >
      {props.entries.flatMap((entry) => [
        ...(entry.startsGroup
          ? [<Separator key={`${entry.id}-line`} className={styles['separator'] ?? ''} />]
          : []),
        <Entry key={entry.id} entry={entry} />,
      ])}
    </AriaMenu>
  );
}
