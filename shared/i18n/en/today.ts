import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/today.ts';

export default {
  heading: 'Today',
  subtitle: '{{date}} · overdue and due within two weeks, across all projects',
  group: {
    overdue: 'Overdue',
    today: 'Today',
    week: 'Next 7 days',
    fortnight: 'Next 14 days',
  },
  kind: {
    next_step: 'Next step',
    milestone: 'Milestone',
    premilestone: 'Confirm milestone',
    risk_review: 'Risk review',
    risk_action: 'Risk action',
    issue: 'Issue',
    rectification: 'Rectification',
    deviation: 'Deviation',
    decision: 'Decision',
    need: 'Delivery due',
    payment: 'Payment',
    contract_check: 'Contract to sign',
    compliance: 'Compliance',
    report: 'Report',
    contact: 'Contact',
  },
  report: 'A progress report is due',
  contact: 'No contact for too long',
  done: 'Done: “{{name}}”',
  doneToast: 'Done: “{{name}}”',
  empty:
    'Nothing is due within two weeks. Next steps, milestones, risk reviews, issues, decisions and reports appear here by themselves as their day comes near.',
  cut: 'Of “{{kinds}}” only the {{count}} most urgent are listed.',
  filter: 'Show only',
  all: 'All',
  list: '{{group}}, {{count}}',
  total_one: '{{count}} item',
  total_other: '{{count}} items',
} as const satisfies Translated<typeof zhCN>;
