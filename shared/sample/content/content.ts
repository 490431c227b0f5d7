/** What a language has to say about the sample: every text of it, in the same shape for all languages. */

import type { CreateInput } from '#shared/model/registry.ts';
import type { CalendarException } from '#shared/schedule/calendar/definition.ts';
import type { CheckKey, ScopeKey } from '../agreed.ts';
import type { BudgetKey, ClauseKey, DeliverableKey, FeeKey, InstalmentKey, RuleKey } from '../contract.ts';
import type { ActionKey, ReviewKey, RiskKey } from '../control.ts';
import type { CommKey, ContactKey, DecisionKey, IssueKey } from '../dealings.ts';
import type { NeedKey, ResourceKey, UseKey } from '../means.ts';
import type { PartyKey, PersonKey, TaskKey } from '../plan.ts';
import type { ItemKey, PromiseKey } from '../talks.ts';

export interface TaskText {
  readonly name: string;
  /** Words for the client; phases and tasks whose name will do have none. */
  readonly client?: string;
  readonly deliverable?: string;
  readonly notes?: string;
}

export interface RiskText {
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  readonly trigger: string;
  readonly client?: string;
}

export interface PeopleContent {
  readonly company: Readonly<Record<'name' | 'address' | 'phone' | 'email', string>>;
  readonly client: Readonly<Record<'name' | 'nameEn' | 'industry' | 'address' | 'phone' | 'notes', string>>;
  readonly contacts: Readonly<
    Record<ContactKey, Readonly<Record<'name' | 'title' | 'phone' | 'email' | 'im' | 'notes', string>>>
  >;
  readonly project: {
    readonly name: string;
    readonly code: string;
    readonly description: string;
    readonly currency: NonNullable<CreateInput<'project'>['currency']>;
    readonly contractMinor: number;
  };
  readonly parties: Readonly<Record<PartyKey, string>>;
  readonly communicationOwner: PersonKey;
  readonly calendar: string;
  /** Holidays that every year has. */
  readonly holidays: readonly CalendarException[];
  /** Name of the day on which the building has no power. */
  readonly powerCut: string;
  readonly baseline: string;
  readonly comms: Readonly<Record<CommKey, { readonly summary: string; readonly next?: string }>>;
}

export type PlanContent = Readonly<Record<TaskKey, TaskText>>;

export interface ControlContent {
  readonly risks: Readonly<Record<RiskKey, RiskText>>;
  readonly actions: Readonly<Record<ActionKey, { readonly text: string; readonly client?: string }>>;
  readonly reviews: Readonly<Record<ReviewKey, string>>;
  readonly issues: Readonly<
    Record<
      IssueKey,
      Readonly<{
        title: string;
        measure?: string;
        reason?: string;
        client?: string;
        clientMeasure?: string;
      }>
    >
  >;
  readonly decisions: Readonly<
    Record<DecisionKey, Readonly<{ question: string; options: string; consequence: string; chosen?: string }>>
  >;
}

export interface TrackingContent {
  /** What the client pays when a milestone is reached, and what the client expects of it. */
  readonly payments: Readonly<Partial<Record<TaskKey, string>>>;
  readonly expectations: Readonly<Partial<Record<TaskKey, string>>>;
  readonly scope: Readonly<Record<ScopeKey, Readonly<{ text: string; client?: string; notes?: string }>>>;
  readonly uses: Readonly<Record<UseKey, string>>;
  readonly checks: Readonly<Record<CheckKey, string>>;
  /** People of the firm have their own names. */
  readonly resources: Readonly<Record<ResourceKey, Readonly<{ name: string; role?: string; unit?: string }>>>;
  readonly needs: Readonly<
    Record<NeedKey, Readonly<{ name: string; unit: string; supplier?: string; notes?: string }>>
  >;
  /** What is done about the work that is behind. */
  readonly deviation: string;
}

type MeetingText = Pick<
  CreateInput<'meeting'>,
  'title' | 'place' | 'expectation_effect' | 'client_opinion' | 'internal_notes'
>;

export interface TalkContent {
  /** A meeting that was held, and the next one. */
  readonly last: MeetingText;
  readonly coming: MeetingText;
  readonly items: Readonly<Record<ItemKey, Readonly<{ text: string; client?: string; result?: string }>>>;
  readonly promises: Readonly<
    Record<PromiseKey, Readonly<{ text: string; client?: string; reason?: string }>>
  >;
  /** O7: words of the trade, in the client's words. */
  readonly glossary: readonly Readonly<Record<'term' | 'client_term' | 'meaning', string>>[];
}

export interface ContractContent {
  readonly title: string;
  readonly code: string;
  /** Why it was signed although the check found a gap. */
  readonly signReason: string;
  readonly warrantyTerms: string;
  readonly sides: Readonly<Record<'client' | 'own', Readonly<Record<'rights' | 'obligations', string>>>>;
  /** `worded`: the standard, the acceptance method, or who signs. */
  readonly clauses: Readonly<Record<ClauseKey, Readonly<{ title: string; text: string; worded?: string }>>>;
  readonly briefing: string;
  readonly deliverables: Readonly<
    Record<
      DeliverableKey,
      Readonly<Record<'name' | 'standard' | 'acceptance_criteria' | 'acceptance_method', string>>
    >
  >;
  readonly instalments: Readonly<Record<InstalmentKey, string>>;
  readonly fees: Readonly<Record<FeeKey, string>>;
  readonly budget: Readonly<Record<BudgetKey, string>>;
  readonly legal: Readonly<Record<'topic' | 'adviser' | 'advice' | 'outcome', string>>;
  readonly benchmark: Readonly<Record<'topic' | 'industry_value' | 'own_value' | 'source', string>>;
  readonly rules: Readonly<Record<RuleKey, Readonly<Record<'text' | 'basis', string>>>>;
  readonly sub: {
    readonly title: string;
    readonly clause: Readonly<Record<'title' | 'text', string>>;
    readonly instalment: string;
  };
}

export interface SampleContent {
  readonly contract: ContractContent;
  readonly people: PeopleContent;
  readonly plan: PlanContent;
  readonly control: ControlContent;
  readonly tracking: TrackingContent;
  readonly talk: TalkContent;
}
