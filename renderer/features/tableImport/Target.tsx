import { useI18n } from '#renderer/i18n/index.ts';
import { ComboBox, RadioGroup, Select, TextField } from '#renderer/ui/index.ts';
import { PRESET_KINDS, type PresetKind } from '#shared/schedule/calendar/presets.ts';
import { ClientChoice, frameStyles } from '../importFrame/public.ts';
import type { TargetForm } from './useTarget.ts';

interface PartProps {
  readonly form: TargetForm;
  /** The user tried to import: what is missing is said. */
  readonly tried: boolean;
}

export interface TargetProps extends PartProps {
  /** The plan or its calendar is another one: dates are computed anew. */
  readonly onWhere: (where: { projectId?: string; calendar?: PresetKind }) => void;
}

function NewProject({ form, tried, onWhere }: TargetProps) {
  const { t } = useI18n();
  return (
    <>
      <ClientChoice form={form.who} tried={tried} />
      <TextField
        label={t('import:projectName')}
        value={form.name}
        onChange={form.setName}
        maxLength={300}
        isRequired
        error={tried && form.name.trim() === '' ? t('import:nameMissing') : undefined}
      />
      <Select
        label={t('tableImport:calendar')}
        hint={t('tableImport:calendarHint')}
        options={PRESET_KINDS.map((id) => ({ id, label: t(`project:preset.${id}`) }))}
        value={form.calendar}
        onChange={(calendar) => {
          form.setCalendar(calendar);
          onWhere({ calendar });
        }}
      />
    </>
  );
}

function ExistingProject({ form, tried, onWhere }: TargetProps) {
  const { t } = useI18n();
  return (
    <>
      <ComboBox
        label={t('tableImport:project')}
        options={form.projects.map(({ id, name }) => ({ id, label: name }))}
        value={form.chosen}
        onChange={(id) => {
          form.setChosen(id);
          if (id !== null) onWhere({ projectId: id });
        }}
        required
        error={tried && form.chosen === null ? t('tableImport:projectMissing') : undefined}
      />
      {form.task === null ? null : (
        <RadioGroup
          label={t('tableImport:place')}
          options={[
            {
              id: 'below' as const,
              label: t('tableImport:placeBelow', { name: form.task.name.slice(0, 80) }),
            },
            { id: 'end' as const, label: t('tableImport:placeEnd') },
          ]}
          value={form.place}
          onChange={form.setPlace}
        />
      )}
    </>
  );
}

/** Where the list goes: a new project of a client, or a plan that is there. */
export function Target(props: TargetProps) {
  const { t } = useI18n();
  const { form, onWhere } = props;
  return (
    <div className={frameStyles.fields}>
      {form.projects.length > 0 ? (
        <RadioGroup
          label={t('tableImport:target')}
          options={[
            { id: 'new' as const, label: t('tableImport:targetNew') },
            { id: 'existing' as const, label: t('tableImport:targetExisting') },
          ]}
          value={form.kind}
          onChange={(kind) => {
            form.setKind(kind);
            onWhere(kind === 'existing' && form.chosen !== null ? { projectId: form.chosen } : {});
          }}
          orientation="horizontal"
        />
      ) : null}
      {form.kind === 'new' ? <NewProject {...props} /> : <ExistingProject {...props} />}
    </div>
  );
}
