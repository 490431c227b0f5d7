import type { ReactElement, ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
  DialogTrigger,
} from 'react-aria-components';
import { cx } from './classes.ts';
import styles from './Overlay.module.css';

export interface PopoverProps extends Pick<AriaPopoverProps, 'placement' | 'isOpen' | 'onOpenChange'> {
  /** Name of the popover for screen readers. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
}

/** A small surface beside its button: filters, explanations. Esc and a click outside close it. */
export function Popover({ label, trigger, children, placement = 'bottom start', ...open }: PopoverProps) {
  return (
    <DialogTrigger {...open}>
      {trigger}
      <AriaPopover placement={placement} offset={4} className={styles['popover'] ?? ''}>
        <AriaDialog aria-label={label} className={cx(styles['padded'])}>
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
