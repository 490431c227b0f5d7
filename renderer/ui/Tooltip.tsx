import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Overlay.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string;
  /** A focusable component of this kit. */
  readonly children: ReactElement;
}

/** A short name or hint on hover and on focus. Nothing that a user needs may stand in a tooltip alone. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <AriaTooltip className={styles['tooltip'] ?? ''} offset={6}>
        {text}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
