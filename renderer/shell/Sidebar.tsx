import { History, PanelLeftClose, PanelLeftOpen, Settings, SlidersHorizontal } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useAnswer } from '../client/hooks.ts';
import { useI18n } from '../i18n/index.ts';
import { toggleSidebar, usePreferences } from '../state/preferences.ts';
import { isAt, navigate, type Route, useRoute, useRouteStore } from '../state/route.ts';
import { useWorkStatus } from '../state/workStatus.ts';
import { generalPlaces, projectPlaces } from './places.tsx';
import styles from './shell.module.css';

const ModulesDialog = lazy(async () => ({
  default: (await import('../features/stages/public.ts')).ModulesDialog,
}));

interface PlaceProps {
  readonly route: Route;
  readonly label: string;
  readonly icon: ReactNode;
  readonly narrow: boolean;
  /** What waits there. */
  readonly count?: number;
}

function Place({ route, label, icon, narrow, count = 0 }: PlaceProps) {
  const here = useRoute();
  const current = isAt(route, here);
  const spoken = count > 0 ? `${label} ${count}` : label;
  return (
    <button
      type="button"
      className={styles.place}
      aria-current={current ? 'page' : undefined}
      aria-label={narrow ? spoken : undefined}
      title={narrow ? spoken : undefined}
      onClick={() => navigate(route)}
    >
      {icon}
      {narrow ? null : <span className={styles.placeText}>{label}</span>}
      {narrow || count === 0 ? null : (
        <>
          {' '}
          <span className={styles.placeCount}>{count}</span>
        </>
      )}
    </button>
  );
}

function CurrentProject({ narrow }: { readonly narrow: boolean }) {
  const { t } = useI18n();
  const projectId = useRouteStore((state) => state.projectId);
  const name = useWorkStatus((state) => (projectId === null ? undefined : state.names[projectId]));
  const { data: modules } = useAnswer('project.modules', { projectId: projectId ?? '' }, projectId !== null);
  const [choosing, setChoosing] = useState(false);
  if (projectId === null) return null;
  const hidden = new Set<string>((modules ?? []).filter((module) => !module.shown).map(({ id }) => id));
  const places = projectPlaces.filter(({ text }) => !hidden.has(text));
  const more = t('stage:moreModules');
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are links, not the fields of a form
    <div className={styles.project} role="group" aria-label={t('shell:nav.currentProject')}>
      {narrow ? null : <div className={styles.projectName}>{name ?? t('shell:nav.currentProject')}</div>}
      {places.map(({ text, icon: Icon, route }) => (
        <Place
          key={text}
          narrow={narrow}
          route={route(projectId)}
          label={t(`shell:nav.${text}`)}
          icon={<Icon />}
        />
      ))}
      <button
        type="button"
        className={styles.place}
        aria-label={more}
        title={narrow ? more : undefined}
        onClick={() => setChoosing(true)}
      >
        <SlidersHorizontal />
        {narrow ? null : <span className={styles.placeText}>{more}</span>}
      </button>
      {choosing ? (
        <Suspense fallback={null}>
          <ModulesDialog projectId={projectId} onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Places of the app; the current project unfolds to its modules. */
export function Sidebar() {
  const { t } = useI18n();
  const narrow = !usePreferences((state) => state.sidebarOpen);
  const { data: inbox } = useAnswer('feedback.inbox', {});
  const toggle = narrow ? t('shell:nav.expand') : t('shell:nav.collapse');
  return (
    <nav
      className={styles.side}
      aria-label={t('shell:nav.label')}
      data-region="nav"
      data-narrow={narrow ? '' : undefined}
    >
      {generalPlaces.map(({ text, icon: Icon, route }) => (
        <Place
          key={text}
          narrow={narrow}
          route={route}
          label={t(`shell:nav.${text}`)}
          icon={<Icon />}
          count={text === 'feedback' ? (inbox?.untriaged ?? 0) : 0}
        />
      ))}
      <CurrentProject narrow={narrow} />
      <span className={styles.grow} />
      <Place narrow={narrow} route={{ name: 'history' }} label={t('shell:nav.history')} icon={<History />} />
      <Place
        narrow={narrow}
        route={{ name: 'settings' }}
        label={t('shell:nav.settings')}
        icon={<Settings />}
      />
      <button
        type="button"
        className={styles.place}
        aria-label={toggle}
        title={narrow ? toggle : undefined}
        onClick={toggleSidebar}
      >
        {narrow ? <PanelLeftOpen /> : <PanelLeftClose />}
        {narrow ? null : <span className={styles.placeText}>{toggle}</span>}
      </button>
    </nav>
  );
}
