/** C, A3: registers of who takes part and who does what. */
import { quickDuty, quickMorale } from '#shared/domain/project/quick.ts';
import { flagFilter, namedColumn, simpleRegister } from '../register/public.ts';

/** Names of records by id. */
export type Names = ReadonlyMap<string, string>;

/** A3, C3: parties of this project and stakeholders, with what they expect. @param links names of the parties themselves */
export const partyLinkDefinition = (links: Names) =>
  simpleRegister('party_link', {
    columns: [
      'name',
      'role',
      'who',
      namedColumn('upstream_id', links),
      'interest',
      'influence',
      'expectation',
    ],
    filters: ['role', 'who'],
    sections: [
      { id: 'what', items: ['name', 'role', 'who', 'party_id', 'contact_id', 'upstream_id'] },
      {
        id: 'stake',
        title: ({ t }) => t('team:section.stake'),
        items: ['interest', 'influence', 'expectation', 'notes'],
      },
    ],
    quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('party_link') }),
    empty: ({ t }) => t('team:empty.parties'),
  });

/** C9: the directory of firms, for all projects. */
export const partyDefinition = simpleRegister('party', {
  columns: ['name', 'kind', 'person', 'phone', 'email'],
  filters: ['kind'],
  sections: [{ id: 'what', items: ['name', 'kind', 'person', 'phone', 'email', 'notes'] }],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('party') }),
  empty: ({ t }) => t('team:empty.directory'),
});

/** Z, C4, C13: people and their roles; one person may hold all of them. */
export const memberDefinition = simpleRegister('team_member', {
  columns: ['name', 'role', 'skills', 'phone', 'email'],
  filters: ['role'],
  sections: [{ id: 'what', items: ['name', 'role', 'skills', 'resource_id', 'phone', 'email', 'notes'] }],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('team_member') }),
  empty: ({ t }) => t('team:empty.members'),
});

const duties = simpleRegister('duty', {
  columns: ['object', 'person', 'raci', 'kind', 'department', 'frequency'],
  filters: ['person', 'raci', 'kind', 'department'],
  sections: [
    { id: 'what', items: ['object', 'person', 'raci', 'kind', 'department', 'frequency', 'task_id'] },
  ],
  quickLabel: ({ t }) => t('team:quickDuty'),
  empty: ({ t }) => t('team:empty.duties'),
});

/** C1, C2: duties as responsible, accountable, consulted, informed. One without a name is nobody's yet, which the matrix warns of. */
export const dutyDefinition: typeof duties = {
  ...duties,
  quickAdd: (line, projectId) => {
    const { object, person } = quickDuty(line);
    return { project_id: projectId, object, person: person ?? '—' };
  },
};

/** C7: what one department hands to the next. */
export const handoverDefinition = simpleRegister('handover', {
  columns: ['handed_on', 'text', 'from_department', 'to_department', 'received_by', 'received_on'],
  filters: [
    'from_department',
    'to_department',
    flagFilter<'handover'>(
      'open',
      ({ t }) => t('team:notReceived'),
      (record) => record.received_on === null,
    ),
  ],
  sections: [
    {
      id: 'what',
      items: [
        'text',
        'open_points',
        'from_department',
        'to_department',
        'handed_on',
        'received_by',
        'received_on',
      ],
    },
  ],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('handover') }),
  defaults: ({ today }) => ({ handed_on: today }),
  empty: ({ t }) => t('team:empty.handovers'),
});

/** C9, I14: conflicts and delays between parties. @param parties names of the firms of the directory */
export const coordinationDefinition = (parties: Names) =>
  simpleRegister('coordination_issue', {
    columns: ['title', 'kind', namedColumn('party_id', parties), 'days', 'status', 'raised_on', 'settled_on'],
    filters: ['kind', 'status'],
    sections: [
      { id: 'what', items: ['title', 'kind', 'party_id', 'task_id', 'days', 'raised_on'] },
      { id: 'answer', title: ({ t }) => t('team:section.answer'), items: ['measure', 'settled_on'] },
    ],
    quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('coordination_issue') }),
    defaults: ({ today }) => ({ raised_on: today }),
    empty: ({ t }) => t('team:empty.coordination'),
    workflow: {
      field: 'status',
      next: ({ status }) => (status === 'open' ? 'settled' : null),
      problems: (record, to, { fieldName }) =>
        to === 'settled' && !record.measure?.trim()
          ? [{ text: fieldName('coordination_issue', 'measure'), field: 'measure' }]
          : [],
    },
  });

const morale = simpleRegister('morale_pulse', {
  columns: ['taken_on', 'score', 'note'],
  sections: [{ id: 'what', items: ['taken_on', 'score', 'note'] }],
  quickLabel: ({ t }) => t('team:quickMorale'),
  empty: ({ t }) => t('team:empty.morale'),
  sort: { column: 'taken_on', descending: true },
});

/** C10: how the team is doing. The score stands before the note: `4 good spirits`. */
export const moraleDefinition: typeof morale = {
  ...morale,
  quickAdd: (line, projectId, { today }) => {
    const { score, note } = quickMorale(line);
    return { project_id: projectId, taken_on: today, score, note: note === '' ? null : note };
  },
};
