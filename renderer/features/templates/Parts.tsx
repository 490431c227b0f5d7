import { useI18n } from '#renderer/i18n/index.ts';
import { Checkbox, FormRow } from '#renderer/ui/index.ts';
import { TEMPLATE_PARTS, type TemplatePart } from '#shared/domain/template/definition.ts';
import styles from './templates.module.css';

export interface PartsProps {
  readonly value: readonly TemplatePart[];
  readonly onChange: (parts: readonly TemplatePart[]) => void;
}

/** What of a project is taken along. */
export function Parts({ value, onChange }: PartsProps) {
  const { t } = useI18n();
  return (
    <FormRow label={t('template:parts.label')}>
      <div className={styles.parts}>
        {TEMPLATE_PARTS.map((part) => (
          <Checkbox
            key={part}
            label={t(`template:parts.${part}`)}
            isSelected={value.includes(part)}
            onChange={(chosen) =>
              onChange(TEMPLATE_PARTS.filter((one) => (one === part ? chosen : value.includes(one))))
            }
          />
        ))}
      </div>
    </FormRow>
  );
}
