/** What the window looks like next time: place, side bar, panel width. JSON that only the renderer reads. */
import { z } from 'zod';
import { create } from 'zustand';
import { hiddenProjectsSchema, keptViewsSchema, useHiddenProjects, useKeptViews } from './keptViews.ts';
import { planMemoriesSchema, usePlanMemories } from './planMemory.ts';
import { setPreferences, usePreferences } from './preferences.ts';
import { printSetupsSchema, usePrintSetups } from './printSetups.ts';
import {
  CLIENT_SECTIONS,
  COMMUNICATION_SECTIONS,
  CONTRACT_SECTIONS,
  EXPECTATION_SECTIONS,
  GENERAL_PLACES,
  GOALS_SECTIONS,
  PROJECT_MODULES,
  type Route,
  resetRoute,
  selectRoute,
  TRACKING_SECTIONS,
  useRouteStore,
} from './route.ts';

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
const tabOf = <S extends string>(all: readonly S[], section: string | undefined): S | undefined =>
  all.find((known) => known === section);

function moduleFrom(
  name: (typeof PROJECT_MODULES)[number],
  projectId: string,
  section: string | undefined,
): Route {
  switch (name) {
    case 'expectations':
      return { name, projectId, section: tabOf(EXPECTATION_SECTIONS, section) };
    case 'goals':
      return { name, projectId, section: tabOf(GOALS_SECTIONS, section) };
    case 'contract':
      return { name, projectId, section: tabOf(CONTRACT_SECTIONS, section) };
    case 'tracking':
      return { name, projectId, section: tabOf(TRACKING_SECTIONS, section) };
    case 'communication':
      return { name, projectId, section: tabOf(COMMUNICATION_SECTIONS, section) };
    default:
      return { name, projectId };
  }
}

function routeFrom(kept: z.infer<typeof remembered>['route']): Route | null {
  if (!kept) return null;
  const { name, clientId, projectId, section } = kept;
  if (name === 'client')
    return clientId === undefined ? null : { name, clientId, section: tabOf(CLIENT_SECTIONS, section) };
  const module = PROJECT_MODULES.find((known) => known === name);
  if (module) return projectId === undefined ? null : moduleFrom(module, projectId, section);
  const general = GENERAL_PLACES.find((known) => known === name);
  return general === undefined ? null : { name: general };
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
