import { useRef, useState } from 'react';
import type { InputOf } from '#shared/ipc/contract.ts';
import { PRESET_KINDS, type PresetKind } from '#shared/schedule/calendar/presets.ts';
import { useAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText, fieldName } from '../../i18n/words.ts';
import { type DraftEditor, useDraftEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { navigate } from '../../state/route.ts';
import { Banner, Button, Dialog, Select } from '../../ui/index.ts';
import { ClientBox, type ClientChoice } from './ClientBox.tsx';
import { presetName } from './presetName.ts';

type Values = InputOf<'project.createWithCalendar'>['values'];

function Fields({ editor }: { readonly editor: DraftEditor }) {
  const currency = String(editor.values['currency'] ?? 'CNY');
  return (
    <>
      <RecordField editor={editor} field="code" />
      <RecordField editor={editor} field="kind" />
      <RecordField editor={editor} field="stage" />
      <RecordField editor={editor} field="currency" />
      <RecordField editor={editor} field="contract_minor" currency={currency} />
      <RecordField editor={editor} field="start_on" />
      <RecordField editor={editor} field="finish_on" />
      <RecordField editor={editor} field="status_on" />
    </>
  );
}

export interface NewProjectDialogProps {
  readonly clientId: string | undefined;
  readonly onClose: () => void;
}

function useNewProject({ clientId, onClose }: NewProjectDialogProps) {
  const { t, locale } = useI18n();
  const client = useAnswer('client.get', { id: clientId ?? '' }, clientId !== undefined);
  const editor = useDraftEditor('project', {
    name: '',
    kind: 'direct',
    stage: 'presales',
    currency: locale === 'zh-TW' ? 'TWD' : 'CNY',
  });
  const [typed, setTyped] = useState<ClientChoice | null>(null);
  const choice = typed ?? { id: clientId ?? null, text: client.data?.name ?? '' };
  const [calendar, setCalendar] = useState<PresetKind>('standard');
  const [problem, setProblem] = useState<string | null>(null);
  const [noClient, setNoClient] = useState(false);
  const busy = useRef(false);
  const submit = async () => {
    const named = editor.complete(['name']);
    const missing = choice.id === null && choice.text.trim() === '';
    setNoClient(missing);
    if (busy.current || !named || missing) return;
    busy.current = true;
    try {
      const { projectId } = await request('project.createWithCalendar', {
        client: choice.id === null ? { name: choice.text.trim() } : { id: choice.id },
        values: editor.values as Values,
        calendar,
        calendarName: presetName(t, calendar),
      });
      onClose();
      navigate({ name: 'project', projectId });
    } catch (error) {
      setProblem(editor.fail(error) ?? errorText(t, error));
    } finally {
      busy.current = false;
    }
  };
  return { editor, choice, setTyped, calendar, setCalendar, problem, noClient, submit };
}

/** Asks for client and name; everything else can wait. Ctrl+Enter creates. */
export function NewProjectDialog(props: NewProjectDialogProps) {
  const { t } = useI18n();
  const state = useNewProject(props);
  return (
    <Dialog
      open
      wide
      title={t('shell:new.project')}
      onClose={props.onClose}
      // A date or amount that the same key press takes over is in the state only after it.
      onSubmit={() => setTimeout(() => document.getElementById('create-project')?.click(), 0)}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" id="create-project" onPress={() => void state.submit()}>
            {t('project:create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RecordField editor={state.editor} field="name" autoFocus />
        <ClientBox
          choice={state.choice}
          onChange={state.setTyped}
          error={state.noClient && state.choice.text.trim() === '' ? t('reason:BLANK') : undefined}
        />
        <div className={styles.fields}>
          <Fields editor={state.editor} />
          <Select
            label={fieldName(t, 'project', 'calendar_id')}
            options={PRESET_KINDS.map((id) => ({ id, label: presetName(t, id) }))}
            value={state.calendar}
            onChange={state.setCalendar}
          />
        </div>
        {state.problem === null ? null : <Banner tone="bad">{state.problem}</Banner>}
      </div>
    </Dialog>
  );
}
