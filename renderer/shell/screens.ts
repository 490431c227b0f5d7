/** Which screen shows which place. The only list of them; each is loaded when it is first visited. */
import { type ComponentType, createElement, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import { navigate, type Route, type RouteName } from '../state/route.ts';

type ParamsOf<Name extends RouteName> = Omit<Extract<Route, { readonly name: Name }>, 'name'>;
type View<Params> = (props: Params) => ReactNode;
type ScreenOf<Name extends RouteName> = LazyExoticComponent<View<ParamsOf<Name>>>;
type Screens = { readonly [Name in RouteName]?: ScreenOf<Name> };

function screen<Params>(load: () => Promise<View<Params>>): LazyExoticComponent<View<Params>> {
  return lazy(async () => ({ default: await load() }));
}

const planOf = async (): Promise<View<ParamsOf<'plan'>>> => {
  const { PlanScreen } = await import('../features/plan/public.ts');
  const { DocumentButton } = await import('../features/documents/public.ts');
  const { TaskListMenu } = await import('../features/tableImport/public.ts');
  const { StatusDateMenu } = await import('../features/tracking/public.ts');
  return ({ projectId, itemId }) =>
    createElement(PlanScreen, {
      projectId,
      ...(itemId === undefined ? {} : { taskId: itemId }),
      onImport: () => navigate({ name: 'import', into: projectId }),
      tools: (taskId) => [
        createElement(TaskListMenu, { key: 'list', projectId, taskId }),
        createElement(StatusDateMenu, { key: 'status', projectId }),
        createElement(DocumentButton, {
          key: 'document',
          kind: 'schedule',
          subjectId: projectId,
          projectId,
          small: true,
          iconOnly: true,
        }),
      ],
    });
};

const reportsOf = async (): Promise<View<ParamsOf<'projectReports'>>> => {
  const { ReportsScreen } = await import('../features/reports/public.ts');
  return ({ projectId, itemId }) =>
    createElement(ReportsScreen, { projectId, ...(itemId === undefined ? {} : { itemId }) });
};

const screens: Screens = {
  today: screen(async () => (await import('../features/today/public.ts')).TodayScreen),
  clients: screen(async () => (await import('../features/clients/public.ts')).ClientsScreen),
  client: screen(async () => (await import('../features/clients/public.ts')).ClientScreen),
  feedback: screen(async () => (await import('../features/feedback/public.ts')).FeedbackScreen),
  projects: screen(async () => (await import('../features/projects/public.ts')).ProjectsScreen),
  project: screen(async () => (await import('../features/projects/public.ts')).ProjectScreen),
  communication: screen(
    async () => (await import('../features/communication/public.ts')).CommunicationScreen,
  ),
  goals: screen(async () => (await import('../features/goals/public.ts')).GoalsScreen),
  risks: screen(async () => (await import('../features/risks/public.ts')).RiskScreen),
  plan: screen(planOf),
  tracking: screen(async () => (await import('../features/tracking/public.ts')).TrackingScreen),
  resources: screen(async () => (await import('../features/resources/public.ts')).ResourcesScreen),
  requirements: screen(async () => (await import('../features/requirements/public.ts')).RequirementsScreen),
  team: screen(async () => (await import('../features/team/public.ts')).TeamScreen),
  scope: screen(async () => (await import('../features/scope/public.ts')).ScopeScreen),
  milestones: screen(async () => (await import('../features/portfolio/public.ts')).MilestonesScreen),
  portfolio: screen(async () => (await import('../features/portfolio/public.ts')).PortfolioScreen),
  reports: screen(async () => (await import('../features/reports/public.ts')).ReportsScreen),
  documents: screen(async () => (await import('../features/documents/public.ts')).DocumentsScreen),
  allDocuments: screen(async () => (await import('../features/documents/public.ts')).DocumentsScreen),
  projectReports: screen(reportsOf),
  expectations: screen(async () => (await import('../features/expectations/public.ts')).ExpectationsScreen),
  import: screen(async () => (await import('../features/import/public.ts')).ImportScreen),
  importContacts: screen(
    async () => (await import('../features/contactImport/public.ts')).ContactImportScreen,
  ),
  importTable: screen(async () => (await import('../features/tableImport/public.ts')).TableImportScreen),
  contract: screen(async () => (await import('../features/contract/public.ts')).ContractScreen),
  history: screen(async () => (await import('../features/history/public.ts')).HistoryScreen),
  settings: screen(async () => (await import('../features/settings/public.ts')).SettingsScreen),
};

export type AnyScreen = ComponentType<Omit<Route, 'name'>>;

/** The screen of a place; its props are the parameters of the route. */
export function screenOf(name: RouteName): AnyScreen | undefined {
  // The map's type ties each screen to the parameters of its own route.
  return screens[name] as AnyScreen | undefined;
}
