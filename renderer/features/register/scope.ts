/** What the records of a register belong to: a project, a client, or another record such as a contract. */
import { type EntityType, entityOf } from '#shared/model/registry.ts';

export interface RegisterScope {
  readonly projectId?: string | undefined;
  readonly clientId?: string | undefined;
  /** Owner fields besides project and client, by name: `{ contract_id: 'ctr_…' }`. */
  readonly owner?: Readonly<Record<string, string>> | undefined;
}

/** Values of the scope by field name. */
export function scopeValues(scope: RegisterScope): Readonly<Record<string, string>> {
  return {
    ...(scope.projectId === undefined ? {} : { project_id: scope.projectId }),
    ...(scope.clientId === undefined ? {} : { client_id: scope.clientId }),
    ...scope.owner,
  };
}

/** The reference fields of a new record that the scope answers. */
export function ownedValues(entity: EntityType, scope: RegisterScope): Readonly<Record<string, string>> {
  const { fields } = entityOf(entity);
  return Object.fromEntries(
    Object.entries(scopeValues(scope)).filter(([field]) => fields[field]?.target !== undefined),
  );
}

export interface TargetQuery {
  readonly where: Readonly<Record<string, string>>;
  /** Records of other owners in the answer are left out: the field may be empty, but not another one's. */
  readonly keep: (record: Readonly<Record<string, unknown>>) => boolean;
}

/**
 * Which records a reference may point to: those of the same owner, and those that belong to nobody.
 * `known` are values of owner fields: of the scope, and of the record that holds the reference.
 */
export function targetQuery(target: EntityType, known: Readonly<Record<string, unknown>>): TargetQuery {
  const { fields, owners } = entityOf(target);
  const refs = ['project_id', 'client_id', ...owners].filter((field) => fields[field]?.target !== undefined);
  const idOf = (field: string): string | null => {
    const value = known[field];
    return typeof value === 'string' ? value : null;
  };
  const required = refs.find((field) => fields[field]?.nullable === false && idOf(field) !== null);
  if (required !== undefined) return { where: { [required]: idOf(required) as string }, keep: () => true };
  const loose = refs.filter((field) => fields[field]?.nullable === true && idOf(field) !== null);
  return {
    where: {},
    keep: (record) =>
      loose.every((field) => (record[field] ?? null) === null || record[field] === idOf(field)),
  };
}
