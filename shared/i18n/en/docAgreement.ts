import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/docAgreement.ts';

export default {
  notYet: '(not stated yet)',
  open: '(not stated yet)',
  signatures: 'Signatures',
  side: { client: 'For the client', own: 'For the contractor' },
  goals: {
    title: '{{project}} – Confirmation of goals',
    count: 'Goals',
    annex: 'Annex to contract',
    intro:
      'Both sides agree in writing on the goals of the project. Each says what is to be reached, how it is measured, why it can be reached, why it matters to the project, and by when.',
    heading: 'Goals',
    none: 'No goals have been written down yet.',
    statement:
      'Both sides have read and understood these goals and take them as the basis of work and acceptance, and as an annex to the contract or the plan. Any later change makes a new version, which is signed again.',
  },
  scope: {
    title: '{{project}} – Scope statement',
    intro: 'This statement says what the project includes, what it does not, and what will be delivered.',
    in: 'Included',
    out: 'Not included',
    none: { in: 'Nothing has been written down yet.', out: 'Nothing is expressly excluded.' },
    deliverables: 'Deliverables',
    name: 'Deliverable',
    criteria: 'Acceptance criteria',
    due: 'Date',
    noDeliverables: 'No deliverables have been written down yet.',
    creep: 'Work that is not listed here is done only after both sides have confirmed a change in writing.',
    statement:
      'The client has understood and approves this scope; both sides take it as the boundary of the work and the basis of acceptance.',
  },
  charter: {
    title: '{{project}} – Project charter',
    manager: 'Project manager',
    statement:
      'The client and the project team have the same understanding of scope, time, cost and quality, and take them as the baseline for doing and controlling the work.',
  },
  schedule: {
    title: '{{project}} – Confirmation of the timetable',
    start: 'Start',
    finish: 'Finish',
    intro: 'This timetable was discussed with the client and allows for known risks and buffer time.',
    milestones: 'Milestones',
    milestone: 'Milestone',
    date: 'Date',
    commitment: 'Commitment',
    none: 'No milestone is shown to the client yet.',
    buffers: 'Buffer time',
    buffer: '{{name}}: {{days}} working days',
    noBuffers: 'The dates include the time that is needed; no separate buffer is listed.',
    risks: 'Known risks',
    noRisks: 'There is no risk to report at this time.',
    statement:
      'Both sides confirm these dates. Whoever learns that a date may be affected tells the other side at once.',
  },
  adjustment: {
    title: '{{project}} – Confirmation of adjustment A-{{no}}',
    about: 'Concerns',
    impact: 'Impact',
    time: 'Impact on time',
    days_one: '{{sign}}{{count}} day',
    days_other: '{{sign}}{{count}} days',
    noDays: 'None',
    duties: 'Rights and duties',
    basis:
      'From the day both sides have signed, the adjusted wording replaces the earlier one and is the basis of further work and acceptance. Everything else that was agreed stays as it is.',
    statement:
      'Both sides have discussed the reason, the content and the impact, and agree to this adjustment.',
  },
  delay: {
    title: '{{project}} – Notice of delay',
    late: 'Late by',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    intro:
      'We are sorry to say that this milestone will be reached later than planned. Below are the cause, what we do about it, and the new dates.',
    move: '{{name}}: {{from}} → {{to}}',
    subject_one: '{{name}} will be {{count}} day late',
    subject_other: '{{name}} will be {{count}} days late',
    receipt: 'Receipt',
    statement:
      'I have received and understood this notice. This is no waiver of any right under the contract.',
  },
  decision: {
    title: '{{project}} – Confirmation of decision D-{{no}}',
    statement: 'Both sides confirm this choice and plan the further work accordingly.',
  },
} as const satisfies Translated<typeof zhCN>;
