/** Keeps the frame's own stores in step with the core: undo labels, names of places, look, menu, files. */
import { useEffect } from 'react';
import { matchLocale } from '#shared/i18n/index.ts';
import type { Prefs } from '#shared/ipc/channels/app.ts';
import { useAnswer } from '../client/hooks.ts';
import { request, subscribe } from '../client/wire.ts';
import { toMenuModel } from '../commands/menuModel.ts';
import { useRegistry } from '../commands/registry.ts';
import { type T, useI18n } from '../i18n/index.ts';
import { errorText, labelText } from '../i18n/words.ts';
import { setPreferences } from '../state/preferences.ts';
import { followLook } from '../state/remember.ts';
import { navigate, selectRoute, useRoute, useRouteStore } from '../state/route.ts';
import { setName, setWorkStatus, useWorkStatus } from '../state/workStatus.ts';
import { showToast } from '../ui/index.ts';
import { invoke } from './CommandOverlays.tsx';

/** The look that the stored preferences ask for. */
export function applyStored(prefs: Prefs): void {
  setPreferences({
    theme: prefs.theme,
    density: prefs.density,
    textSize: prefs.textSize,
    locale: prefs.language ?? matchLocale(window.host.info.preferredLanguages),
  });
}

export function useUndoLabels(): void {
  const { t } = useI18n();
  const { data } = useAnswer('undo.state', {});
  useEffect(() => {
    if (!data) return;
    setWorkStatus({
      undoLabel: data.undo ? labelText(t, data.undo.label) : null,
      redoLabel: data.redo ? labelText(t, data.redo.label) : null,
    });
  }, [data, t]);
}

/** Loads what the current client and project are called; a place that is gone is left. */
export function usePlaceNames(): void {
  const route = useRoute();
  const projectId = useRouteStore((state) => state.projectId);
  const clientId = route.name === 'client' ? route.clientId : null;
  const project = useAnswer('project.get', { id: projectId ?? '' }, projectId !== null);
  const client = useAnswer('client.get', { id: clientId ?? '' }, clientId !== null);
  useEffect(() => {
    if (project.data) setName(project.data.id, project.data.name);
    else if (project.data === null || project.isError) useRouteStore.setState({ projectId: null });
  }, [project.data, project.isError]);
  useEffect(() => {
    if (client.data) setName(client.data.id, client.data.name);
  }, [client.data]);
}

/** Shows when the last change was stored. */
export function useSavedAt(): void {
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'data.changed') setWorkStatus({ savedAt: Date.now(), failed: false });
      }),
    [],
  );
}

/** The application menu of hosts that have one, in the current language, and what is chosen in it. */
export function useApplicationMenu(t: T): void {
  const commands = useRegistry((state) => state.commands);
  const undo = useWorkStatus((state) => state.undoLabel);
  const redo = useWorkStatus((state) => state.redoLabel);
  const place = useRouteStore(selectRoute);
  // biome-ignore lint/correctness/useExhaustiveDependencies: place and labels decide what is enabled and how it is called
  useEffect(() => {
    if (!window.host.info.nativeMenus) return;
    void request('menu.set', { json: JSON.stringify(toMenuModel(commands, t)) }).catch(() => {});
  }, [commands, t, undo, redo, place]);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'command') void invoke(event.id, t);
      }),
    [t],
  );
}

/** Files that the operating system hands over go to the import. */
export function useOpenedFiles(): void {
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'file.opened')
          navigate({ name: 'import', token: event.token, fileName: event.name });
      }),
    [],
  );
}

export function useRemembered(): void {
  useEffect(() => followLook((ui) => void request('prefs.set', { ui }).catch(() => {})), []);
}

/** Takes back or repeats one step and says what happened, also what had to be left alone. */
export async function stepHistory(direction: 'undo' | 'redo', t: T): Promise<void> {
  try {
    const { label, skipped } = await request(`undo.${direction}`, {});
    const text = labelText(t, label);
    const done =
      direction === 'undo'
        ? t('shell:done.undone', { label: text })
        : t('shell:done.redone', { label: text });
    showToast({
      tone: skipped > 0 ? 'warn' : 'good',
      text: skipped > 0 ? `${done} ${t('shell:done.skipped', { count: skipped })}` : done,
    });
  } catch (error) {
    showToast({ tone: 'bad', text: errorText(t, error) });
  }
}
