import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useI18n } from '#renderer/i18n/index.ts';
import { AffirmContext } from './affirm.ts';
import { Button, IconButton } from './Button.tsx';
import { cx } from './classes.ts';
import { composing } from './keys.ts';
import styles from './Overlay.module.css';
import { useTyped } from './typed.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Asked to close by Esc, the close button or Cancel; the owner may ask back first if work would be lost. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom, the affirmative one last. */
  readonly actions?: ReactNode;
  /** Ctrl+Enter. What was typed into a form that can be submitted does not go without a question. */
  readonly onSubmit?: () => void;
  /** The same question for a form that submits itself. */
  readonly asks?: boolean;
  readonly wide?: boolean;
  /** Takes nearly the whole window: a preview beside its settings. */
  readonly full?: boolean;
  /** An alert wants an answer before anything else. */
  readonly alert?: boolean;
}

const DIALOG = '[role="dialog"], [role="alertdialog"]';

/**
 * What has the focus may go with a step of the dialog, or be switched off by it. The focus then falls out of the
 * window, and neither Esc nor Tab would be heard: it goes to the dialog itself.
 */
function keepFocus(box: HTMLDivElement): () => void {
  let last: Element | null = null;
  const onFocus = (event: FocusEvent) => {
    last = event.target instanceof Element ? event.target : null;
  };
  const observer = new MutationObserver(() => {
    if (last === null || (last.isConnected && !last.matches(':disabled'))) return;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement === last)
      box.querySelector<HTMLElement>(DIALOG)?.focus();
  });
  box.addEventListener('focusin', onFocus);
  observer.observe(box, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    box.removeEventListener('focusin', onFocus);
    observer.disconnect();
  };
}

/**
 * Takes over what is typed in the focused field and not left yet, as Tab would. False while a field holds a text
 * that was not understood: acting without it would lose it, so the field says what it needs instead.
 */
export function takeOver(box: HTMLElement | null): boolean {
  const { activeElement: field } = document;
  const typing = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (typing && box?.contains(field)) {
    flushSync(() => field.blur());
    field.focus({ preventScroll: true });
  }
  const unread = box?.querySelector<HTMLElement>('[data-unread]');
  unread?.focus();
  return !unread;
}

const keepsFocus = (box: HTMLDivElement | null) => (box === null ? undefined : keepFocus(box));

/** A modal question or form. Esc closes it, unless an input method is composing. */
export function Dialog({
  open,
  title,
  onClose,
  children,
  actions,
  onSubmit,
  asks = onSubmit !== undefined,
  wide = false,
  full = false,
  alert = false,
}: DialogProps) {
  const { t } = useI18n();
  const body = useRef<HTMLDivElement>(null);
  const typed = useTyped();
  const [asking, setAsking] = useState(false);
  /** Esc and the cross are pressed by mistake too: what was typed into a form does not go without a word. */
  const leave = () => {
    if (asks && typed.any()) setAsking(true);
    else onClose();
  };
  // What a field hands over while the key is handled is known to the next render's act only.
  const submit = useRef(onSubmit);
  useLayoutEffect(() => {
    submit.current = onSubmit;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) {
      // Esc belongs to the input method now; it must not reach the overlay's own handler.
      if (event.key === 'Escape') event.stopPropagation();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit) {
      event.preventDefault();
      if (takeOver(body.current)) submit.current?.();
    }
  };
  // Buttons, those of choices among them, take every Enter for themselves; Ctrl+Enter is the dialog's.
  const onButtonKey = (event: KeyboardEvent) => {
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (!onButton || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.stopPropagation();
    onKeyDown(event);
  };
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) leave();
      }}
      className={cx(styles['backdrop'], full && styles['backdropFull'])}
    >
      <Modal className={cx(styles['modal'], wide && styles['wide'], full && styles['full'])}>
        {/* Around the dialog: it has the focus itself until a field takes it. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches the keys of what it contains */}
        <div
          ref={keepsFocus}
          className={styles['dialog']}
          onKeyDown={onKeyDown}
          onKeyDownCapture={onButtonKey}
        >
          <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className={cx(styles['dialog'])}>
            <div className={styles['dialogHead']}>
              <Heading slot="title" level={2} className={styles['dialogTitle'] ?? ''}>
                {title}
              </Heading>
              {alert ? null : (
                <IconButton label={t('common:verb.close')} icon={<X />} onPress={leave} small />
              )}
            </div>
            <div ref={body} className={styles['dialogBody']} onFocusCapture={typed.onFocusCapture}>
              {children}
            </div>
            {actions === undefined ? null : (
              <AffirmContext value={() => takeOver(body.current)}>
                <div className={styles['dialogFoot']}>{actions}</div>
              </AffirmContext>
            )}
          </AriaDialog>
          {asking ? (
            <ConfirmDialog
              open
              danger
              title={t('common:discard.title')}
              message={t('common:discard.message')}
              keep={t('common:discard.keep')}
              action={t('common:discard.action')}
              onConfirm={onClose}
              onCancel={() => setAsking(false)}
            />
          ) : null}
        </div>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly open: boolean;
  /** Names the object: “Delete risk R-12?”. */
  readonly title: string;
  /** What will happen, and what stays. */
  readonly message: ReactNode;
  /** The act as a verb: “Delete risk”. */
  readonly action: string;
  /** The safe answer; “Cancel” unless something says better what stays. */
  readonly keep?: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before an act that undo cannot take back. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useI18n();
  const answered = useRef(false);
  const confirm = () => {
    // A double click must not run the act twice.
    if (answered.current) return;
    answered.current = true;
    props.onConfirm();
    queueMicrotask(() => {
      answered.current = false;
    });
  };
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onCancel}
      alert
      actions={
        <>
          <Button autoFocus onPress={props.onCancel}>
            {props.keep ?? t('common:verb.cancel')}
          </Button>
          <Button look={props.danger === true ? 'danger' : 'primary'} onPress={confirm}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.message}
    </Dialog>
  );
}
