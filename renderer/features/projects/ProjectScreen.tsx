import { History, Trash2, Upload } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName, valueName } from '../../i18n/words.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { Gone } from '../../records/Gone.tsx';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { navigate } from '../../state/route.ts';
import { Badge, Button, Card, IconButton, useToday } from '../../ui/index.ts';
import { ExportMenu } from '../export/public.ts';
import { HistoryDialog } from '../history/public.ts';
import { ImportReportButton } from '../import/public.ts';
import { HealthCard, IntakeCard, StageCard } from '../stages/public.ts';
import { TrackingSettings } from '../tracking/public.ts';
import { CalendarPreset } from './CalendarPreset.tsx';
import { ProjectMenu } from './ProjectMenu.tsx';
import { StatusBadge } from './StatusBadge.tsx';

/** Comes with the plan, which is loaded when it is first needed. */
const SchedulingSwitch = lazy(async () => ({
  default: (await import('../plan/public.ts')).SchedulingSwitch,
}));

type Project = RecordOf<'project'>;

// 2024-01-01 was a Monday.
const weekdayDate = (iso: number): Date => new Date(Date.UTC(2024, 0, iso));

function useWeekdays() {
  const { locale } = useI18n();
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: String(day), label: names.format(weekdayDate(day)) }));
}

function Tile(props: {
  readonly name: string;
  readonly value: string;
  readonly detail?: string;
  readonly late?: boolean;
  readonly onPress?: () => void;
  readonly children?: ReactNode;
}) {
  const body = (
    <>
      <span className={styles.tileName}>{props.name}</span>
      <span className={styles.tileValue}>{props.value}</span>
      {props.detail === undefined ? null : (
        <span className={props.late ? `${styles.muted} ${styles.late}` : styles.muted}>{props.detail}</span>
      )}
      {props.children}
    </>
  );
  return props.onPress ? (
    <button type="button" className={styles.tile} onClick={props.onPress}>
      {body}
    </button>
  ) : (
    <div className={styles.tile}>{body}</div>
  );
}

/** MS-4 at a glance: an unmet basic expectation is named before any average. */
function ExpectationTile({ projectId }: { readonly projectId: string }) {
  const { t } = useI18n();
  const { status, average, unmetBasics, unagreed } = useReadyAnswer('expectation.radar', { projectId });
  const unmet = unmetBasics.length;
  return (
    <Tile
      name={t('shell:nav.expectations')}
      value={average === null ? t('common:state.none') : `${average}%`}
      detail={
        unmet > 0
          ? t('expectation:tile.unmet', { count: unmet })
          : t('expectation:tile.unagreed', { count: unagreed.length })
      }
      late={status === 'bad'}
      onPress={() => navigate({ name: 'expectations', projectId, section: 'gap' })}
    />
  );
}

function Tiles({ projectId }: { readonly projectId: string }) {
  const { t, format } = useI18n();
  const today = useToday();
  const figures = useReadyAnswer('project.figures', { id: projectId });
  if (figures === null) return null;
  const { progress, nextMilestone, nextReportOn } = figures;
  const overdue = nextReportOn !== null && nextReportOn < today;
  return (
    <div className={styles.tiles}>
      <Tile
        name={t('shell:nav.plan')}
        value={progress === null ? t('project:noTasks') : format.percent(progress / 100)}
        detail={t('project:tasksDone', { done: figures.tasksDone, count: figures.tasks })}
        onPress={() => navigate({ name: 'plan', projectId })}
      >
        {progress === null ? null : (
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${progress}%` }} />
          </span>
        )}
      </Tile>
      <Tile
        name={t('project:openRisks')}
        value={String(figures.openRisks)}
        detail={t('project:highRisks', { count: figures.highRisks })}
        late={figures.highRisks > 0}
        onPress={() => navigate({ name: 'risks', projectId })}
      />
      <Suspense fallback={null}>
        <ExpectationTile projectId={projectId} />
      </Suspense>
      <Tile
        name={t('project:nextMilestone')}
        value={nextMilestone === null ? t('common:state.none') : (nextMilestone.on ?? t('project:noDate'))}
        {...(nextMilestone === null ? {} : { detail: nextMilestone.name })}
      />
      <Tile
        name={t('project:nextReport')}
        value={nextReportOn ?? t('common:state.none')}
        {...(nextReportOn === null
          ? {}
          : { detail: overdue ? t('client:overdue') : format.date(nextReportOn).slice(11), late: overdue })}
        onPress={() => navigate({ name: 'projectReports', projectId })}
      />
      <MoneyTiles projectId={projectId} />
    </div>
  );
}

/** E3, MS-12: what is outstanding and what a delay would cost; nothing while there is no contract. */
function MoneyTiles({ projectId }: { readonly projectId: string }) {
  const { t, format } = useI18n();
  const money = useReadyAnswer('money.project', { projectId });
  if (money.contracts.length === 0) return null;
  const { next, currency } = money;
  const late = money.in.overdueMinor > 0;
  const detail = late
    ? `${t('contract:money.overdue')} ${format.moneyShort(money.in.overdueMinor, currency)}`
    : next && `${next.dueOn} ${next.name}`;
  const open = () => navigate({ name: 'contract', projectId, section: 'money' });
  return (
    <>
      <Tile
        name={t('contract:money.outstanding')}
        value={format.moneyShort(money.in.outstandingMinor, currency)}
        {...(detail ? { detail } : {})}
        late={late}
        onPress={open}
      />
      {money.exposureMinor === 0 ? null : (
        <Tile
          name={t('contract:money.exposure')}
          value={format.moneyShort(money.exposureMinor, currency)}
          detail={money.exposure[0]?.title ?? ''}
          late
          onPress={open}
        />
      )}
    </>
  );
}

function Facts({ project }: { readonly project: Project }) {
  const { t } = useI18n();
  const editor = useRecordEditor('project', project);
  return (
    <Card title={t('project:facts')}>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <RecordField editor={editor} field="name" />
        </div>
        <RecordField editor={editor} field="code" />
        <RecordField editor={editor} field="kind" />
        <RecordField editor={editor} field="manager" />
        <RecordField editor={editor} field="currency" />
        <RecordField editor={editor} field="contract_minor" currency={project.currency} />
        <div className={styles.wide}>
          <RecordField editor={editor} field="description" lines={3} />
        </div>
      </div>
    </Card>
  );
}

function Dates({ project }: { readonly project: Project }) {
  const { t } = useI18n();
  const editor = useRecordEditor('project', project);
  const calendars = useReadyAnswer('calendar.list', { where: { project_id: project.id } });
  const weekdays = useWeekdays();
  return (
    <Card title={t('project:datesAndReports')}>
      <div className={styles.fields}>
        <RecordField editor={editor} field="start_on" />
        <RecordField editor={editor} field="finish_on" />
        <RecordField editor={editor} field="status_on" hint={t('project:statusHint')} />
        {calendars.length < 2 ? null : (
          <RecordField
            editor={editor}
            field="calendar_id"
            options={calendars.map(({ id, name }) => ({ id, label: name }))}
          />
        )}
        <CalendarPreset projectId={project.id} />
        <RecordField editor={editor} field="schedule_from" />
        <RecordField editor={editor} field="critical_slack_days" />
        <div className={styles.wide}>
          <Suspense fallback={null}>
            <SchedulingSwitch projectId={project.id} scheduling={project.scheduling} />
          </Suspense>
        </div>
        <RecordField editor={editor} field="report_frequency" />
        <RecordField editor={editor} field="report_weekday" options={weekdays} />
        <RecordField editor={editor} field="communication_owner" />
      </div>
    </Card>
  );
}

function ProjectPage({ project }: { readonly project: Project }) {
  const { t } = useI18n();
  const client = useReadyAnswer('client.get', { id: project.client_id });
  const figures = useReadyAnswer('project.figures', { id: project.id });
  const [history, setHistory] = useState(false);
  const remove = async () => {
    if (await removeRecord(t, 'project', project.id, project.name)) navigate({ name: 'projects' });
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h1>{project.code === null ? project.name : `${project.code} ${project.name}`}</h1>
          <Badge>{valueName(t, 'project', 'stage', project.stage)}</Badge>
          {figures === null ? null : <StatusBadge status={figures.status} />}
          {project.sample ? <Badge tone="info">{t('client:sample')}</Badge> : null}
          {client === null ? null : (
            <Button
              look="link"
              aria-label={`${entityName(t, 'client')}: ${client.name}`}
              onPress={() => navigate({ name: 'client', clientId: client.id })}
            >
              {client.name}
            </Button>
          )}
        </div>
        <div className={styles.actions}>
          <Button icon={<Upload />} onPress={() => navigate({ name: 'import', into: project.id })}>
            {t('shell:new.import')}
          </Button>
          <ExportMenu projectId={project.id} />
          <ProjectMenu projectId={project.id} />
          <ImportReportButton project={project} />
          <IconButton label={t('history:ofThis')} icon={<History />} onPress={() => setHistory(true)} />
          <IconButton label={t('project:delete')} icon={<Trash2 />} onPress={() => void remove()} />
        </div>
      </div>
      <div className={styles.section}>
        <Tiles projectId={project.id} />
      </div>
      <div className={styles.columns}>
        <StageCard project={project} />
        <Facts project={project} />
        <HealthCard projectId={project.id} />
        <IntakeCard project={project} />
        <Dates project={project} />
        <TrackingSettings project={project} />
      </div>
      {history ? (
        <HistoryDialog
          id={project.id}
          title={project.name}
          currency={project.currency}
          onClose={() => setHistory(false)}
        />
      ) : null}
    </div>
  );
}

/** One project at a glance: how it stands, its facts, dates and rhythm of reports. */
export function ProjectScreen({ projectId }: { readonly projectId: string }) {
  const project = useReadyAnswer('project.get', { id: projectId });
  return project === null ? <Gone back={{ name: 'projects' }} /> : <ProjectPage project={project} />;
}
