import { type ReactNode, useState } from 'react';
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
  /** Who types fast presses Enter before the list has marked its first row: it is meant all the same. */
  const chooseFirst = (input: HTMLInputElement): void => {
    const [first] = found;
    if (first && text.trim() !== '' && !input.getAttribute('aria-activedescendant')) onChoose(first.id);
  };
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        onText?.(next);
      }}
    >
      <TextField aria-label={placeholder} autoFocus>
        <Input
          className={styles.paletteField ?? ''}
          placeholder={placeholder}
          onKeyDown={(event) => {
            if (composing(event)) {
              if (event.key === 'Escape') event.stopPropagation();
            } else if (event.key === 'Enter') chooseFirst(event.currentTarget);
          }}
        />
      </TextField>
      <Menu
        aria-label={label}
        className={styles.paletteList ?? ''}
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
