import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/index.ts';
import { isLate, isOpen } from '#shared/domain/communication/promise.ts';
import { findDatePhrase } from '#shared/domain/text/datePhrase.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { flagFilter, Register, simpleRegister, useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';
import { PromiseActs, PromiseGuard, PromiseStatus } from './PromiseActs.tsx';
import { PromiseDialog, type PromiseDraft } from './PromiseDialog.tsx';
import { PromiseRateText } from './PromiseRateText.tsx';
import { run } from './run.ts';

/** P2: every promise, even a small one, and what became of it. */
const definition = simpleRegister('promise', {
  prefix: 'P',
  columns: [
    'text',
    'due_on',
    {
      id: 'status',
      field: 'status',
      width: 170,
      render: (promise) => <PromiseStatus promise={promise} />,
    },
    'owner',
    'kind',
    'made_on',
  ],
  filters: [
    'status',
    'kind',
    'owner',
    flagFilter<'promise'>('open', ({ t }) => t('communication:promise.openOnly'), isOpen),
    flagFilter<'promise'>(
      'late',
      ({ t }) => t('communication:promise.lateOnly'),
      (promise, { today }) => isLate(promise, today),
    ),
  ],
  sections: [
    {
      id: 'acts',
      title: ({ t }) => t('communication:promise.acts'),
      items: [{ id: 'acts', widget: PromiseActs }],
    },
    {
      id: 'what',
      title: ({ t }) => t('communication:promise.section.what'),
      items: ['text', 'kind', 'contact_id', 'owner', 'by'],
    },
    {
      id: 'when',
      title: ({ t }) => t('communication:promise.section.when'),
      items: ['due_on', 'made_on', 'needs_days', 'task_id'],
    },
    {
      id: 'guard',
      title: ({ t }) => t('communication:promise.guard'),
      items: [{ id: 'guard', widget: PromiseGuard }],
    },
    {
      id: 'basis',
      title: ({ t }) => t('communication:promise.section.basis'),
      items: ['expectation_id', 'comm_log_id', 'reason', 'guard_note'],
    },
    {
      id: 'client',
      title: ({ t }) => t('communication:promise.section.client'),
      items: ['client_visible', 'client_text'],
    },
  ],
  quickLabel: ({ t }) => t('register:quickAdd', { entity: t('communication:promise.quick') }),
  defaults: ({ today }) => ({ made_on: today }),
  empty: ({ t }) => t('communication:promise.empty'),
  sort: { column: 'due_on', descending: false },
});

export interface PromisesProps {
  readonly project: RecordOf<'project'>;
  readonly itemId?: string | undefined;
}

/** P2, P4, X7: the ledger of promises of a project, with the kept-rate of its client. */
export function Promises({ project, itemId }: PromisesProps) {
  const tools = useRegisterTools();
  const { t, format, today, locale } = tools;
  const records = useReadyAnswer('promise.list', { where: { project_id: project.id } });
  const [draft, setDraft] = useState<PromiseDraft | null>(null);
  const [made, setMade] = useState<string>();
  const label = t('communication:promise.new');
  const begin = () => setDraft({ text: '' });
  /** The day was said below the line, so Enter says yes to it; what speaks against the promise is asked first. */
  const quick = async (text: string) => {
    const due_on = findDatePhrase(text, today)?.value ?? null;
    const whose = { client_id: project.client_id, project_id: project.id, owner: project.manager };
    const values = { ...whose, text, due_on, made_on: today };
    const answer = await run(tools, 'promise.make', { values, anyway: false, language: locale });
    if (answer === null) return null;
    if (answer.id !== null) return { id: answer.id };
    setDraft({ text, due_on });
    return {};
  };
  const echo = (text: string): string | null => {
    const found = findDatePhrase(text, today);
    return found === null
      ? null
      : t('communication:promise.readDate', { phrase: found.phrase, date: format.date(found.value) });
  };
  return (
    <div className={styles.fill}>
      <Register
        definition={definition}
        records={records}
        scope={{ projectId: project.id, clientId: project.client_id }}
        itemId={made ?? itemId}
        above={<PromiseRateText clientId={project.client_id} />}
        tools={
          <Button icon={<Handshake aria-hidden="true" />} onPress={begin}>
            {label}
          </Button>
        }
        emptyAction={{ label, onPress: begin }}
        onQuick={quick}
        quickEcho={echo}
      />
      {draft === null ? null : (
        <PromiseDialog project={project} draft={draft} onClose={() => setDraft(null)} onMade={setMade} />
      )}
    </div>
  );
}
