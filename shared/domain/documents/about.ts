/** Which record a kind of document is about: what composes it and what shows its button both read it here. */
import type { EntityType } from '#shared/model/registry.ts';
import type { DocumentKind } from './content.ts';

export const DOCUMENT_ABOUT = {
  adjustment: 'adjustment',
  charter: 'project',
  clause_check: 'contract',
  client_sheet: 'client',
  comm_plan: 'project',
  decision: 'decision',
  delay_notice: 'delay_notice',
  expectation: 'project',
  fishbone: 'fishbone',
  goals: 'project',
  minutes: 'meeting',
  payment_plan: 'contract',
  questionnaire: 'questionnaire',
  requirements: 'project',
  schedule: 'project',
  scope: 'project',
} as const satisfies Readonly<Record<DocumentKind, EntityType>>;

const entries = Object.entries(DOCUMENT_ABOUT) as [DocumentKind, EntityType][];

/** Kinds of documents about one record of the type. */
export const kindsAbout = (entity: EntityType): DocumentKind[] =>
  entries.filter(([, about]) => about === entity).map(([kind]) => kind);
