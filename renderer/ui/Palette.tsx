import { type ReactNode, useRef, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import { composing } from './keys.ts';
import styles from './Overlay.module.css';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
}

export interface PaletteProps {
  readonly open: boolean;
  readonly label: string;
  readonly placeholder: string;
  /** What fits the text, best first; called on every change of it. */
  readonly search: (text: string) => readonly PaletteItem[];
  /** Hears of the text, for what has to be asked for. */
  readonly onText?: (text: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function PaletteBody({ label, placeholder, search, onText, onChoose }: PaletteProps) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const found = search(text);
  /** The list marks its first row a moment after the typing; until somebody moves in it, the first row is meant. */
  const isTyping = useRef(true);
  const list = useRef<HTMLDivElement>(null);
  const chosen = (): string | undefined => {
    const mark = isTyping.current ? null : list.current?.querySelector<HTMLElement>('[data-focused]');
    const marked = mark?.dataset.key;
    const first = text.trim() === '' ? undefined : found[0]?.id;
    return found.some(({ id }) => id === marked) ? marked : first;
  };
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(next) => {
        isTyping.current = true;
        setText(next);
        onText?.(next);
      }}
    >
      <TextField aria-label={placeholder} autoFocus>
        <Input
          className={styles.paletteField ?? ''}
          placeholder={placeholder}
          onKeyDown={(event) => {
            if (composing(event) && event.key === 'Escape') event.stopPropagation();
          }}
          onKeyDownCapture={(event) => {
            if (/^(Arrow|Page)(Up|Down)$/.test(event.key)) isTyping.current = false;
            if (event.key !== 'Enter') return;
            // Decided here alone: the list would act on a row that is gone, on the one marked before the last
            // letter, or on the Enter that ends a composition.
            event.stopPropagation();
            if (composing(event)) return;
            event.preventDefault();
            const id = chosen();
            if (id !== undefined) onChoose(id);
          }}
        />
      </TextField>
      <Menu
        ref={list}
        aria-label={label}
        className={styles.paletteList ?? ''}
        onPointerMove={() => {
          isTyping.current = false;
        }}
        onAction={(key) => onChoose(String(key))}
        renderEmptyState={() => <div className={styles.none}>{t('common:state.noResult')}</div>}
      >
        {found.map((item) => (
          <MenuItem key={item.id} id={item.id} textValue={item.label} className={styles.item ?? ''}>
            {item.icon}
            <span className={styles.grow}>{item.label}</span>
            {item.detail === undefined ? null : <span className={styles.detail}>{item.detail}</span>}
            {item.keys === undefined ? null : <Kbd keys={item.keys} />}
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}

/** A field that finds commands and things by a few letters, in the middle of the window. */
export function Palette(props: PaletteProps) {
  return (
    <ModalOverlay
      isOpen={props.open}
      isDismissable
      onOpenChange={(next) => {
        if (!next) props.onClose();
      }}
      className={styles.backdrop ?? ''}
    >
      <Modal className={cx(styles.modal, styles.palette)}>
        <Dialog aria-label={props.label} className={styles.dialog ?? ''}>
          <PaletteBody {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
