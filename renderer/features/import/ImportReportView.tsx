import { type ReactNode, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Badge, Button, Card, EmptyState } from '#renderer/ui/index.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import { frameStyles, Numbers } from '../importFrame/public.ts';
import styles from './import.module.css';
import {
  groupWarnings,
  momentText,
  producerText,
  reasonText,
  type WarningGroup,
  warningText,
} from './texts.ts';

const SHOWN_DIFFERENCES = 50;

function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function WhatWasRead({ report }: { readonly report: ImportReport }) {
  const { t, format } = useI18n();
  const { counts } = report;
  const rows: (readonly [string, ReactNode])[] = [
    [t('import:file'), report.fileName],
    [t('import:writtenBy'), producerText(t, report.producer)],
    [t('import:start'), momentText(format, report.start)],
    [t('import:finish'), momentText(format, report.finish)],
  ];
  if (report.company !== null) rows.push([t('import:company'), report.company]);
  if (report.manager !== null) rows.push([t('import:manager'), report.manager]);
  const numbers = [
    [t('import:count.tasks'), counts.tasks],
    [t('import:count.milestones'), counts.milestones],
    [t('import:count.links'), counts.links],
    [t('import:count.calendars'), counts.calendars],
    [t('import:count.resources'), counts.resources],
    [t('import:count.assignments'), counts.assignments],
    [t('import:count.baselines'), counts.baselines],
    [t('import:count.fields'), counts.fields],
  ] as const;
  return (
    <Card title={t('import:read')}>
      <Facts rows={rows} />
      <Numbers rows={numbers.map(([name, value]) => [name, format.number(value)] as const)} />
    </Card>
  );
}

function Group({ group }: { readonly group: WarningGroup }) {
  const { t, format } = useI18n();
  const [first] = group.listed;
  if (!first) return null;
  if (group.count === 1) return <p className={styles.remark}>{warningText(t, first)}</p>;
  const hidden = group.count - group.listed.length;
  return (
    <details className={styles.remark}>
      <summary>
        {warningText(t, first)} <Badge>{t('import:times', { count: group.count })}</Badge>
      </summary>
      <ul className={frameStyles.lines}>
        {group.listed.map((warning) => (
          <li key={JSON.stringify(warning)}>{warningText(t, warning)}</li>
        ))}
        {hidden > 0 ? (
          <li className={frameStyles.muted}>{t('import:more', { number: format.number(hidden) })}</li>
        ) : null}
      </ul>
    </details>
  );
}

function Remarks({ report }: { readonly report: ImportReport }) {
  const { t } = useI18n();
  const groups = groupWarnings(report);
  return (
    <Card title={t('import:remarks')}>
      {groups.length === 0 ? <p className={frameStyles.muted}>{t('import:noRemarks')}</p> : null}
      {groups.map((group) => (
        <Group key={group.code} group={group} />
      ))}
    </Card>
  );
}

function DifferenceTable({ report }: { readonly report: ImportReport }) {
  const { t, format } = useI18n();
  const [all, setAll] = useState(false);
  const rows = all ? report.differences : report.differences.slice(0, SHOWN_DIFFERENCES);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={frameStyles.muted}>{t('import:differencesHint')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import:task')}</th>
              <th scope="col">{t('import:inFile')}</th>
              <th scope="col">{t('import:ours')}</th>
              <th scope="col">{t('import:why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.uid}>
                <th scope="row">
                  <bdi>{row.name === '' ? t('common:state.empty') : row.name}</bdi>
                </th>
                <td className={styles.moment}>{momentText(format, row.source)}</td>
                <td className={styles.moment}>{momentText(format, row.ours)}</td>
                <td>{reasonText(t, row.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && report.differences.length > SHOWN_DIFFERENCES ? (
        <Button look="link" onPress={() => setAll(true)}>
          {t('import:showAll', { number: format.number(report.differences.length) })}
        </Button>
      ) : null}
      {report.differenceCount > report.differences.length ? (
        <p className={frameStyles.muted}>
          {t('import:more', { number: format.number(report.differenceCount - report.differences.length) })}
        </p>
      ) : null}
    </>
  );
}

function Differences({ report }: { readonly report: ImportReport }) {
  const { t, format } = useI18n();
  return (
    <Card
      title={t('import:differences')}
      {...(report.differenceCount > 0
        ? { actions: <Badge tone="warn">{format.number(report.differenceCount)}</Badge> }
        : {})}
    >
      {report.differenceCount === 0 ? (
        <p className={frameStyles.muted}>{t('import:noDifferences')}</p>
      ) : (
        <DifferenceTable report={report} />
      )}
    </Card>
  );
}

function LeftOut({ report }: { readonly report: ImportReport }) {
  const { t } = useI18n();
  const { links, timephasedBlocks, unknownElements } = report.leftOut;
  const lines = [
    ...(links > 0 ? [t('import:leftOutLinks', { count: links })] : []),
    ...(timephasedBlocks > 0 ? [t('import:leftOutTimephased', { count: timephasedBlocks })] : []),
    ...(unknownElements > 0 ? [t('import:leftOutElements', { count: unknownElements })] : []),
  ];
  return (
    <Card title={t('import:leftOut')}>
      {lines.length === 0 ? <p className={frameStyles.muted}>{t('import:nothingLeftOut')}</p> : null}
      <ul className={frameStyles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

/** What was read from a file, what deserves a look, and what is not taken over. */
export function ReportBody({ report }: { readonly report: ImportReport }) {
  return (
    <div className={frameStyles.report}>
      <WhatWasRead report={report} />
      <Remarks report={report} />
      <Differences report={report} />
      <LeftOut report={report} />
    </div>
  );
}

export interface ImportReportViewProps {
  readonly projectId: string;
}

/** The report that an import left with its project. */
export function ImportReportView({ projectId }: ImportReportViewProps) {
  const { t } = useI18n();
  const report = useReadyAnswer('import.report', { projectId });
  return report === null ? <EmptyState text={t('import:notImported')} /> : <ReportBody report={report} />;
}
