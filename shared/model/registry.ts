import { agreementEntities } from './entities/agreement.ts';
import { client, commLog, company, contact, project } from './entities/client.ts';
import { communicationEntities } from './entities/communication.ts';
import { contractEntities } from './entities/contract.ts';
import { decision, issue, report, risk, riskAction, riskReview } from './entities/control.ts';
import { expectationEntities } from './entities/expectation.ts';
import { governanceEntities } from './entities/governance.ts';
import { assignment, baseline, baselineTask, calendar, link, resource, task } from './entities/plan.ts';
import {
  bufferUse,
  deviation,
  materialNeed,
  milestoneForecast,
  premilestoneCheck,
  projectTemplate,
  savedView,
  scopeItem,
} from './entities/planning.ts';
import { relationEntities } from './entities/relations.ts';
import { requirementEntities } from './entities/requirement.ts';
import type { CreateOf, Entity, EntityRecord, ListedRecord, PatchOf } from './entity.ts';

/** Every record type of Milepost. Adding one here gives it a table, registers, IPC and a place in the trash. */
export const registry = {
  company,
  client,
  contact,
  project,
  calendar,
  scope_item: scopeItem,
  task,
  link,
  baseline,
  baseline_task: baselineTask,
  resource,
  assignment,
  risk,
  risk_action: riskAction,
  risk_review: riskReview,
  issue,
  decision,
  report,
  comm_log: commLog,
  buffer_use: bufferUse,
  deviation,
  premilestone_check: premilestoneCheck,
  milestone_forecast: milestoneForecast,
  material_need: materialNeed,
  saved_view: savedView,
  project_template: projectTemplate,
  ...governanceEntities,
  ...relationEntities,
  ...contractEntities,
  ...requirementEntities,
  ...expectationEntities,
  ...agreementEntities,
  ...communicationEntities,
} as const;

export type Registry = typeof registry;
export type EntityType = keyof Registry;
type FieldsOf<T extends EntityType> = Registry[T]['fields'];

/** A stored record of type `T`. */
export type RecordOf<T extends EntityType> = EntityRecord<FieldsOf<T>>;
/** A record as lists have it: without its heavy fields. */
export type ListedOf<T extends EntityType> = ListedRecord<FieldsOf<T>>;
/** What a new record of type `T` needs. */
export type CreateInput<T extends EntityType> = CreateOf<FieldsOf<T>>;
/** Changed fields of a record of type `T`. */
export type Patch<T extends EntityType> = PatchOf<FieldsOf<T>>;
export type FieldName<T extends EntityType> = keyof FieldsOf<T> & string;

export const entityTypes = Object.keys(registry) as readonly EntityType[];

export const isEntityType = (value: string): value is EntityType => Object.hasOwn(registry, value);

/** The definition of a type, seen without its particular fields: for code that treats all types alike. */
export function entityOf(type: string): Entity {
  if (!isEntityType(type)) throw new Error(`unknown entity ${type}`);
  return registry[type] as unknown as Entity;
}

/** Type of the record an id belongs to, or null for a text that is no id of ours. */
export function typeOfId(id: string): EntityType | null {
  return byPrefix.get(id.slice(0, id.indexOf('_'))) ?? null;
}

const byPrefix = new Map(entityTypes.map((type) => [entityOf(type).prefix, type]));
