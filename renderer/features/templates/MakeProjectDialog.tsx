import { useRef, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText, fieldName } from '#renderer/i18n/words.ts';
import { navigate } from '#renderer/state/route.ts';
import { Banner, Button, Dialog, Select, TextField, useToday } from '#renderer/ui/index.ts';
import { TEMPLATE_PARTS, type TemplatePart } from '#shared/domain/template/definition.ts';
import type { PlanAnchor, TemplateRow, TemplateSource } from '#shared/ipc/channels/template.ts';
import { ClientBox, type ClientChoice } from '../projects/public.ts';
import { AnchorFields, Outcome } from './AnchorFields.tsx';
import { Parts } from './Parts.tsx';
import { TemplateTools } from './TemplateTools.tsx';
import styles from './templates.module.css';

export interface MakeProjectDialogProps {
  /** The project to copy; without one a template is chosen. */
  readonly projectId: string | undefined;
  readonly clientId: string | undefined;
  readonly onClose: () => void;
}

const keyOf = ({ source }: TemplateRow): string => ('template' in source ? source.template : source.builtin);

/** The chosen template; the first while none is chosen. */
function useTemplates(enabled: boolean) {
  const { locale } = useI18n();
  const rows = useAnswer('template.list', { language: locale }, enabled).data ?? [];
  const [key, setKey] = useState<string | null>(null);
  const chosen = rows.find((row) => keyOf(row) === key) ?? rows[0] ?? null;
  return { rows, chosen, setKey };
}

function useDraft({ projectId, clientId }: MakeProjectDialogProps) {
  const { t } = useI18n();
  const today = useToday();
  const copied = useAnswer('project.get', { id: projectId ?? '' }, projectId !== undefined).data ?? null;
  const owner = clientId ?? copied?.client_id;
  const client = useAnswer('client.get', { id: owner ?? '' }, owner !== undefined).data ?? null;
  const templates = useTemplates(projectId === undefined);
  const [parts, setParts] = useState<readonly TemplatePart[]>(TEMPLATE_PARTS);
  const [anchor, setAnchor] = useState<PlanAnchor>({ from: 'start', on: today });
  const [typed, setTyped] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [picked, setPicked] = useState<ClientChoice | null>(null);
  const source: TemplateSource | null =
    projectId === undefined ? (templates.chosen?.source ?? null) : { project: projectId, parts: [...parts] };
  const suggested = copied === null ? '' : t('register:copyOf', { title: copied.name });
  return {
    templates,
    parts,
    setParts,
    anchor,
    setAnchor,
    name: typed ?? suggested,
    setName: setTyped,
    code,
    setCode,
    choice: picked ?? { id: client?.id ?? null, text: client?.name ?? '' },
    setChoice: setPicked,
    source,
  };
}

type Draft = ReturnType<typeof useDraft>;

function useSubmit(draft: Draft, onClose: () => void) {
  const { t } = useI18n();
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const busy = useRef(false);
  const { source, name, code, choice, anchor } = draft;
  const missing = { name: name.trim() === '', client: choice.id === null && choice.text.trim() === '' };
  const submit = async () => {
    setTried(true);
    if (source === null || missing.name || missing.client || busy.current) return;
    busy.current = true;
    try {
      const { projectId } = await request('template.create', {
        source,
        client: choice.id === null ? { name: choice.text.trim() } : { id: choice.id },
        name: name.trim(),
        code: code.trim() === '' ? null : code.trim(),
        anchor,
      });
      onClose();
      navigate({ name: 'plan', projectId });
    } catch (error) {
      setProblem(errorText(t, error));
    } finally {
      busy.current = false;
    }
  };
  const blank = t('reason:BLANK');
  return {
    submit,
    problem,
    nameError: tried && missing.name ? blank : undefined,
    clientError: tried && missing.client ? blank : undefined,
  };
}

function TemplateChoice({ templates }: Pick<Draft, 'templates'>) {
  const { t } = useI18n();
  const { rows, chosen, setKey } = templates;
  if (chosen === null) return null;
  const size = t('template:size', { tasks: chosen.tasks, count: chosen.days });
  return (
    <div className={styles.choice}>
      <Select
        label={t('model:project_template.name')}
        options={rows.map((row) => ({
          id: keyOf(row),
          label: row.name,
          ...('template' in row.source
            ? row.industry === null
              ? {}
              : { detail: row.industry }
            : { detail: t('template:builtin') }),
        }))}
        value={keyOf(chosen)}
        onChange={setKey}
        hint={[chosen.description, size].filter(Boolean).join(' ')}
      />
      {'template' in chosen.source ? <TemplateTools id={chosen.source.template} name={chosen.name} /> : null}
    </div>
  );
}

/** A project from a template, or as a copy of another: new start or deadline, through the calendar. */
export function MakeProjectDialog(props: MakeProjectDialogProps) {
  const { t } = useI18n();
  const draft = useDraft(props);
  const { submit, problem, nameError, clientError } = useSubmit(draft, props.onClose);
  const { source, anchor } = draft;
  const preview = useAnswer(
    'template.preview',
    { source: source ?? { builtin: 'pumpStation', language: 'en' }, anchor },
    source !== null,
  );
  const copy = props.projectId !== undefined;
  return (
    <Dialog
      open
      wide
      title={t(copy ? 'template:copyTitle' : 'template:makeTitle')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('project:create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {copy ? <Parts value={draft.parts} onChange={draft.setParts} /> : <TemplateChoice {...draft} />}
        <div className={styles.pair}>
          <TextField
            label={fieldName(t, 'project', 'name')}
            isRequired
            validationBehavior="aria"
            maxLength={300}
            value={draft.name}
            onChange={draft.setName}
            error={nameError}
          />
          <TextField
            label={fieldName(t, 'project', 'code')}
            maxLength={60}
            value={draft.code}
            onChange={draft.setCode}
          />
        </div>
        <ClientBox choice={draft.choice} onChange={draft.setChoice} error={clientError} />
        <AnchorFields value={anchor} onChange={draft.setAnchor} />
        <Outcome ends={preview.data} />
        <p className={styles.quiet}>{t(copy ? 'template:copyNote' : 'template:makeNote')}</p>
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
