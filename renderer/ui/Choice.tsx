import { Check, ChevronDown, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  Select as AriaSelect,
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from './classes.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldTexts } from './Field.tsx';
import overlay from './Overlay.module.css';
import segmentStyles from './Segmented.module.css';

export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A second, quieter text: the client of a project. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.disabled ?? false}
      className={overlay.item ?? ''}
    >
      {({ isSelected }) => (
        <>
          {option.icon}
          <span className={overlay.grow}>{option.label}</span>
          {option.detail === undefined ? null : <span className={overlay.detail}>{option.detail}</span>}
          {isSelected ? <Check aria-hidden="true" /> : null}
        </>
      )}
    </ListBoxItem>
  );
}

function OptionList({ options }: { readonly options: readonly Option[] }) {
  const { t } = useI18n();
  return (
    <Popover className={cx(overlay.popover, overlay.trigger)} offset={4}>
      <ListBox
        className={overlay.list ?? ''}
        renderEmptyState={() => <div className={overlay.none}>{t('common:state.noResult')}</div>}
      >
        {options.map((option) => (
          <OptionItem key={option.id} option={option} />
        ))}
      </ListBox>
    </Popover>
  );
}

export interface SelectProps<Id extends string> extends FieldTexts {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

/** One of a few values. Typing the first letters finds one. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { t } = useI18n();
  const { label, hint, error } = props;
  const button = (
    <AriaButton className={styles.selectButton ?? ''}>
      <SelectValue className={styles.selectValue ?? ''}>
        {({ selectedText }) => selectedText || (props.placeholder ?? t('common:field.choose'))}
      </SelectValue>
      <ChevronDown aria-hidden="true" />
    </AriaButton>
  );
  return (
    <AriaSelect
      {...(props.labelHidden ? { 'aria-label': label } : {})}
      value={props.value}
      onChange={(key) => {
        const option = props.options.find((candidate) => candidate.id === key);
        if (option) props.onChange(option.id);
      }}
      isDisabled={props.disabled ?? false}
      isInvalid={error !== undefined}
      className={styles.field ?? ''}
    >
      {props.labelHidden ? (
        button
      ) : (
        <FieldFrame
          label={label}
          error={error}
          required={props.required ?? false}
          {...(hint === undefined ? {} : { hint })}
        >
          {button}
        </FieldFrame>
      )}
      <OptionList options={props.options} />
    </AriaSelect>
  );
}

export interface ComboBoxProps<Id extends string>
  extends FieldTexts,
    Pick<AriaComboBoxProps<object>, 'inputValue' | 'onInputChange' | 'defaultFilter' | 'allowsCustomValue'> {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

/** One of many values, found by typing. Enter that ends a composition does not choose. */
export function ComboBox<Id extends string>({ options, value, onChange, ...props }: ComboBoxProps<Id>) {
  const { t } = useI18n();
  const { label, labelHidden, hint, error, placeholder, disabled, required, ...rest } = props;
  const box = (
    <Group className={styles.box ?? ''}>
      <Input className={styles.input ?? ''} placeholder={placeholder ?? t('common:field.choose')} />
      <AriaButton aria-label={t('common:field.showOptions')} className={styles.inBox ?? ''}>
        <ChevronDown />
      </AriaButton>
    </Group>
  );
  return (
    <AriaComboBox
      {...rest}
      {...(labelHidden ? { 'aria-label': label } : {})}
      menuTrigger="focus"
      allowsEmptyCollection
      value={value}
      onChange={(key) => onChange(options.find((candidate) => candidate.id === key)?.id ?? null)}
      isDisabled={disabled ?? false}
      isInvalid={error !== undefined}
      className={styles.field ?? ''}
    >
      {labelHidden ? (
        box
      ) : (
        <FieldFrame
          label={label}
          error={error}
          required={required ?? false}
          {...(hint === undefined ? {} : { hint })}
        >
          {box}
        </FieldFrame>
      )}
      <OptionList options={options} />
    </AriaComboBox>
  );
}

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly labelHidden?: boolean;
}

export function Checkbox({ label, labelHidden = false, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} {...(labelHidden ? { 'aria-label': label } : {})} className={styles.choice ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.tick} aria-hidden="true">
            {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
          </span>
          {labelHidden ? null : label}
        </>
      )}
    </AriaCheckbox>
  );
}

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  readonly label: string;
}

/** Takes effect at once; a checkbox is for what a form submits. */
export function Switch({ label, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={styles.choice ?? ''}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} style={{ display: 'block' }} />
      </span>
      {label}
    </AriaSwitch>
  );
}

export interface RadioGroupProps<Id extends string>
  extends Omit<AriaRadioGroupProps, 'className' | 'style' | 'children' | 'value' | 'onChange' | 'isInvalid'>,
    FieldTexts {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

function pick<Id extends string>(
  options: readonly Option<Id>[],
  key: string,
  onChange: (id: Id) => void,
): void {
  const option = options.find((candidate) => candidate.id === key);
  if (option) onChange(option.id);
}

/** One of two to five values, all in view. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, labelHidden: _, hint, error, options, value, onChange, ...rest } = props;
  return (
    <AriaRadioGroup
      {...rest}
      value={value}
      onChange={(key) => pick(options, key, onChange)}
      isInvalid={error !== undefined}
      className={styles.field ?? ''}
    >
      <FieldFrame
        label={label}
        error={error}
        required={rest.isRequired ?? false}
        {...(hint === undefined ? {} : { hint })}
      >
        <div className={styles.options}>
          {options.map((option) => (
            <AriaRadio
              key={option.id}
              value={option.id}
              isDisabled={option.disabled ?? false}
              className={styles.choice ?? ''}
            >
              <span className={styles.radio} aria-hidden="true" />
              {option.label}
            </AriaRadio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** A radio group as one strip: view modes, zoom steps. */
export function Segmented<Id extends string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  return (
    <AriaRadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(key) => pick(options, key, onChange)}
      className={segmentStyles.segments ?? ''}
    >
      {options.map((option) => (
        <AriaRadio
          key={option.id}
          value={option.id}
          isDisabled={option.disabled ?? false}
          className={segmentStyles.segment ?? ''}
        >
          {option.label}
        </AriaRadio>
      ))}
    </AriaRadioGroup>
  );
}
