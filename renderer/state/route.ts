import { create } from 'zustand';
import type { PlaceProps, TabScreen } from './sections.ts';

/** Places with tabs; which tab is part of the place, so that Back and a restart lead to it. */
type TabRoutes = { readonly [Name in TabScreen]: PlaceProps<Name> & { readonly name: Name } };

/** Every place of the app. Parameters are ids; what they show comes from the core. */
export type Route =
  | { readonly name: 'today' }
  | { readonly name: 'clients' }
  | TabRoutes[TabScreen]
  | { readonly name: 'feedback'; readonly itemId?: string | undefined }
  | { readonly name: 'projects' }
  | { readonly name: 'project'; readonly projectId: string }
  | { readonly name: 'plan'; readonly projectId: string; readonly itemId?: string | undefined }
  | { readonly name: 'scope'; readonly projectId: string }
  | { readonly name: 'documents'; readonly projectId: string; readonly itemId?: string | undefined }
  | { readonly name: 'allDocuments'; readonly itemId?: string | undefined }
  | { readonly name: 'projectReports'; readonly projectId: string; readonly itemId?: string | undefined }
  | { readonly name: 'reports' }
  | { readonly name: 'milestones' }
  | { readonly name: 'portfolio' }
  | { readonly name: 'history' }
  | { readonly name: 'settings' }
  /** A file handed over by the user or the operating system; `into` is the project it goes to, else a new one. */
  | {
      readonly name: 'import';
      readonly token?: string | undefined;
      readonly fileName?: string | undefined;
      readonly into?: string | undefined;
    }
  /** Contacts of other programs; `clientId` is the client whose people are proposed. */
  | {
      readonly name: 'importContacts';
      readonly token?: string | undefined;
      readonly fileName?: string | undefined;
      readonly clientId?: string | undefined;
    }
  /** A table of tasks; `itemId` is the task that was selected in the plan of `into`. */
  | {
      readonly name: 'importTable';
      readonly token?: string | undefined;
      readonly fileName?: string | undefined;
      readonly into?: string | undefined;
      readonly itemId?: string | undefined;
    };

export type RouteName = Route['name'];

/** Modules of a project: places that need its id and nothing else. */
export const PROJECT_MODULES = [
  'project',
  'requirements',
  'expectations',
  'goals',
  'contract',
  'plan',
  'tracking',
  'scope',
  'resources',
  'communication',
  'risks',
  'team',
  'documents',
  'projectReports',
] as const satisfies readonly RouteName[];
export type ProjectModule = (typeof PROJECT_MODULES)[number];

/** Places that need nothing. */
export const GENERAL_PLACES = [
  'today',
  'clients',
  'feedback',
  'projects',
  'reports',
  'allDocuments',
  'milestones',
  'portfolio',
  'history',
  'settings',
] as const satisfies readonly RouteName[];

interface RouteState {
  readonly stack: readonly Route[];
  readonly index: number;
  /** The project that the sidebar unfolds; stays while other places are visited. */
  readonly projectId: string | null;
}

const HOME: Route = { name: 'today' };
const LIMIT = 100;

export const useRouteStore = create<RouteState>(() => ({ stack: [HOME], index: 0, projectId: null }));

export function sameRoute(left: Route, right: Route): boolean {
  const keys = (route: Route) => JSON.stringify(Object.entries(route).sort());
  return keys(left) === keys(right);
}

/** Whether a place of the sidebar is where one is: there, in one of its tabs, or at one of its records. */
export function isAt(place: Route, here: Route): boolean {
  const at = new Map<string, unknown>(Object.entries(here));
  return Object.entries(place).every(([key, value]) => at.get(key) === value);
}

function projectOf(route: Route, before: string | null): string | null {
  return 'projectId' in route ? route.projectId : before;
}

/** Goes to a place; what lay ahead is forgotten. Going to where one already is changes nothing. */
export function navigate(route: Route): void {
  useRouteStore.setState((state) => {
    const here = state.stack[state.index] ?? HOME;
    if (sameRoute(here, route)) return state;
    const stack = [...state.stack.slice(0, state.index + 1), route].slice(-LIMIT);
    return { stack, index: stack.length - 1, projectId: projectOf(route, state.projectId) };
  });
}

function step(by: 1 | -1): void {
  useRouteStore.setState((state) => {
    const route = state.stack[state.index + by];
    return route ? { index: state.index + by, projectId: projectOf(route, state.projectId) } : state;
  });
}

export function goBack(): void {
  step(-1);
}

export function goForward(): void {
  step(1);
}

/** Starts again at a place, as after opening other data. */
export function resetRoute(route: Route = HOME): void {
  useRouteStore.setState({ stack: [route], index: 0, projectId: projectOf(route, null) });
}

export const selectRoute = (state: RouteState): Route => state.stack[state.index] ?? HOME;
export const selectCanGoBack = (state: RouteState): boolean => state.index > 0;
export const selectCanGoForward = (state: RouteState): boolean => state.index < state.stack.length - 1;

export function useRoute(): Route {
  return useRouteStore(selectRoute);
}
