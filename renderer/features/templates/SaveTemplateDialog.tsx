import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText, fieldName } from '#renderer/i18n/words.ts';
import { Banner, Button, Dialog, showToast, TextArea, TextField } from '#renderer/ui/index.ts';
import { TEMPLATE_PARTS, type TemplatePart } from '#shared/domain/template/definition.ts';
import { Parts } from './Parts.tsx';
import styles from './templates.module.css';

export interface SaveTemplateDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
}

/** Keeps a project as a template: working-day distances instead of dates, nothing of what has happened. */
export function SaveTemplateDialog({ projectId, onClose }: SaveTemplateDialogProps) {
  const { t } = useI18n();
  const project = useAnswer('project.get', { id: projectId }).data ?? null;
  const client = useAnswer('client.get', { id: project?.client_id ?? '' }, project !== null).data ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [industry, setIndustry] = useState<string | null>(null);
  const [parts, setParts] = useState<readonly TemplatePart[]>(TEMPLATE_PARTS);
  const [problem, setProblem] = useState<string | null>(null);
  const name = (typed ?? project?.name ?? '').trim().slice(0, 200);
  const save = async () => {
    if (name === '') {
      setProblem(t('reason:BLANK'));
      return;
    }
    try {
      const text = description.trim();
      await request('template.save', {
        projectId,
        name,
        description: text === '' ? null : text,
        industry: (industry ?? client?.industry ?? '').trim() || null,
        parts: [...parts],
      });
      onClose();
      showToast({ text: t('template:saved', { name }), tone: 'good' });
    } catch (error) {
      setProblem(errorText(t, error));
    }
  };
  return (
    <Dialog
      open
      title={t('template:saveTitle')}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('common:verb.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={fieldName(t, 'project_template', 'name')}
          isRequired
          validationBehavior="aria"
          maxLength={200}
          value={typed ?? project?.name ?? ''}
          onChange={setTyped}
        />
        <TextField
          label={fieldName(t, 'project_template', 'industry')}
          maxLength={120}
          value={industry ?? client?.industry ?? ''}
          onChange={setIndustry}
        />
        <TextArea
          label={fieldName(t, 'project_template', 'description')}
          lines={3}
          maxLength={5000}
          value={description}
          onChange={setDescription}
        />
        <Parts value={parts} onChange={setParts} />
        <p className={styles.quiet}>{t('template:saveNote')}</p>
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
