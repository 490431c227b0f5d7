/** What the window looks like next time: place, side bar, panel width. JSON that only the renderer reads. */
import { z } from 'zod';
import { create } from 'zustand';
import { hiddenProjectsSchema, keptViewsSchema, useHiddenProjects, useKeptViews } from './keptViews.ts';
import { planMemoriesSchema, usePlanMemories } from './planMemory.ts';
import { setPreferences, usePreferences } from './preferences.ts';
import { printSetupsSchema, usePrintSetups } from './printSetups.ts';
import {
  GENERAL_PLACES,
  PROJECT_MODULES,
  type Route,
  resetRoute,
  selectRoute,
  useRouteStore,
} from './route.ts';
import { isTabScreen, type SectionOf, sectionsOf, type TabScreen } from './sections.ts';

/** Hints and cards that the user does not want to see again. */
export const useDismissed = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

export function dismiss(hint: string): void {
  useDismissed.setState(({ ids }) => (ids.includes(hint) ? { ids } : { ids: [...ids, hint] }));
}

const id = z.string().max(60);
const remembered = z.object({
  sidebarOpen: z.boolean().optional(),
  panelWidth: z.number().min(160).max(1200).optional(),
  dismissed: z.array(id).max(100).optional(),
  // Of its own: a look that is not understood must not cost the rest.
  plans: planMemoriesSchema.optional().catch(undefined),
  print: printSetupsSchema.optional(),
  views: keptViewsSchema.optional().catch(undefined),
  hiddenProjects: hiddenProjectsSchema.optional().catch(undefined),
  route: z
    .object({
      name: z.enum([...GENERAL_PLACES, ...PROJECT_MODULES, 'client']),
      clientId: id.optional(),
      projectId: id.optional(),
      section: id.optional().catch(undefined),
    })
    .optional(),
});

/** The tab, if the screen has one of that name. */
const tabOf = <Screen extends TabScreen>(
  screen: Screen,
  section: string | undefined,
): { readonly section?: SectionOf<Screen> | undefined } => ({
  section: sectionsOf(screen).find((known) => known === section),
});

function routeFrom(kept: z.infer<typeof remembered>['route']): Route | null {
  if (!kept) return null;
  const { name, clientId, projectId, section } = kept;
  if (name === 'client') return clientId === undefined ? null : { name, clientId, ...tabOf(name, section) };
  const module = PROJECT_MODULES.find((known) => known === name);
  if (module === undefined) {
    const general = GENERAL_PLACES.find((known) => known === name);
    return general === undefined ? null : { name: general };
  }
  if (projectId === undefined) return null;
  // A tab of this very screen, which the union of all screens cannot say.
  return { name: module, projectId, ...(isTabScreen(module) ? tabOf(module, section) : {}) } as Route;
}

/** Puts back what was remembered; text that is not understood is ignored. */
export function recall(text: string): void {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return;
  }
  const kept = remembered.safeParse(data);
  if (!kept.success) return;
  const { sidebarOpen, panelWidth, route, dismissed, plans, print, views, hiddenProjects } = kept.data;
  if (dismissed) useDismissed.setState({ ids: dismissed });
  if (views) useKeptViews.setState({ byList: views });
  if (hiddenProjects) useHiddenProjects.setState({ ids: hiddenProjects });
  if (plans) usePlanMemories.setState({ all: plans });
  if (print) usePrintSetups.setState({ byProject: print });
  setPreferences({
    ...(sidebarOpen === undefined ? {} : { sidebarOpen }),
    ...(panelWidth === undefined ? {} : { panelWidth }),
  });
  const place = routeFrom(route);
  if (place) resetRoute(place);
}

/** What is worth remembering now. */
export function toRemember(): string {
  const { sidebarOpen, panelWidth } = usePreferences.getState();
  const route = selectRoute(useRouteStore.getState());
  const { name } = route;
  // A file that was to be imported is gone after a restart.
  const place =
    name === 'import' || name === 'importTable' || name === 'importContacts'
      ? { name: 'today' }
      : {
          name,
          ...('clientId' in route ? { clientId: route.clientId } : {}),
          ...('projectId' in route ? { projectId: route.projectId } : {}),
          ...('section' in route ? { section: route.section } : {}),
        };
  return JSON.stringify({
    sidebarOpen,
    panelWidth,
    route: place,
    dismissed: useDismissed.getState().ids,
    plans: usePlanMemories.getState().all,
    print: usePrintSetups.getState().byProject,
    views: useKeptViews.getState().byList,
    hiddenProjects: useHiddenProjects.getState().ids,
  });
}

/** Calls `keep` a little after the last change. Returns how to stop; what waits is then kept at once. */
export function followLook(keep: (text: string) => void, delayMs = 600): () => void {
  let last = toRemember();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = toRemember();
    if (text === last) return;
    last = text;
    keep(text);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, delayMs);
  };
  const stops = [
    usePreferences.subscribe(later),
    useRouteStore.subscribe(later),
    useDismissed.subscribe(later),
    useKeptViews.subscribe(later),
    useHiddenProjects.subscribe(later),
    usePlanMemories.subscribe(later),
    usePrintSetups.subscribe(later),
  ];
  window.addEventListener('pagehide', flush);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', flush);
    flush();
  };
}
