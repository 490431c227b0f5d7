import {
  Download,
  Eye,
  GitCompareArrows,
  Mail,
  MoreHorizontal,
  PenLine,
  Send,
  ShieldCheck,
  Undo2,
} from 'lucide-react';
import { Suspense, useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { runTask } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { ChannelAdvice } from '#renderer/records/ChannelAdvice.tsx';
import {
  Banner,
  Button,
  ConfirmDialog,
  IconButton,
  Menu,
  Progress,
  Spinner,
  showToast,
} from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { MailDialog } from '../paper/public.ts';
import { SignDialog } from '../signing/public.ts';
import { Comparison } from './Comparison.tsx';
import styles from './documents.module.css';
import type { Opened } from './Issued.tsx';
import { type Job, useJob } from './useJob.ts';

type Ask = 'sent' | 'withdraw' | 'sign' | 'compare' | null;

function Status({ job }: { readonly job: Job }) {
  const { t } = useI18n();
  if (job.running)
    return <Progress label={t('document:screen.printing')} fraction={null} onCancel={job.cancel} />;
  if (job.error === null) return null;
  return (
    <Banner tone="bad" onDismiss={job.dismiss}>
      {errorText(t, job.error)}
    </Banner>
  );
}

interface QuestionProps {
  readonly opened: Opened;
  readonly asked: Ask;
  readonly close: () => void;
}

function Questions({ opened, asked, close }: QuestionProps) {
  const { t } = useI18n();
  const sent = useCommand('document.markSent');
  const withdraw = useCommand('document.withdraw');
  const { id, title, version } = opened.row;
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  return (
    <>
      <ConfirmDialog
        open={asked === 'sent'}
        title={t('document:screen.sentTitle')}
        message={t('document:screen.sentMessage')}
        action={t('document:screen.markSent')}
        onCancel={close}
        onConfirm={() => {
          close();
          sent.mutate({ id }, { onError });
        }}
      />
      <ConfirmDialog
        open={asked === 'withdraw'}
        title={t('document:screen.withdrawTitle')}
        message={t('document:screen.withdrawMessage', { title, version })}
        action={t('document:screen.withdraw')}
        danger
        onCancel={close}
        onConfirm={() => {
          close();
          withdraw.mutate({ id }, { onError });
        }}
      />
      {asked === 'sign' ? <SignDialog documentId={id} onClose={close} /> : null}
      {asked === 'compare' ? (
        <Suspense fallback={<Spinner />}>
          <Comparison opened={opened} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}

const wantsSignature = ({ content, row, signatures }: Opened): boolean =>
  row.state === 'issued' &&
  content.blocks.some((block) => block.kind === 'signatures' && block.sides.length > signatures.length);

export interface ActionsProps {
  readonly opened: Opened;
  readonly onPreview?: () => void;
}

/** What is done now and then. */
function MoreMenu({ opened, onPreview, ask }: ActionsProps & { readonly ask: (question: Ask) => void }) {
  const { t } = useI18n();
  const verify = useCommand('document.verify');
  const { row } = opened;
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  const check = () =>
    verify.mutate(
      { id: row.id },
      {
        onError,
        onSuccess: ({ problems: [problem] }) =>
          showToast(
            problem === undefined
              ? { text: t('document:screen.verified'), tone: 'good' }
              : { text: t(`document:flaw.${problem.what}`), tone: 'bad' },
          ),
      },
    );
  return (
    <Menu
      label={t('document:screen.more')}
      trigger={<IconButton label={t('document:screen.more')} icon={<MoreHorizontal />} />}
      entries={[
        {
          id: 'compare',
          label: t('document:screen.compare'),
          icon: <GitCompareArrows />,
          onAction: () => ask('compare'),
        },
        ...(onPreview === undefined
          ? []
          : [{ id: 'now', label: t('document:screen.asNow'), icon: <Eye />, onAction: onPreview }]),
        { id: 'verify', label: t('document:screen.verify'), icon: <ShieldCheck />, onAction: check },
        {
          id: 'sent',
          label: t('document:screen.markSent'),
          icon: <Send />,
          disabled: row.sent_at !== null,
          onAction: () => ask('sent'),
        },
        {
          id: 'withdraw',
          label: t('document:screen.withdraw'),
          icon: <Undo2 />,
          danger: true,
          startsGroup: true,
          disabled: row.state === 'withdrawn' || row.signed.length > 0,
          onAction: () => ask('withdraw'),
        },
      ]}
    />
  );
}

/** What can be done with an issued document; the next step stands first. */
export function Actions({ opened, onPreview }: ActionsProps) {
  const { t } = useI18n();
  const job = useJob();
  const reveal = useCommand('document.revealDraft');
  const mailto = useCommand('document.openMailto');
  const [asked, ask] = useState<Ask>(null);
  const [draft, setDraft] = useState<OutputOf<'document.email'> | null>(null);
  const { row } = opened;
  const { id } = row;
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  const savePdf = () =>
    job.run(async (signal) => {
      const { name } = await runTask('document.pdf', { id, save: true }, { signal });
      if (name !== null) showToast({ text: t('report:screen.draftSaved', { name }), tone: 'good' });
    });
  const mail = () =>
    job.run(async (signal) => {
      const made = await runTask('document.email', { id }, { signal });
      if (made.opened && !made.big) showToast({ text: t('report:screen.draftOpened'), tone: 'good' });
      else setDraft(made);
    });
  return (
    <div className={styles.stack}>
      <div className={styles.ways}>
        {wantsSignature(opened) ? (
          <Button look="primary" icon={<PenLine />} onPress={() => ask('sign')}>
            {t('document:screen.sign')}
          </Button>
        ) : null}
        <Button icon={<Download />} isDisabled={job.running} onPress={savePdf}>
          {t('report:screen.savePdf')}
        </Button>
        <Button icon={<Mail />} isDisabled={job.running} onPress={mail}>
          {t('report:screen.mailDraft')}
        </Button>
        <MoreMenu opened={opened} ask={ask} {...(onPreview === undefined ? {} : { onPreview })} />
      </div>
      {row.audience === 'client' && row.sent_at === null ? (
        <ChannelAdvice clientId={row.client_id} channel="email" />
      ) : null}
      <Status job={job} />
      <Questions opened={opened} asked={asked} close={() => ask(null)} />
      {draft === null ? null : (
        <MailDialog
          draft={draft}
          onReveal={() => reveal.mutate({ id }, { onError })}
          onMailto={() => mailto.mutate({ id }, { onError })}
          onClose={() => setDraft(null)}
        />
      )}
    </div>
  );
}
