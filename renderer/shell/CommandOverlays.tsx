import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { displayKeys } from '../commands/keys.ts';
import {
  type Command,
  canRun,
  matchCommand,
  registerCommands,
  runCommand,
  useRegistry,
} from '../commands/registry.ts';
import { type Spell, searchCommands } from '../commands/search.ts';
import { type T, useI18n } from '../i18n/index.ts';
import { toggleSidebar } from '../state/preferences.ts';
import {
  goBack,
  goForward,
  navigate,
  selectCanGoBack,
  selectCanGoForward,
  useRouteStore,
} from '../state/route.ts';
import { useWorkStatus } from '../state/workStatus.ts';
import { composing, Dialog, Palette, showToast } from '../ui/index.ts';
import { PlanShortcuts, Shortcut } from './PlanShortcuts.tsx';
import { focusRegion } from './regions.ts';
import styles from './shell.module.css';
import { useHits } from './useHits.ts';

const useOverlay = create<{ readonly shown: 'none' | 'palette' | 'shortcuts' }>(() => ({ shown: 'none' }));
const useRecent = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

export function openPalette(): void {
  useOverlay.setState({ shown: 'palette' });
}

export function openShortcuts(): void {
  useOverlay.setState({ shown: 'shortcuts' });
}

function close(): void {
  useOverlay.setState({ shown: 'none' });
}

/** Runs a command and says so if it fails. */
export async function invoke(id: string, t: T): Promise<void> {
  useRecent.setState((state) => ({ ids: [id, ...state.ids.filter((other) => other !== id)].slice(0, 20) }));
  await runCommand(id, {
    onFailed: (command) =>
      showToast({ tone: 'bad', text: t('shell:command.failed', { name: command.title(t) }) }),
  });
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table, one entry per command
function shellCommands(acts: {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}): readonly Command[] {
  return [
    {
      id: 'edit.undo',
      title: (t) => {
        const label = useWorkStatus.getState().undoLabel;
        return label === null ? t('common:verb.undo') : t('shell:bar.undoOf', { label });
      },
      keys: ['Mod+Z'],
      menu: 'edit',
      // Always there: a quick Ctrl+Z, Ctrl+Shift+Z comes before the window knows its new state; the core knows.
      run: acts.onUndo,
    },
    {
      id: 'edit.redo',
      title: (t) => {
        const label = useWorkStatus.getState().redoLabel;
        return label === null ? t('common:verb.redo') : t('shell:bar.redoOf', { label });
      },
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      menu: 'edit',
      run: acts.onRedo,
    },
    {
      id: 'go.back',
      title: (t) => t('shell:bar.back'),
      keys: ['Alt+ArrowLeft'],
      menu: 'go',
      when: () => selectCanGoBack(useRouteStore.getState()),
      run: goBack,
    },
    {
      id: 'go.forward',
      title: (t) => t('shell:bar.forward'),
      keys: ['Alt+ArrowRight'],
      menu: 'go',
      when: () => selectCanGoForward(useRouteStore.getState()),
      run: goForward,
    },
    {
      id: 'go.today',
      title: (t) => t('shell:nav.today'),
      keys: ['Mod+1'],
      menu: 'go',
      keywords: ['home', '首页'],
      run: () => navigate({ name: 'today' }),
    },
    {
      id: 'go.clients',
      title: (t) => t('shell:nav.clients'),
      keys: ['Mod+2'],
      menu: 'go',
      run: () => navigate({ name: 'clients' }),
    },
    {
      id: 'go.feedback',
      title: (t) => t('shell:nav.feedback'),
      menu: 'go',
      run: () => navigate({ name: 'feedback' }),
    },
    {
      id: 'go.projects',
      title: (t) => t('shell:nav.projects'),
      keys: ['Mod+3'],
      menu: 'go',
      run: () => navigate({ name: 'projects' }),
    },
    {
      id: 'go.reports',
      title: (t) => t('shell:nav.reports'),
      keys: ['Mod+4'],
      menu: 'go',
      run: () => navigate({ name: 'reports' }),
    },
    {
      id: 'go.milestones',
      title: (t) => t('shell:nav.milestones'),
      menu: 'go',
      run: () => navigate({ name: 'milestones' }),
    },
    {
      id: 'go.portfolio',
      title: (t) => t('shell:nav.portfolio'),
      menu: 'go',
      run: () => navigate({ name: 'portfolio' }),
    },
    {
      id: 'go.history',
      title: (t) => t('shell:nav.history'),
      menu: 'go',
      run: () => navigate({ name: 'history' }),
    },
    {
      id: 'go.settings',
      title: (t) => t('shell:nav.settings'),
      keys: ['Mod+,'],
      menu: 'file',
      run: () => navigate({ name: 'settings' }),
    },
    {
      id: 'view.sidebar',
      title: (t) => t('shell:command.toggleSidebar'),
      keys: ['Mod+\\'],
      menu: 'view',
      run: toggleSidebar,
    },
    {
      id: 'view.palette',
      title: (t) => t('shell:command.palette'),
      keys: ['Mod+K'],
      menu: 'view',
      hidden: true,
      run: openPalette,
    },
    {
      id: 'view.nextRegion',
      title: (t) => t('shell:command.nextRegion'),
      keys: ['F6'],
      hidden: true,
      run: () => focusRegion(1),
    },
    {
      id: 'view.previousRegion',
      title: (t) => t('shell:command.previousRegion'),
      keys: ['Shift+F6'],
      hidden: true,
      run: () => focusRegion(-1),
    },
    {
      id: 'help.shortcuts',
      title: (t) => t('shell:command.shortcuts'),
      keys: ['F1', 'Mod+/'],
      menu: 'help',
      run: openShortcuts,
    },
  ];
}

/** Notifications are alert dialogs too, but they do not cover the window. */
function dialogOpen(): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  return [...dialogs].some((dialog) => dialog.closest('[role="region"]') === null);
}

/** In a text field undo belongs to the text. */
function nativeUndo(event: KeyboardEvent): boolean {
  const target = event.target;
  const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return (
    typing &&
    target.value !== '' &&
    (event.ctrlKey || event.metaKey) &&
    ['z', 'y'].includes(event.key.toLowerCase())
  );
}

/** Registers the frame's own commands and listens to the keys of all commands. */
export function useShellCommands(acts: { readonly onUndo: () => void; readonly onRedo: () => void }): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(
    () =>
      registerCommands(
        shellCommands({ onUndo: () => latest.current.onUndo(), onRedo: () => latest.current.onRedo() }),
      ),
    [],
  );
}

function useCommandKeys(mac: boolean, t: T): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (composing(event) || event.defaultPrevented || event.repeat || nativeUndo(event)) return;
      // What lies under a modal dialog is out of reach, for shortcuts too.
      if (dialogOpen()) return;
      const match = matchCommand(useRegistry.getState().commands, event, mac);
      if (match.kind === 'none') return;
      event.preventDefault();
      const [command] = match.commands;
      if (match.kind === 'one' && command) {
        void invoke(command.id, t);
        return;
      }
      const keys = displayKeys(command?.keys?.[0] ?? '', mac);
      const names = match.commands.map((other) => other.title(t)).join(' / ');
      showToast({ tone: 'warn', text: t('shell:command.conflict', { keys, names }) });
    };
    // The notification area has its own F6, which knows of no other region: ours must come first.
    const onEarlyKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      onKeyDown(event);
      if (event.defaultPrevented) event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onEarlyKeyDown, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onEarlyKeyDown, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [mac, t]);
}

function usePinyin(wanted: boolean): Spell | null {
  const [spell, setSpell] = useState<Spell | null>(null);
  useEffect(() => {
    if (!wanted || spell) return;
    void import('#shared/domain/text/pinyin.ts').then((module) => setSpell(() => module.pinyinKeys));
  }, [wanted, spell]);
  return spell;
}

/** Palette and shortcut sheet, and the one key handler. */
export function CommandOverlays({ mac }: { readonly mac: boolean }) {
  const { t } = useI18n();
  const shown = useOverlay((state) => state.shown);
  const commands = useRegistry((state) => state.commands);
  const recent = useRecent((state) => state.ids);
  const spell = usePinyin(shown === 'palette');
  const hits = useHits();
  useCommandKeys(mac, t);
  const entries = commands
    .filter((command) => !command.hidden && canRun(command))
    .map((command) => ({ command, title: command.title(t) }));
  const withKeys = commands.filter((command) => command.keys !== undefined);
  return (
    <>
      <Palette
        open={shown === 'palette'}
        label={t('shell:command.palette')}
        placeholder={t('shell:command.palettePlaceholder')}
        onText={hits.onText}
        search={(text) => [
          ...hits.items,
          ...searchCommands(entries, text, recent, spell).map(({ command, title }) => ({
            id: command.id,
            label: title,
            icon: command.icon,
            ...(command.keys?.[0] === undefined ? {} : { keys: displayKeys(command.keys[0], mac) }),
          })),
        ]}
        onChoose={(id) => {
          close();
          hits.onText('');
          if (!hits.open(id)) void invoke(id, t);
        }}
        onClose={() => {
          close();
          hits.onText('');
        }}
      />
      <Dialog open={shown === 'shortcuts'} title={t('shell:command.shortcuts')} onClose={close}>
        <p>{t('shell:command.shortcutsHint')}</p>
        <dl className={styles.sheet}>
          {withKeys.map((command) => (
            <Shortcut
              key={command.id}
              title={command.title(t)}
              keys={displayKeys(command.keys?.[0] ?? '', mac)}
            />
          ))}
        </dl>
        <PlanShortcuts mac={mac} />
      </Dialog>
    </>
  );
}
