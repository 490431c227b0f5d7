import { CalendarClock, ListChecks, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { useHiddenProjects } from '#renderer/state/keptViews.ts';
import { navigate } from '#renderer/state/route.ts';
import { Button, Checkbox, Dialog, EmptyState, IconButton, Segmented } from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { type OverviewChart, OverviewGantt } from '../plan/public.ts';
import { LEVELS, type Level, portfolioPlan, rowsAt } from './answer.ts';
import styles from './portfolio.module.css';

type Projects = OutputOf<'portfolio.get'>['projects'];

function ProjectsDialog(props: {
  readonly projects: Projects;
  readonly hidden: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onDone: (hidden: ReadonlySet<string>) => void;
}) {
  const { t } = useI18n();
  const [hidden, setHidden] = useState(props.hidden);
  const toggle = (id: string) =>
    setHidden((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const done = () => props.onDone(hidden);
  return (
    <Dialog
      open
      title={t('portfolio:choose')}
      onClose={props.onClose}
      onSubmit={done}
      actions={
        <>
          <Button onPress={() => setHidden(new Set())}>{t('portfolio:chooseAll')}</Button>
          <Button onPress={() => setHidden(new Set(props.projects.map(({ id }) => id)))}>
            {t('portfolio:chooseNone')}
          </Button>
          <Button look="primary" onPress={done}>
            {t('common:verb.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        {props.projects.map(({ id, name, client }) => (
          <Checkbox
            key={id}
            label={`${name} · ${client}`}
            isSelected={!hidden.has(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function ChartTools({ chart }: { readonly chart: RefObject<OverviewChart | null> }) {
  const { t } = useI18n();
  return (
    <>
      <IconButton label={t('plan:tool.zoomOut')} icon={<ZoomOut />} onPress={() => chart.current?.zoom(-1)} />
      <IconButton label={t('plan:tool.zoomIn')} icon={<ZoomIn />} onPress={() => chart.current?.zoom(1)} />
      <IconButton
        label={t('plan:tool.zoomFit')}
        icon={<MoveHorizontal />}
        onPress={() => chart.current?.fit()}
      />
      <IconButton
        label={t('plan:tool.goToday')}
        icon={<CalendarClock />}
        onPress={() => chart.current?.today()}
      />
    </>
  );
}

/** Several projects on one time axis: their phases and milestones. Enter goes to the plan. */
export function PortfolioScreen() {
  const { t } = useI18n();
  const answer = useReadyAnswer('portfolio.get', {});
  const hiddenIds = useHiddenProjects((state) => state.ids);
  const hidden = useMemo(() => new Set(hiddenIds), [hiddenIds]);
  const [level, setLevel] = useState<Level>('milestones');
  const [choosing, setChoosing] = useState(false);
  const chart = useRef<OverviewChart>(null);
  const { projects, today } = answer;
  const rows = useMemo(
    () =>
      rowsAt(
        answer.rows.filter((row) => !hidden.has(row.project_id)),
        level,
      ),
    [answer, hidden, level],
  );
  const name = t('portfolio:chartName');
  const plan = useMemo(() => portfolioPlan(rows, today, name), [rows, today, name]);
  const onOpen = (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return;
    navigate({
      name: 'plan',
      projectId: row.project_id,
      ...(row.kind === 'project' ? {} : { itemId: row.id }),
    });
  };
  const count = projects.filter(({ id }) => !hidden.has(id)).length;
  const empty =
    projects.length === 0 ? (
      <EmptyState text={t('portfolio:empty')} />
    ) : (
      <EmptyState
        text={t('portfolio:noneChosen')}
        action={{ label: t('portfolio:choose'), onPress: () => setChoosing(true) }}
      />
    );
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{t('shell:nav.portfolio')}</h1>
        <span className={styles.count} role="status">
          {t('portfolio:chosen', { count })}
        </span>
        <span className={styles.spacer} />
        <Segmented<Level>
          label={t('portfolio:level.label')}
          options={LEVELS.map((id) => ({ id, label: t(`portfolio:level.${id}`) }))}
          value={level}
          onChange={setLevel}
        />
        <Button icon={<ListChecks aria-hidden="true" />} onPress={() => setChoosing(true)}>
          {t('portfolio:choose')}
        </Button>
        <ChartTools chart={chart} />
      </header>
      <div className={styles.grid}>
        <OverviewGantt ref={chart} plan={plan} onOpen={onOpen} empty={empty} />
      </div>
      {choosing ? (
        <ProjectsDialog
          projects={projects}
          hidden={hidden}
          onClose={() => setChoosing(false)}
          onDone={(next) => {
            setChoosing(false);
            useHiddenProjects.setState({ ids: [...next] });
          }}
        />
      ) : null}
    </div>
  );
}
