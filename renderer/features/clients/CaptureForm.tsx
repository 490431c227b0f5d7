import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CreateInput } from '#shared/model/registry.ts';
import { useAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { useChannelHint } from '../../records/ChannelAdvice.tsx';
import { useDraftEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { Banner, Button, composing, Kbd, showToast, takeOver } from '../../ui/index.ts';

/** Now as a wall-clock `YYYY-MM-DDTHH:MM:SS` of this computer. */
export function nowLocal(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}

export interface CaptureFormProps {
  readonly clientId: string;
  readonly projectId?: string;
  readonly autoFocus?: boolean;
  readonly onSaved?: () => void;
}

const EMPTY = { channel: 'phone', direction: 'out', summary: '', next_step: null, due_on: null };

function useChoices(clientId: string) {
  const contacts = useAnswer('contact.list', { where: { client_id: clientId } });
  const projects = useAnswer('project.list', { where: { client_id: clientId } });
  const named = (rows: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    (rows ?? []).map(({ id, name }) => ({ id, label: name }));
  return { contacts: named(contacts.data), projects: named(projects.data) };
}

/**
 * A call, mail or meeting noted in seconds: what was said, what happens next and by when.
 * Ctrl+Enter saves from any field.
 */
export function CaptureForm({ clientId, projectId, autoFocus = false, onSaved }: CaptureFormProps) {
  const { t } = useI18n();
  const [turn, setTurn] = useState(0);
  return (
    <CaptureFields
      key={turn}
      clientId={clientId}
      projectId={projectId}
      autoFocus={autoFocus || turn > 0}
      onSaved={() => {
        showToast({ tone: 'good', text: t('client:noteSaved') });
        setTurn((n) => n + 1);
        onSaved?.();
      }}
    />
  );
}

function CaptureFields(props: {
  readonly clientId: string;
  readonly projectId: string | undefined;
  readonly autoFocus: boolean;
  readonly onSaved: () => void;
}) {
  const { t } = useI18n();
  const { clientId } = props;
  const editor = useDraftEditor('comm_log', {
    ...EMPTY,
    project_id: props.projectId ?? null,
    contact_id: null,
  });
  const { contacts, projects } = useChoices(clientId);
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const channelHint = useChannelHint(clientId, String(editor.values['channel']));
  const submit = async () => {
    const needed = editor.values['due_on'] ? ['summary', 'next_step'] : ['summary'];
    if (busy.current || !editor.complete(needed)) return;
    busy.current = true;
    try {
      const values = { ...editor.values, client_id: clientId, happened_at: nowLocal() };
      await request('comm_log.create', { values: values as CreateInput<'comm_log'> });
      props.onSaved();
    } catch (error) {
      setProblem(editor.fail(error));
    } finally {
      busy.current = false;
    }
  };
  // A date that is taken over by the same key press is in the state only after it.
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!takeOver(box.current)) return;
    setTimeout(() => void latest.current(), 0);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form element would submit on a plain Enter
    <div
      ref={box}
      className={styles.form}
      role="group"
      aria-label={t('client:capture')}
      onKeyDown={onKeyDown}
    >
      <div className={styles.three}>
        <RecordField
          editor={editor}
          field="channel"
          {...(channelHint === null ? {} : { hint: channelHint })}
        />
        {contacts.length > 0 ? <RecordField editor={editor} field="contact_id" options={contacts} /> : null}
        {projects.length > 0 ? <RecordField editor={editor} field="project_id" options={projects} /> : null}
      </div>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <RecordField
            editor={editor}
            field="summary"
            lines={2}
            placeholder={t('client:summaryExample')}
            autoFocus={props.autoFocus}
          />
        </div>
        <RecordField editor={editor} field="next_step" placeholder={t('client:nextStepExample')} />
        <RecordField editor={editor} field="due_on" />
      </div>
      {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      <div className={styles.badges}>
        <Button look="primary" onPress={() => takeOver(box.current) && void submit()}>
          {t('client:saveNote')}
        </Button>
        <Kbd keys="Ctrl+Enter" />
      </div>
    </div>
  );
}
