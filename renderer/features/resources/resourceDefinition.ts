import type { RecordOf } from '#shared/model/registry.ts';
import { enumFilter, type RegisterDefinition, type RegisterTools, textFilter } from '../register/public.ts';

type Resource = RecordOf<'resource'>;

/** People and machines have a capacity in time; of material and costs there is as much as is bought. */
const isTimed = ({ kind }: Resource): boolean => kind === 'work' || kind === 'equipment';

const capacityText = (resource: Resource, { format }: RegisterTools): string =>
  isTimed(resource) ? format.percent(resource.max_units) : '';

/** J1–J3: people, equipment, materials and costs of a project. */
export const resourceDefinition: RegisterDefinition<'resource'> = {
  entity: 'resource',
  prefix: '',
  columns: [
    { id: 'name', field: 'name', width: 200, grow: true, rowHeader: true },
    { id: 'kind', field: 'kind', width: 100 },
    { id: 'role', field: 'role', width: 140 },
    { id: 'phone', field: 'phone', width: 140 },
    {
      id: 'capacity',
      header: ({ t }) => t('resource:capacity'),
      width: 110,
      align: 'end',
      text: capacityText,
      sortKey: (resource) => (isTimed(resource) ? resource.max_units : null),
    },
    { id: 'unit', field: 'unit', width: 90 },
  ],
  initialSort: { column: 'name', descending: false },
  filters: [enumFilter('resource', 'kind'), textFilter('resource', 'role')],
  sections: [
    {
      id: 'who',
      title: ({ t }) => t('register:details'),
      items: ['name', 'kind', 'role', 'phone', 'max_units', 'calendar_id', 'unit', 'notes'],
    },
  ],
  hints: {
    max_units: ({ t }) => t('resource:hint.maxUnits'),
    calendar_id: ({ t }) => t('resource:hint.calendar'),
    unit: ({ t }) => t('resource:hint.unit'),
  },
  quickAdd: (name, project_id) => ({ project_id, name }),
  quickLabel: ({ t }) => t('resource:quick.resource'),
  emptyText: ({ t }) => t('resource:empty.list'),
};
