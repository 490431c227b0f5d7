import { Card, NumberField } from '#renderer/ui/index.ts';
import type { Patch, RecordOf } from '#shared/model/registry.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import { updateRecord, useRegisterTools } from '../register/public.ts';
import { useTellProblem } from './parts.tsx';
import styles from './tracking.module.css';

type Project = RecordOf<'project'>;

function NumberSetting(props: {
  readonly project: Project;
  readonly field: 'deviation_threshold' | 'premilestone_days';
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  readonly hint: string;
}) {
  const { project, field } = props;
  const { fieldName } = useRegisterTools();
  const tell = useTellProblem();
  const save = (value: number) => {
    if (Number.isNaN(value) || value === project[field]) return;
    updateRecord('project', project.id, { [field]: value } as Patch<'project'>).catch(tell);
  };
  return (
    <NumberField
      label={fieldName('project', field)}
      hint={props.hint}
      value={project[field]}
      minValue={0}
      maxValue={props.max}
      step={props.step}
      unit={props.unit}
      onChange={save}
    />
  );
}

/** W1, WF5: when a deviation counts as abnormal, what weighs a task, and when a milestone is confirmed. */
export function TrackingSettings({ project }: { readonly project: Project }) {
  const { t } = useRegisterTools();
  const editor = useRecordEditor('project', project);
  return (
    <Card title={t('tracking:heading')}>
      <div className={styles.settings}>
        <NumberSetting
          project={project}
          field="deviation_threshold"
          max={1000}
          step={0.1}
          unit="%"
          hint={t('tracking:settings.threshold')}
        />
        <RecordField editor={editor} field="deviation_weight" hint={t('tracking:settings.weight')} />
        <NumberSetting
          project={project}
          field="premilestone_days"
          max={250}
          step={1}
          unit={t('tracking:settings.days')}
          hint={t('tracking:settings.premilestone')}
        />
      </div>
    </Card>
  );
}
