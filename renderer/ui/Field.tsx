import { Minus, Plus, Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from './classes.ts';
import styles from './Field.module.css';

export interface FieldTexts {
  readonly label: string;
  /** Hides the label on screen where the place already says it (grids, toolbars). */
  readonly labelHidden?: boolean;
  /** One sentence of help with an example. */
  readonly hint?: string;
  /** Shown below the field and read with it; also marks the field invalid. */
  readonly error?: string | undefined;
}

/** Label, help and error around any control: the same places in every field. */
export function FieldFrame({
  label,
  hint,
  error,
  required = false,
  children,
}: Omit<FieldTexts, 'labelHidden'> & { readonly required?: boolean; readonly children: ReactNode }) {
  const { t } = useI18n();
  return (
    <>
      <Label className={styles.label ?? ''}>
        {label}
        {required ? <span className={styles.mark}>{t('common:state.required')}</span> : null}
      </Label>
      {children}
      {hint !== undefined && error === undefined ? (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </>
  );
}

type Base<Props> = Omit<Props, 'children' | 'className' | 'style' | 'isInvalid'> & FieldTexts;

export interface TextFieldProps extends Base<AriaTextFieldProps> {
  readonly placeholder?: string;
  /** Height in lines; one line gives a plain input. */
  readonly lines?: number;
}

function Frame({ hidden, ...rest }: Parameters<typeof FieldFrame>[0] & { readonly hidden: boolean }) {
  return hidden ? rest.children : <FieldFrame {...rest} />;
}

/** One line of text. Typing is never blocked and never rewritten, so input methods work undisturbed. */
export function TextField({
  label,
  labelHidden = false,
  hint,
  error,
  placeholder,
  lines = 1,
  ...rest
}: TextFieldProps) {
  const shared = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField
      {...rest}
      {...(labelHidden ? { 'aria-label': label } : {})}
      isInvalid={error !== undefined}
      className={styles.field ?? ''}
    >
      <Frame
        hidden={labelHidden}
        label={label}
        required={rest.isRequired ?? false}
        error={error}
        {...(hint === undefined ? {} : { hint })}
      >
        <Group
          className={styles.box ?? ''}
          isInvalid={error !== undefined}
          isDisabled={rest.isDisabled ?? false}
        >
          {lines > 1 ? (
            <AriaTextArea {...shared} rows={lines} className={cx(styles.input, styles.area)} />
          ) : (
            <Input {...shared} className={styles.input ?? ''} />
          )}
        </Group>
      </Frame>
    </AriaTextField>
  );
}

/** Several lines of text. */
export function TextArea(props: TextFieldProps) {
  return <TextField {...props} lines={props.lines ?? 4} />;
}

export interface NumberFieldProps extends Base<AriaNumberFieldProps> {
  /** Unit shown after the number, such as a translated “days”. */
  readonly unit?: string;
}

/** A number with stepper buttons; ↑ and ↓ step too. */
export function NumberField({ label, labelHidden = false, hint, error, unit, ...rest }: NumberFieldProps) {
  const { t } = useI18n();
  return (
    <AriaNumberField
      {...rest}
      {...(labelHidden ? { 'aria-label': label } : {})}
      isInvalid={error !== undefined}
      className={styles.field ?? ''}
    >
      <Frame
        hidden={labelHidden}
        label={label}
        required={rest.isRequired ?? false}
        error={error}
        {...(hint === undefined ? {} : { hint })}
      >
        <Group className={styles.box ?? ''}>
          <Input className={cx(styles.input, styles.number)} />
          {unit === undefined ? null : <span className={styles.affix}>{unit}</span>}
          <AriaButton slot="decrement" aria-label={t('common:field.decrease')} className={styles.inBox ?? ''}>
            <Minus />
          </AriaButton>
          <AriaButton slot="increment" aria-label={t('common:field.increase')} className={styles.inBox ?? ''}>
            <Plus />
          </AriaButton>
        </Group>
      </Frame>
    </AriaNumberField>
  );
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly placeholder?: string;
}

/** Filters what is in view. Esc empties it first. */
export function SearchField({ label, placeholder, ...rest }: SearchFieldProps) {
  const { t } = useI18n();
  return (
    <AriaSearchField {...rest} aria-label={label} className={styles.field ?? ''}>
      {({ isEmpty }) => (
        <Group className={styles.box ?? ''}>
          <Search aria-hidden="true" className={styles.lead} />
          <Input placeholder={placeholder ?? label} className={styles.input ?? ''} />
          {isEmpty ? null : (
            <AriaButton aria-label={t('common:field.clearSearch')} className={styles.inBox ?? ''}>
              <X />
            </AriaButton>
          )}
        </Group>
      )}
    </AriaSearchField>
  );
}

/** A label beside its control, for settings and detail panels. */
export function FormRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{label}</span>
      <div>{children}</div>
    </div>
  );
}
