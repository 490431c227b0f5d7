import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/team.ts';

export default {
  heading: 'Team and parties',
  tabs: {
    parties: 'Parties',
    team: 'Team',
    duties: 'Duties',
    handovers: 'Hand-overs',
    coordination: 'Coordination',
    morale: 'Morale',
    directory: 'Directory',
  },
  section: {
    stake: 'Stake',
    answer: 'Settlement',
  },
  chain: 'Chain of parties, the owner on top',
  matrix: 'Matrix of duties (RACI)',
  nobodyAccountable: 'nobody is accountable',
  manyAccountable: '{{count}} are accountable; one is right',
  notReceived: 'Not received',
  quickDuty: 'Quick add: the duty and who has it, such as “Weekly report @Wang”, then Enter',
  quickMorale: 'Quick note: 1–5 and one line, such as “4 good spirits”, then Enter',
  empty: {
    parties:
      'From the owner down to our subcontractors and suppliers, with supervisors, designers and authorities and what they expect.',
    members: 'People, their roles and skills. One person may hold every role.',
    duties:
      'Who does, answers for, is asked about and is told of each thing. Nobody or more than one accountable is flagged.',
    handovers:
      'What sales hands to implementation, and implementation to after-sales: promises and open points in writing.',
    coordination: 'Conflicts and delays between parties, and how they were settled.',
    morale: 'Now and then a score from 1 to 5 and one line.',
    directory: 'Subcontractors, suppliers, supervisors, designers: for all projects.',
  },
} as const satisfies Translated<typeof zhCN>;
