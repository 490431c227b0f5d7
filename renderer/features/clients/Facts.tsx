import type { ClientOverview } from '#shared/ipc/channels/client.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { valueName } from '../../i18n/words.ts';
import styles from '../../records/records.module.css';
import { navigate } from '../../state/route.ts';
import type { SectionOf } from '../../state/sections.ts';
import { Badge } from '../../ui/index.ts';
import own from './clients.module.css';

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly note?: string | undefined;
  readonly bad?: string | undefined;
  readonly onPress?: () => void;
}

function Tile({ name, value, note, bad, onPress }: TileProps) {
  const inside = (
    <>
      <span className={styles.tileName}>{name}</span>
      <span className={styles.tileValue}>{value}</span>
      {note === undefined ? null : <span className={own.fact}>{note}</span>}
      {bad === undefined ? null : (
        <span>
          <Badge tone="bad">{bad}</Badge>
        </span>
      )}
    </>
  );
  return onPress === undefined ? (
    <div className={styles.tile}>{inside}</div>
  ) : (
    <button type="button" className={styles.tile} onClick={onPress}>
      {inside}
    </button>
  );
}

/** Demand 19: the last word with the client, and an alarm when it is too long ago. */
function LastContact({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const { last, state, due_on } = useReadyAnswer('comm.lastContact', { clientId });
  const due = due_on === null ? undefined : t('client:fact.contactBy', { date: format.plainDate(due_on) });
  return (
    <Tile
      name={t('client:lastContact')}
      value={last === null ? t('client:never') : format.plainDate(last.on)}
      note={state === 'overdue' ? undefined : due}
      bad={state === 'overdue' ? t('client:fact.tooLong') : undefined}
      onPress={() => navigate({ name: 'client', clientId, section: 'timeline' })}
    />
  );
}

/** P4: how many promises were kept. */
function Kept({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const { kept, broken, open, late, rate } = useReadyAnswer('promise.rate', { clientId });
  return (
    <Tile
      name={t('client:fact.kept')}
      value={rate === null ? '–' : format.percent(rate)}
      note={t('client:fact.promises', { kept, settled: kept + broken, count: open })}
      bad={late > 0 ? t('client:fact.overdue', { count: late }) : undefined}
      onPress={() => navigate({ name: 'client', clientId, section: 'timeline' })}
    />
  );
}

/** The client in numbers; each leads to what is behind it. */
export function Facts({ clientId, page }: { readonly clientId: string; readonly page: ClientOverview }) {
  const { t, format } = useI18n();
  const { projects, satisfaction, feedback, care, suggestion, repeat } = page;
  const go = (section: SectionOf<'client'>) => () => navigate({ name: 'client', clientId, section });
  const { matter } = suggestion;
  return (
    <div className={`${styles.tiles} ${own.facts}`}>
      <Tile
        name={t('shell:nav.projects')}
        value={format.number(projects.open + projects.warranty + projects.closed)}
        note={t('client:fact.projects', {
          open: projects.open,
          warranty: projects.warranty,
          closed: projects.closed,
        })}
      />
      <Tile
        name={t('client:fact.channel')}
        value={valueName(t, 'comm_log', 'channel', suggestion.channel)}
        note={t(`client:because.${suggestion.reason}`)}
        {...(matter === null
          ? {}
          : {
              bad: matter.title.slice(0, 40),
              onPress: () => navigate({ name: 'project', projectId: matter.projectId }),
            })}
      />
      <LastContact clientId={clientId} />
      <Kept clientId={clientId} />
      <Tile
        name={t('client:fact.satisfaction')}
        value={satisfaction.last === null ? '–' : t('client:score', { score: satisfaction.last })}
        note={
          satisfaction.trend === null
            ? t('client:fact.answers', { count: satisfaction.count })
            : t(`client:trend.${satisfaction.trend}`)
        }
        bad={satisfaction.gap !== null && satisfaction.gap < 0 ? t('client:belowTarget') : undefined}
        onPress={go('care')}
      />
      <Tile
        name={t('client:fact.feedback')}
        value={format.number(feedback.open)}
        note={t('client:fact.complaints', { count: feedback.complaints })}
        bad={feedback.untriaged > 0 ? t('client:fact.untriaged', { count: feedback.untriaged }) : undefined}
        onPress={go('feedback')}
      />
      <Tile
        name={t('client:fact.care')}
        value={care.next === null ? '–' : format.plainDate(care.next.on)}
        note={care.next === null ? t('client:fact.noCare') : care.next.text.slice(0, 60)}
        bad={care.overdue > 0 ? t('client:fact.overdue', { count: care.overdue }) : undefined}
        onPress={go('care')}
      />
      <Tile
        name={t('client:fact.repeat')}
        value={format.number(repeat.count)}
        note={
          repeat.referredBy === null
            ? t('client:fact.referrals', { count: repeat.referralsMade, won: repeat.referralsWon })
            : t('client:fact.referredBy', { name: repeat.referredBy.name })
        }
        onPress={go('care')}
      />
    </div>
  );
}
