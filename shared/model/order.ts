/** Which records stand in an order that people choose. */
import { type EntityType, entityOf } from './registry.ts';

/** Where a place is more than an order: levels of a plan, sides of the scope, branches of a fishbone. */
const OWN_COMMANDS: ReadonlySet<EntityType> = new Set(['task', 'scope_item', 'cause', 'saved_view']);

/** Whether records of a type are put in order by `record.place`. */
export function isOrdered(entity: EntityType): boolean {
  return entityOf(entity).fields['rank']?.kind === 'rank' && !OWN_COMMANDS.has(entity);
}
