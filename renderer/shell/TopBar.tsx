import { ArrowLeft, ArrowRight, Redo2, Search, Undo2 } from 'lucide-react';
import { displayKeys } from '../commands/keys.ts';
import { useI18n } from '../i18n/index.ts';
import {
  goBack,
  goForward,
  navigate,
  type Route,
  selectCanGoBack,
  selectCanGoForward,
  useRoute,
  useRouteStore,
} from '../state/route.ts';
import { useWorkStatus } from '../state/workStatus.ts';
import { Badge, Button, IconButton, Kbd, Tooltip } from '../ui/index.ts';
import { NewMenu } from './NewMenu.tsx';
import { usePlaceName } from './placeName.ts';
import styles from './shell.module.css';

export interface TopBarProps {
  readonly mac: boolean;
  readonly onSearch: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** The places above a route, outermost first. */
export function trailOf(route: Route): readonly Route[] {
  if (route.name === 'client') return [{ name: 'clients' }, route];
  if (!('projectId' in route)) return [route];
  const project: Route = { name: 'project', projectId: route.projectId };
  return [{ name: 'projects' }, project, ...(route.name === 'project' ? [] : [route])];
}

function Breadcrumb() {
  const { t } = useI18n();
  const nameOf = usePlaceName();
  const trail = trailOf(useRoute());
  return (
    <nav className={styles.path} aria-label={t('shell:bar.path')}>
      <ol>
        {trail.map((route, at) => (
          <li key={route.name}>
            {at === trail.length - 1 ? (
              <span className={styles.here} aria-current="page">
                {nameOf(route)}
              </span>
            ) : (
              <Button look="quiet" small onPress={() => navigate(route)}>
                <span className={styles.crumb}>{nameOf(route)}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SaveState() {
  const { t, format } = useI18n();
  const savedAt = useWorkStatus((state) => state.savedAt);
  const saving = useWorkStatus((state) => state.saving);
  const failed = useWorkStatus((state) => state.failed);
  if (failed) return <Badge tone="bad">{t('shell:bar.saveFailed')}</Badge>;
  const text = saving
    ? t('shell:bar.saving')
    : savedAt === null
      ? ''
      : t('shell:bar.savedAt', { time: format.time(savedAt) });
  return <span className={styles.saved}>{text}</span>;
}

/** Way back, where one is, search, what can be made, undo, and whether all is saved. */
export function TopBar({ mac, onSearch, onUndo, onRedo }: TopBarProps) {
  const { t } = useI18n();
  const canBack = useRouteStore(selectCanGoBack);
  const canForward = useRouteStore(selectCanGoForward);
  const undo = useWorkStatus((state) => state.undoLabel);
  const redo = useWorkStatus((state) => state.redoLabel);
  const keys = (text: string) => displayKeys(text, mac);
  return (
    <header className={styles.bar} data-region="bar">
      <IconButton
        label={t('shell:bar.back')}
        keys={keys('Alt+ArrowLeft')}
        icon={<ArrowLeft />}
        isDisabled={!canBack}
        onPress={goBack}
      />
      <IconButton
        label={t('shell:bar.forward')}
        keys={keys('Alt+ArrowRight')}
        icon={<ArrowRight />}
        isDisabled={!canForward}
        onPress={goForward}
      />
      <Breadcrumb />
      <div className={styles.search}>
        <Button icon={<Search />} onPress={onSearch}>
          <span className={styles.searchText}>{t('shell:bar.search')}</span>
          <Kbd keys={keys('Mod+K')} />
        </Button>
      </div>
      <NewMenu mac={mac} />
      <div className={styles.state}>
        <SaveState />
        <IconButton
          label={undo === null ? t('common:verb.undo') : t('shell:bar.undoOf', { label: undo })}
          keys={keys('Mod+Z')}
          icon={<Undo2 />}
          isDisabled={undo === null}
          onPress={onUndo}
        />
        <IconButton
          label={redo === null ? t('common:verb.redo') : t('shell:bar.redoOf', { label: redo })}
          keys={keys('Mod+Shift+Z')}
          icon={<Redo2 />}
          isDisabled={redo === null}
          onPress={onRedo}
        />
        <Tooltip text={t('shell:bar.offlineHint')}>
          <Button look="quiet" small>
            {t('shell:bar.offline')}
          </Button>
        </Tooltip>
      </div>
    </header>
  );
}
