import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/agreement.ts';

export default {
  heading: 'Goals and sign-off',
  tabs: {
    goals: 'SMART goals',
    charter: 'Charter',
    adjustments: 'Adjustments',
    delays: 'Delay notices',
    signatures: 'Signatures',
  },
  changed: 'Changed since signing',
  changedFields:
    'Changed since signing: {{fields}}. The signed document stays as it is; if the new wording is to hold, issue the next version and have it signed, or propose an adjustment.',
  measure: 'Measure',
  links: 'Links',
  forClient: 'For the client',
  fromExpectation: 'Goal from an expectation',
  adjust: 'Propose adjustment',
  adjustTitle: 'Adjust: {{name}}',
  goalsEmpty:
    'Put the client’s expectations into goals both sides can check: specific, measurable, achievable, relevant, time-bound. When all five are written, issue the confirmation and have both sides sign it.',
  adjustmentsEmpty:
    'After a major change, when the client sees or needs something else, or for reasons from outside, propose an adjustment here: reason, content and impact. Then negotiate, and have both sides sign.',
  delaysEmpty:
    'When a milestone will be late, tell the client early: the cause, the measures, the expected recovery date and the dates that follow. All four are needed.',
  signaturesExplain:
    'Issue the document, read all of it, then both sides sign. A signature belongs to this version; later edits make a new one.',
  smart: {
    title: 'The five SMART fields',
    column: 'SMART',
    incomplete: 'Incomplete',
    specific:
      'Say what is to be there, so that nobody imagines something else. Good: “Theatre 2 holds 15 Pa positive pressure”. Bad: “clean air”.',
    measurable:
      'Say how one can tell, so that acceptance has a basis. Good: “12–18 Pa for 72 hours, recorded hourly”. Bad: “runs well”.',
    achievable:
      'Say why it can be reached, so that nothing is over-promised. Good: “reached with the same unit in three projects”. Bad: “we will try hard”.',
    relevant:
      'Say why it matters, so that no money goes into what does not. Good: “checked by the health authority at acceptance”. Bad: “the client wants it”.',
    time_bound:
      'Say by when, so that it can be followed. Good: “by 2026-11-30, a week before acceptance”. Bad: “as soon as possible”.',
  },
  conformity: {
    title: 'Conformity',
    column: 'Conformity',
    explain:
      'How far progress and goal agree; 100% is exactly. From 95% good, below 80% something has to be done.',
    empty: 'Not judged yet.',
    up: '↑ {{points}}',
    down: '↓ {{points}}',
    level: '→ {{points}}',
  },
  charter: {
    in: 'Included',
    out: 'Not included',
    noItems: 'Nothing yet.',
    editScope: 'Edit the scope lists',
    empty:
      'The charter says why the project is done, and its goals for scope, time, cost and quality. Write down the purpose first.',
    purposeExample:
      'For example: the theatres of the new clinic pass acceptance and are in use by the end of the year',
    hint: {
      scope: 'What is done and what is not; the lists are printed with it.',
      time: 'Key dates, and those that cannot move.',
      cost: 'Budget, how it is paid, and who decides about more.',
      quality: 'The standards that apply, and what counts as good.',
    },
  },
  adjustment: {
    what: 'What it is about',
    content: 'Reason and content',
    impact: 'Impact',
    beforeHint: 'What is agreed now; taken from the goal or the expectation.',
    adjustsHint: 'For goals only: once both have signed, the new wording takes the place of this one.',
    zeroHint: 'Enter 0 if there is none.',
  },
  strategy: {
    title: 'Response strategy',
    choose: 'Choose a strategy to see what it usually consists of.',
    proactive: 'Proactive: more resources, a better plan, more development.',
    preventive: 'Preventive: a contingency plan, shared risk, a backup solution.',
    appeasement: 'Appeasement: sincere contact, real measures, and a note of how the client took it.',
  },
  negotiation: {
    title: 'Negotiation',
    empty: 'Nothing yet. Write down who said what, and what came of it.',
  },
  confirmation: {
    title: 'Written confirmation',
    explain:
      'Issue the confirmation. When both sides have signed, the adjustment is confirmed by itself and the goal or expectation gets the new wording.',
    document: 'Confirmation of the adjustment',
  },
  delay: {
    parts: 'Parts',
    incomplete: 'Incomplete',
    mandatory: 'Four mandatory parts',
    send: 'Sending',
    letter: 'When all four parts are written, issue the notice and send it by e-mail.',
    causeHint: 'What happened and why; without excuses.',
    measuresHint: 'What was done, what will be done, and by whom.',
    datesHint: 'One per line: milestone, old date → new date.',
    lateTitle: 'Milestones that will be late',
    late_one: '{{count}} day late ({{from}} → {{to}})',
    late_other: '{{count}} days late ({{from}} → {{to}})',
    following_one: '{{count}} later date moves with it',
    following_other: '{{count}} later dates move with it',
    prepare: 'Write notice',
    open: 'Open notice',
    more_one: '{{count}} more, see the plan.',
    more_other: '{{count}} more, see the plan.',
  },
} as const satisfies Translated<typeof zhCN>;
