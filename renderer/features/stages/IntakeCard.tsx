import { useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { valueName } from '#renderer/i18n/words.ts';
import { useRecordEditor } from '#renderer/records/editor.ts';
import { RecordField } from '#renderer/records/RecordField.tsx';
import { Button, Card, Dialog, NumberField, showToast, TextField } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './stages.module.css';

type Project = RecordOf<'project'>;

const FACTORS = ['complexity', 'time_pressure', 'resource_gap', 'expectation_pressure'] as const;

function ScreenDialog({ projectId, onClose }: { readonly projectId: string; readonly onClose: () => void }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const [scores, setScores] = useState({
    complexity: 3,
    time_pressure: 3,
    resource_gap: 2,
    expectation_pressure: 3,
  });
  const [note, setNote] = useState('');
  const command = useCommand('project.screen');
  const submit = async () => {
    try {
      const { result } = await command.mutateAsync({ projectId, ...scores, note: note.trim() || null });
      showToast({
        tone: 'good',
        text: t('stage:screenDone', { result: valueName(t, 'risk_screening', 'result', result) }),
      });
      onClose();
    } catch (error) {
      showToast({ tone: 'bad', text: tools.problemText(error) });
    }
  };
  return (
    <Dialog
      open
      title={t('stage:screening')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('common:verb.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('stage:screenHint')}</p>
        {FACTORS.map((factor) => (
          <NumberField
            key={factor}
            label={tools.fieldName('risk_screening', factor)}
            value={scores[factor]}
            minValue={1}
            maxValue={5}
            step={1}
            onChange={(value) => {
              if (!Number.isNaN(value)) setScores((now) => ({ ...now, [factor]: value }));
            }}
          />
        ))}
        <TextField
          label={tools.fieldName('risk_screening', 'note')}
          value={note}
          onChange={setNote}
          lines={2}
          maxLength={1000}
        />
      </div>
    </Dialog>
  );
}

/** A5, A6: traits that drive the rhythm of reports, and the screening for risk. */
export function IntakeCard({ project }: { readonly project: Project }) {
  const { t } = useRegisterTools();
  const editor = useRecordEditor('project', project);
  const { frequency } = useReadyAnswer('project.suggestions', { projectId: project.id });
  const screenings = useReadyAnswer('risk_screening.list', { where: { project_id: project.id } });
  const [asking, setAsking] = useState(false);
  const last = [...screenings].sort((a, b) => (a.screened_on < b.screened_on ? 1 : -1))[0];
  const { report_frequency: now } = project;
  return (
    <Card
      title={t('stage:screening')}
      actions={
        <Button small onPress={() => setAsking(true)}>
          {t('stage:screen')}
        </Button>
      }
    >
      <p className={styles.quiet}>
        {last === undefined
          ? t('stage:screenNever')
          : t('stage:lastScreen', {
              date: last.screened_on,
              result: valueName(t, 'risk_screening', 'result', last.result),
            })}
      </p>
      <div className={styles.fields}>
        <RecordField
          editor={editor}
          field="complexity"
          options={[1, 2, 3, 4, 5].map((value) => ({ id: String(value), label: String(value) }))}
        />
        <RecordField editor={editor} field="investment_minor" currency={project.currency} />
      </div>
      {now === frequency || now === 'none' ? null : (
        <p className={styles.quiet}>
          {t('stage:frequency', { frequency: valueName(t, 'project', 'report_frequency', frequency) })}{' '}
          <Button look="link" onPress={() => void editor.set('report_frequency', frequency)}>
            {t('common:verb.apply')}
          </Button>
        </p>
      )}
      {asking ? <ScreenDialog projectId={project.id} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}
