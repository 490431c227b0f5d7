import { lazy, Suspense, useEffect } from 'react';
import { useI18n } from '../i18n/index.ts';
import { navigate, type Route, selectRoute, useRoute, useRouteStore } from '../state/route.ts';
import { useWorkStatus } from '../state/workStatus.ts';
import { EmptyState, ErrorBoundary, Spinner } from '../ui/index.ts';
import { CommandOverlays, openPalette, useShellCommands } from './CommandOverlays.tsx';
import { usePlaceName } from './placeName.ts';
import { Sidebar } from './Sidebar.tsx';
import { screenOf } from './screens.ts';
import styles from './shell.module.css';
import { TopBar } from './TopBar.tsx';

/** Not on the way to the first screen. */
const DeviationAlarm = lazy(async () => ({
  default: (await import('../features/tracking/public.ts')).DeviationAlarm,
}));

export interface ShellProps {
  readonly mac: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Hears of a failed panel, for the log. */
  readonly onPanelError?: (error: Error, details: string) => void;
}

/** A screen lives as long as what it shows: another item of the same plan does not start it anew. */
function ownerOf(route: Route): string {
  const id = 'projectId' in route ? route.projectId : 'clientId' in route ? route.clientId : '';
  return `${route.name}:${id}`;
}

function Outlet({ onPanelError }: Pick<ShellProps, 'onPanelError'>) {
  const { t } = useI18n();
  const route = useRoute();
  const { name, ...params } = route;
  const Screen = screenOf(name);
  return (
    <ErrorBoundary
      key={ownerOf(route)}
      name={route.name}
      {...(onPanelError ? { onError: onPanelError } : {})}
    >
      <Suspense fallback={<Spinner />}>
        {Screen ? (
          <Screen {...params} />
        ) : (
          <EmptyState
            text={t('shell:screen.placeholder')}
            {...(route.name === 'today'
              ? {}
              : { action: { label: t('shell:screen.goToday'), onPress: () => navigate({ name: 'today' }) } })}
            link={{ label: t('shell:screen.goProjects'), onPress: () => navigate({ name: 'projects' }) }}
          />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

/** The frame of the window: places left, commands above, the screen in the rest. */
export function Shell({ mac, onUndo, onRedo, onPanelError }: ShellProps) {
  const { t } = useI18n();
  const route = useRouteStore(selectRoute);
  const nameOf = usePlaceName();
  useShellCommands({ onUndo, onRedo });
  const place = nameOf(route);
  const projectId = 'projectId' in route && route.name !== 'project' ? route.projectId : null;
  const project = useWorkStatus((state) => (projectId === null ? undefined : state.names[projectId]));
  const title = project === undefined ? place : `${place} – ${project}`;
  const app = t('shell:menu.app');
  useEffect(() => {
    document.title = `${title} – ${app}`;
  }, [title, app]);
  return (
    <div className={styles.frame}>
      <TopBar mac={mac} onSearch={openPalette} onUndo={onUndo} onRedo={onRedo} />
      <Sidebar />
      <main
        className={styles.content}
        data-region="content"
        tabIndex={-1}
        aria-label={t('shell:region.content')}
      >
        <Outlet {...(onPanelError ? { onPanelError } : {})} />
      </main>
      <CommandOverlays mac={mac} />
      <Suspense fallback={null}>
        <DeviationAlarm />
      </Suspense>
    </div>
  );
}
