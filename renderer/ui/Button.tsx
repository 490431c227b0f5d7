import { type ReactNode, useContext } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import { AffirmContext } from './affirm.ts';
import styles from './Button.module.css';
import { cx } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';

export type ButtonLook = 'normal' | 'primary' | 'danger' | 'quiet' | 'link';

interface Look {
  readonly look?: ButtonLook;
  readonly small?: boolean;
}

function classFor(look: ButtonLook = 'normal', small = false, iconOnly = false): string {
  return cx(
    styles['button'],
    look !== 'normal' && styles[look],
    small && styles['small'],
    iconOnly && styles['iconOnly'],
  );
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, Look {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A command in words. One primary button at most stands in a view. */
export function Button({ look, small, icon, children, ...rest }: ButtonProps) {
  const ready = useContext(AffirmContext);
  const { onPress } = rest;
  const affirm: AriaButtonProps['onPress'] = (event) => {
    if (look !== 'primary' || ready()) onPress?.(event);
  };
  return (
    <AriaButton {...rest} {...(onPress ? { onPress: affirm } : {})} className={classFor(look, small)}>
      {icon}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, Look {
  /** Name for screen readers, shown as a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shortcut shown in the tooltip. */
  readonly keys?: string;
}

/** A command as an icon; its name is always there as tooltip and for screen readers. */
export function IconButton({ label, icon, look = 'quiet', small, keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className={classFor(look, small, true)}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}

export interface ToggleButtonProps
  extends Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'>,
    Look {
  readonly icon?: ReactNode;
  readonly label: string;
  readonly iconOnly?: boolean;
}

/** A button that stays pressed. */
export function ToggleButton({ label, icon, iconOnly = false, look, small, ...rest }: ToggleButtonProps) {
  const button = (
    <AriaToggleButton {...rest} aria-label={label} className={classFor(look, small, iconOnly)}>
      {icon}
      {iconOnly ? null : label}
    </AriaToggleButton>
  );
  return iconOnly ? <Tooltip text={label}>{button}</Tooltip> : button;
}
