import { FilePlus, ShieldCheck } from 'lucide-react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { navigate } from '#renderer/state/route.ts';
import { Badge, Banner, Button, showToast } from '#renderer/ui/index.ts';
import { periodText } from '#shared/domain/report/figures.ts';
import { paper } from '../paper/public.ts';
import type { Composed } from './Composer.tsx';
import styles from './reports.module.css';
import { TONES } from './tones.ts';

export interface FrozenFactsProps {
  readonly reportId: string;
  readonly projectId: string;
  readonly report: Composed;
}

/** What comes after a frozen report: the next of the series, or a correction of this one. */
function FollowUps({ reportId, projectId, report }: FrozenFactsProps) {
  const { t } = useI18n();
  const create = useCommand('report.create');
  const suggestion = useReadyAnswer('report.suggest', { projectId });
  const follow = (period: { from: string; to: string }) =>
    create.mutate(
      { projectId, period, language: report.snapshot.language, fromReportId: reportId },
      {
        onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }),
        onSuccess: ({ id }) => navigate({ name: 'projectReports', projectId, itemId: id }),
      },
    );
  return (
    <div className={styles.ways}>
      <Button icon={<FilePlus />} onPress={() => follow(suggestion.period)} isDisabled={create.isPending}>
        {t('report:screen.next')}
      </Button>
      <Button onPress={() => follow(report.snapshot.period)} isDisabled={create.isPending}>
        {t('report:screen.revision')}
      </Button>
    </div>
  );
}

/** The left side of a frozen report: what it is and what happened to it. Nothing here can be edited. */
export function FrozenFacts({ reportId, projectId, report }: FrozenFactsProps) {
  const { t, format } = useI18n();
  const verify = useCommand('report.verify');
  const { snapshot, recipients } = report;
  const onVerify = () =>
    verify.mutate(
      { reportId },
      {
        onSuccess: (result) => {
          const good = result.snapshot && result.pdf;
          showToast({
            text: t(good ? 'report:screen.verified' : 'report:screen.broken'),
            tone: good ? 'good' : 'bad',
          });
        },
        onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }),
      },
    );
  const facts: readonly (readonly [string, string])[] = [
    [t('report:screen.number'), String(snapshot.no ?? '')],
    [t('report:screen.period'), periodText(snapshot.period)],
    [t('report:screen.language'), t(`model:report.enums.language.${snapshot.language}`)],
    [t('report:screen.mailTo'), recipients.to.join(', ')],
    [t('report:screen.mailCc'), recipients.cc.join(', ')],
    [t('report:screen.size'), report.pdf === null ? '' : `${format.number(report.pdf.bytes / 1024)} KB`],
  ];
  return (
    <div className={paper.side}>
      <Banner tone="info">{t('report:screen.frozenBanner')}</Banner>
      <div>
        <Badge tone={TONES[report.state]}>{t(`model:report.enums.state.${report.state}`)}</Badge>
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {report.pdf === null ? null : (
          <>
            <dt>{t('report:screen.fingerprint')}</dt>
            <dd className={styles.hash}>{report.pdf.sha256}</dd>
          </>
        )}
      </dl>
      <div className={styles.ways}>
        <Button icon={<ShieldCheck />} onPress={onVerify} isDisabled={verify.isPending}>
          {t('report:screen.verify')}
        </Button>
      </div>
      <FollowUps reportId={reportId} projectId={projectId} report={report} />
    </div>
  );
}
