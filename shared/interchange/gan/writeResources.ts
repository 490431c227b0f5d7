import type { MspdiAssignment, MspdiProject, MspdiResource, MspdiTask } from '../mspdi/model.ts';
import { idOfUid, kept, openTag } from './values.ts';

/** The role nobody chose. */
const NO_ROLE = 'Default:0';

export function resourceXml(resource: MspdiResource): string {
  const attributes = [
    ['id', idOfUid(resource.uid)],
    ['name', resource.name],
    ['function', kept(resource.extra, 'function') ?? NO_ROLE],
    ['contacts', resource.email ?? ''],
    ['phone', resource.phone ?? ''],
  ] as const;
  const { standardRate, standardRateFormat } = resource;
  // Rates are per day there.
  const perDay =
    standardRate === null || standardRate === 0
      ? null
      : standardRateFormat === 3
        ? standardRate
        : standardRateFormat === 2
          ? standardRate * 8
          : null;
  if (perDay === null) return `        ${openTag('resource', attributes, true)}\n`;
  const rate = openTag(
    'rate',
    [
      ['name', 'standard'],
      ['value', perDay],
    ],
    true,
  );
  return `        ${openTag('resource', attributes, false)}\n            ${rate}\n        </resource>\n`;
}

/** Empty for work that nobody is named for. */
export function allocationXml(assignment: MspdiAssignment, tasks: ReadonlyMap<number, MspdiTask>): string {
  const { taskUid, resourceUid, units, extra } = assignment;
  if (resourceUid === null || !tasks.has(taskUid)) return '';
  return `        ${openTag(
    'allocation',
    [
      ['task-id', idOfUid(taskUid)],
      ['resource-id', idOfUid(resourceUid)],
      ['function', kept(extra, 'function') ?? NO_ROLE],
      ['responsible', kept(extra, 'responsible') ?? 'false'],
      ['load', ((units ?? 1) * 100).toFixed(1)],
    ],
    true,
  )}\n`;
}

export function rolesXml(project: MspdiProject): string {
  const roles = project.properties.extra.filter(({ name }) => name === 'gan:roles');
  return roles.length > 0
    ? roles.map(({ xml }) => `    ${xml}\n`).join('')
    : '    <roles roleset-name="Default"/>\n';
}
