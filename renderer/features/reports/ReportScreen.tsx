import { ArrowLeft, Download, Mail, Send, Snowflake, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { RequestError } from '#renderer/client/wire.ts';
import { fixedT, useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { sayWith } from '#renderer/print/say.ts';
import { ChannelAdvice } from '#renderer/records/ChannelAdvice.tsx';
import { navigate } from '#renderer/state/route.ts';
import {
  Badge,
  Banner,
  Button,
  ConfirmDialog,
  IconButton,
  Progress,
  Spacer,
  showToast,
  Toolbar,
} from '#renderer/ui/index.ts';
import { summaryText } from '#shared/domain/report/phrases.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { MailDialog, paper } from '../paper/public.ts';
import { type Composed, Composer } from './Composer.tsx';

import { FrozenFacts } from './FrozenFacts.tsx';
import { Preview } from './Preview.tsx';
import { TONES } from './tones.ts';
import { type Freeze, useFreeze } from './useFreeze.ts';

export interface ReportScreenProps {
  readonly reportId: string;
}

type Ask = 'freeze' | 'sent' | 'delete' | null;

interface ActionProps {
  readonly reportId: string;
  readonly report: Composed;
  readonly projectId: string;
  readonly ask: (question: Ask) => void;
}

function DraftActions({ ask }: ActionProps) {
  const { t } = useI18n();
  return (
    <>
      <IconButton label={t('report:screen.deleteDraft')} icon={<Trash2 />} onPress={() => ask('delete')} />
      <Button look="primary" icon={<Snowflake />} onPress={() => ask('freeze')}>
        {t('report:screen.freeze')}
      </Button>
    </>
  );
}

function FrozenActions({ reportId, report, ask }: ActionProps) {
  const { t } = useI18n();
  const save = useCommand('report.export');
  const mail = useCommand('report.draftMail');
  const reveal = useCommand('report.revealDraft');
  const mailto = useCommand('report.openMailto');
  const [draft, setDraft] = useState<OutputOf<'report.draftMail'> | null>(null);
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  const onSave = () =>
    save.mutate(
      { reportId },
      {
        onError,
        onSuccess: (file) => {
          if (file) showToast({ text: t('report:screen.draftSaved', { name: file.name }), tone: 'good' });
        },
      },
    );
  const onMail = () =>
    mail.mutate(
      { reportId },
      {
        onError,
        onSuccess: (made) => {
          if (made.opened && !made.big) showToast({ text: t('report:screen.draftOpened'), tone: 'good' });
          else setDraft(made);
        },
      },
    );
  return (
    <>
      <Button icon={<Download />} onPress={onSave} isDisabled={save.isPending}>
        {t('report:screen.savePdf')}
      </Button>
      <Button
        icon={<Mail />}
        onPress={onMail}
        isDisabled={mail.isPending}
        {...(report.state === 'frozen' ? { look: 'primary' as const } : {})}
      >
        {t('report:screen.mailDraft')}
      </Button>
      {report.state === 'sent' ? null : (
        <Button
          icon={<Send />}
          onPress={() => ask('sent')}
          {...(report.state === 'draft_made' ? { look: 'primary' as const } : {})}
        >
          {t('report:screen.markSent')}
        </Button>
      )}
      {draft ? (
        <MailDialog
          draft={draft}
          onReveal={() => reveal.mutate({ reportId }, { onError })}
          onMailto={() => mailto.mutate({ reportId }, { onError })}
          onClose={() => setDraft(null)}
        />
      ) : null}
    </>
  );
}

const STAGES = ['compose', 'print', 'check', 'store'] as const;
type Stage = (typeof STAGES)[number];
const stageOf = (stage: string): Stage => STAGES.find((known) => known === stage) ?? 'compose';

/** Progress while the PDF is made, and what went wrong if it was not. */
function FreezeStatus({ freeze }: { readonly freeze: Freeze }) {
  const { t } = useI18n();
  const { state } = freeze;
  if (state.phase === 'running')
    return (
      <Progress
        label={t(`report:screen.stage.${stageOf(state.stage)}`)}
        fraction={state.fraction}
        onCancel={freeze.cancel}
      />
    );
  if (state.phase === 'idle') return null;
  const missing = state.error instanceof RequestError && state.error.code === 'MISSING_GLYPHS';
  return (
    <Banner
      tone="bad"
      onDismiss={freeze.dismiss}
      {...(missing
        ? { actions: <Button onPress={() => freeze.start(true)}>{t('report:screen.missingAction')}</Button> }
        : {})}
    >
      {errorText(t, state.error)}
    </Banner>
  );
}

interface QuestionProps extends ActionProps {
  readonly asked: Ask;
  readonly freeze: Freeze;
}

function Questions({ asked, ask, reportId, report, projectId, freeze }: QuestionProps) {
  const { t } = useI18n();
  const sent = useCommand('report.markSent');
  const remove = useCommand('report.remove');
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  const close = () => ask(null);
  const title = report.snapshot.title;
  const count = report.warnings.length;
  return (
    <>
      <ConfirmDialog
        open={asked === 'freeze'}
        title={t('report:screen.freezeTitle')}
        message={
          <>
            <p>{t('report:screen.freezeMessage', { title, no: report.no })}</p>
            {count > 0 ? <p>{t('report:screen.freezeWarnings', { count })}</p> : null}
          </>
        }
        action={t('report:screen.freezeAction')}
        onCancel={close}
        onConfirm={() => {
          close();
          freeze.start(false);
        }}
      />
      <ConfirmDialog
        open={asked === 'sent'}
        title={t('report:screen.markSentTitle')}
        message={t('report:screen.markSentMessage')}
        action={t('report:screen.markSent')}
        onCancel={close}
        onConfirm={() => {
          close();
          const onSuccess = () => showToast({ text: t('report:screen.markedSent'), tone: 'good' });
          sent.mutate({ reportId }, { onError, onSuccess });
        }}
      />
      <ConfirmDialog
        open={asked === 'delete'}
        title={t('report:screen.deleteTitle')}
        message={t('report:screen.deleteMessage', { title })}
        action={t('report:screen.deleteDraft')}
        danger
        onCancel={close}
        onConfirm={() => {
          close();
          const onSuccess = () => navigate({ name: 'projectReports', projectId });
          remove.mutate({ id: reportId }, { onError, onSuccess });
        }}
      />
    </>
  );
}

/** One report: a draft to work on, or a frozen one to send. The right side is the paper itself. */
export function ReportScreen({ reportId }: ReportScreenProps) {
  const record = useReadyAnswer('report.get', { id: reportId });
  if (record === null) return <Gone />;
  return <Loaded reportId={reportId} projectId={record.project_id} />;
}

/** B16, O6: a report is about to go by mail; the client may deserve more than that. */
function Advice({ projectId }: { readonly projectId: string }) {
  const { data: project } = useAnswer('project.get', { id: projectId });
  return <ChannelAdvice clientId={project?.client_id ?? null} channel="email" />;
}

function Gone() {
  const { t } = useI18n();
  return (
    <div className={paper.scroll}>
      <Banner tone="warn">{t('errors:NOT_FOUND')}</Banner>
    </div>
  );
}

function Loaded({ reportId, projectId }: { readonly reportId: string; readonly projectId: string }) {
  const { t } = useI18n();
  const { i18n } = useTranslation();
  const report = useReadyAnswer('report.compose', { reportId });
  const [asked, ask] = useState<Ask>(null);
  const freeze = useFreeze(reportId, (no) =>
    showToast({ text: t('report:screen.frozen', { no }), tone: 'good' }),
  );
  const { snapshot } = report;
  const summary = useMemo(
    () => summaryText(snapshot, sayWith(fixedT(i18n, snapshot.language))),
    [i18n, snapshot],
  );
  const props = { reportId, report, projectId, ask };
  const draft = report.state === 'draft';
  return (
    <div className={paper.screen}>
      <Toolbar label={t('report:screen.title')}>
        <IconButton
          label={t('report:screen.title')}
          icon={<ArrowLeft />}
          onPress={() => navigate({ name: 'projectReports', projectId })}
        />
        <h1 className={paper.title}>{snapshot.title}</h1>
        <Badge tone={TONES[report.state]}>
          {draft ? t('model:report.enums.state.draft') : t('report:print.no', { no: report.no })}
        </Badge>
        <Spacer />
        {freeze.state.phase === 'running' ? null : draft ? (
          <DraftActions {...props} />
        ) : (
          <FrozenActions {...props} />
        )}
      </Toolbar>
      <FreezeStatus freeze={freeze} />
      {report.state === 'frozen' ? <Advice projectId={projectId} /> : null}
      <div className={paper.split}>
        {draft ? (
          <Composer reportId={reportId} projectId={projectId} report={report} summary={summary} />
        ) : (
          <FrozenFacts reportId={reportId} projectId={projectId} report={report} />
        )}
        <Preview snapshot={snapshot} />
      </div>
      <Questions {...props} asked={asked} freeze={freeze} />
    </div>
  );
}
