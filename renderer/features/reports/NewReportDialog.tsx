import { useState } from 'react';
import { useAnswer, useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { navigate } from '#renderer/state/route.ts';
import { Banner, Button, DateField, Dialog, Select } from '#renderer/ui/index.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';

import styles from './reports.module.css';

export interface NewReportDialogProps {
  readonly projectId?: string;
  readonly onClose: () => void;
}

interface Choice {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly language?: Locale;
}

/** Period and language come suggested from the project's rhythm; both stay open to change. */
export function NewReportDialog({ projectId, onClose }: NewReportDialogProps) {
  const { t } = useI18n();
  const projects = useReadyAnswer('project.list', {});
  const [chosen, setChosen] = useState(projectId ?? projects[0]?.id ?? '');
  const [choice, setChoice] = useState<Choice>({});
  const suggestion = useAnswer('report.suggest', { projectId: chosen }, chosen !== '').data;
  const create = useCommand('report.create');
  const from = choice.from === undefined ? (suggestion?.period.from ?? null) : choice.from;
  const to = choice.to === undefined ? (suggestion?.period.to ?? null) : choice.to;
  const language = choice.language ?? suggestion?.language ?? null;
  const ready = from !== null && to !== null && language !== null && from <= to;
  const submit = () => {
    if (!ready || create.isPending) return;
    create.mutate(
      { projectId: chosen, period: { from, to }, language },
      {
        onSuccess: ({ id }) => {
          onClose();
          navigate({ name: 'projectReports', projectId: chosen, itemId: id });
        },
      },
    );
  };
  const pickProject = (id: string) => {
    setChosen(id);
    setChoice({});
  };
  return (
    <Dialog
      open
      title={t('report:screen.new')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={submit} isDisabled={!ready || create.isPending}>
            {t('common:verb.create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {projectId === undefined ? (
          <Select
            label={t('report:screen.project')}
            options={projects.map(({ id, name }) => ({ id, label: name }))}
            value={chosen}
            onChange={pickProject}
          />
        ) : null}
        <div className={styles.pair}>
          <DateField
            label={t('report:screen.from')}
            value={from}
            onChange={(value) => setChoice({ ...choice, from: value })}
          />
          <DateField
            label={t('report:screen.to')}
            value={to}
            onChange={(value) => setChoice({ ...choice, to: value })}
          />
        </div>
        <Select
          label={t('report:screen.language')}
          options={locales.map((id) => ({ id, label: t(`model:report.enums.language.${id}`) }))}
          value={language}
          onChange={(value) => setChoice({ ...choice, language: value })}
        />
        {create.error ? <Banner tone="bad">{errorText(t, create.error)}</Banner> : null}
      </div>
    </Dialog>
  );
}
