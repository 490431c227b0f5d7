import { Target } from 'lucide-react';
import { useState } from 'react';
import type { RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName, errorText } from '../../i18n/words.ts';
import { openRecord } from '../../state/openRecord.ts';
import { Button, Dialog, Select, showToast } from '../../ui/index.ts';

type Source = RecordOf<'concern'> | RecordOf<'feedback'> | RecordOf<'market_note'>;

function ProjectDialog(props: {
  readonly clientId: string;
  readonly onChoose: (projectId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const projects = useReadyAnswer('project.list', { where: { client_id: props.clientId } });
  const [chosen, setChosen] = useState<string | null>(projects[0]?.id ?? null);
  const submit = () => {
    if (chosen !== null) props.onChoose(chosen);
  };
  return (
    <Dialog
      open
      title={t('client:toExpectation')}
      onClose={props.onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" isDisabled={chosen === null} onPress={submit}>
            {t('client:toExpectation')}
          </Button>
        </>
      }
    >
      <Select
        label={entityName(t, 'project')}
        options={projects.map(({ id, name }) => ({ id, label: name }))}
        value={chosen}
        onChange={setChosen}
        hint={projects.length === 0 ? t('client:emptyProjects') : t('client:expectationProject')}
      />
    </Dialog>
  );
}

/** One step from what was only felt to an expectation of a project (B4, B10, B12); shows it where it is one already. */
export function ToExpectation({ record, clientId }: { readonly record: Source; readonly clientId: string }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const make = async (projectId: string | undefined) => {
    try {
      const made = await request('client.toExpectation', {
        id: record.id,
        ...(projectId === undefined ? {} : { projectId }),
      });
      setAsking(false);
      const open = () => void openRecord({ entity: 'expectation', id: made.id, project_id: made.projectId });
      if (record.expectation_id !== null) open();
      else
        showToast({
          tone: 'good',
          text: t('client:expectationMade'),
          action: { label: t('common:verb.open'), onPress: open },
        });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  const known = record.expectation_id !== null || ('project_id' in record && record.project_id !== null);
  return (
    <>
      <Button small icon={<Target />} onPress={() => (known ? void make(undefined) : setAsking(true))}>
        {t(record.expectation_id === null ? 'client:toExpectation' : 'client:showExpectation')}
      </Button>
      {asking ? (
        <ProjectDialog
          clientId={clientId}
          onChoose={(id) => void make(id)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
