import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/feedback.ts';

export default {
  title: 'Feedback',
  new: 'Log feedback',
  words: 'What was said',
  example: 'For example: the pump is louder than the old one',
  save: 'Log',
  saved: 'Feedback logged. It waits in the feedback inbox.',
  whose: 'Choose whose feedback it is.',
  untriaged: 'Not looked at',
  waiting_one: '{{count}} waits to be looked at',
  waiting_other: '{{count}} wait to be looked at',
  overdue_one: '{{count}} overdue',
  overdue_other: '{{count}} overdue',
  sortHint: 'Sets the day by which it is answered; a complaint does not wait.',
  pass: 'Pass on',
  section: { route: 'Sort and pass on', answer: 'Measure and answer' },
  empty:
    'What clients say, in one place: note it in one line, sort it, pass it on to the person responsible, and see that the client hears back.',
  missing: {
    FEEDBACK_SORT: 'Say first what it is: praise, complaint, suggestion, question or rectification.',
    FEEDBACK_ASSIGNEE: 'Nobody is responsible yet.',
    FEEDBACK_MEASURE: 'The measure is missing.',
    FEEDBACK_EFFECT: 'What the measure achieved is missing.',
    FEEDBACK_TOLD: 'The client has not been told yet: enter the day.',
  },
} as const satisfies Translated<typeof zhCN>;
