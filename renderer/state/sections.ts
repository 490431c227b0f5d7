import { type EntityType, typeOfId } from '#shared/model/registry.ts';

/**
 * Screens with tabs: the tabs in their order, and the records each of them shows. The only list of both;
 * routes, screens, links to records and what a restart brings back follow it.
 * Where two screens show a type, a link to a record leads to the one that stands first.
 */
const SCREENS = {
  client: {
    overview: [],
    timeline: [],
    feedback: ['feedback'],
    concerns: ['concern'],
    knowledge: ['client_preference', 'culture_note'],
    strategy: ['client_strategy', 'market_note'],
    care: ['care_task', 'referral', 'survey_response'],
  },
  requirements: {
    requirements: ['requirement'],
    sessions: ['elicitation'],
    questionnaires: ['questionnaire'],
  },
  expectations: {
    register: ['expectation'],
    analysis: [],
    fishbones: ['fishbone'],
    gap: [],
    demos: ['demo'],
    rectifications: ['rectification'],
    values: ['value_statement'],
    cases: ['case_study'],
  },
  goals: {
    goals: ['goal'],
    charter: ['charter'],
    adjustments: ['adjustment'],
    delays: ['delay_notice'],
    signatures: [],
  },
  contract: {
    facts: ['contract', 'contract_party', 'contract_annex'],
    clauses: ['clause'],
    deliverables: ['deliverable'],
    check: [],
    money: ['payment_stage', 'extra_fee', 'receipt'],
    costs: ['budget_line', 'cost_entry'],
    legal: ['legal_consultation', 'compliance_item', 'benchmark'],
  },
  tracking: {
    deviations: ['deviation'],
    must: [],
    checks: ['premilestone_check'],
    trend: ['milestone_forecast'],
    buffers: ['buffer_use'],
    baselines: ['baseline'],
  },
  resources: { list: ['resource'], load: [], needs: ['material_need'] },
  risks: { risks: ['risk'], issues: ['issue'], decisions: ['decision'] },
  communication: {
    plan: ['comm_plan_item'],
    log: ['comm_log'],
    meetings: ['meeting'],
    promises: ['promise'],
    decisions: ['decision'],
    untold: [],
    glossary: ['glossary_term'],
  },
  team: {
    parties: ['party_link'],
    team: ['team_member'],
    duties: ['duty'],
    handovers: ['handover'],
    coordination: ['coordination_issue'],
    morale: ['morale_pulse'],
    directory: ['party'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly EntityType[]>>>>;

/** A screen with tabs. */
export type TabScreen = keyof typeof SCREENS;
/** A tab of a screen. */
export type SectionOf<Screen extends TabScreen> = keyof (typeof SCREENS)[Screen] & string;

export const TAB_SCREENS = Object.keys(SCREENS) as readonly TabScreen[];

export const isTabScreen = (name: string): name is TabScreen => Object.hasOwn(SCREENS, name);

/** Tabs of a screen, in their order; the first one is shown when nothing else is asked for. */
export function sectionsOf<Screen extends TabScreen>(screen: Screen): readonly SectionOf<Screen>[] {
  return Object.keys(SCREENS[screen]) as SectionOf<Screen>[];
}

/** The tab of a screen that shows records of a type, if there is one. */
export function sectionFor<Screen extends TabScreen>(
  screen: Screen,
  entity: string,
): SectionOf<Screen> | undefined {
  const shown: Readonly<Record<string, readonly string[]>> = SCREENS[screen];
  return sectionsOf(screen).find((section) => shown[section]?.includes(entity));
}

/** What a link to a screen with tabs names; either may be missing. */
export interface SectionLink<Screen extends TabScreen> {
  readonly section?: SectionOf<Screen> | undefined;
  /** A record to open. */
  readonly itemId?: string | undefined;
}

/** Parameters of a place with tabs, which are the props of its screen. */
export type PlaceProps<Screen extends TabScreen> = SectionLink<Screen> &
  (Screen extends 'client' ? { readonly clientId: string } : { readonly projectId: string });

/** The tab a link leads to: the one it names, else the one that shows its record, else the first. */
export function linkedSection<Screen extends TabScreen>(
  screen: Screen,
  { section, itemId }: SectionLink<Screen>,
): SectionOf<Screen> {
  const first = sectionsOf(screen)[0];
  if (first === undefined) throw new Error(`${screen} has no tabs`);
  return section ?? sectionOfItem(screen, itemId) ?? first;
}

/** The tab that opens a record, by the type in its id. */
export function sectionOfItem<Screen extends TabScreen>(
  screen: Screen,
  itemId: string | undefined,
): SectionOf<Screen> | undefined {
  const type = itemId === undefined ? null : typeOfId(itemId);
  return type === null ? undefined : sectionFor(screen, type);
}
