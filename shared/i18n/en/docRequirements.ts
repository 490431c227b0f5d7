import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/docRequirements.ts';

/** Words of the list of requirements, a document. */
export default {
  title: '{{project}}: requirements',
  count: 'Requirements',
  explicit: 'Explicit requirements',
  implicit: 'Implicit requirements',
  details: 'Notes',
  no: 'No.',
  text: 'Requirement',
  measure: 'Measure and target',
  confidence: 'Confidence',
  urgency: 'Urgency',
  state: 'Status',
  source: 'Source',
  page: 'page {{page}}',
  rationale: 'Reason behind it',
  evidence: 'Evidence',
  impact: 'Impact',
  solution: 'Solution',
  verified: 'Last verified',
  owner: 'Owner',
  noDetails: 'There is nothing to add.',
  none: {
    explicit: 'There are no explicit requirements yet.',
    implicit: 'There are no implicit requirements yet.',
  },
} as const satisfies Translated<typeof zhCN>;
