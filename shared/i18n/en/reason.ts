import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/reason.ts';

export default {
  BLANK: 'Please fill this in.',
  tooLong: 'This is longer or larger than allowed. Make it shorter or smaller.',
  CONTROL_CHARACTERS: 'This contains invisible control characters. Delete them and type it again.',
  MALFORMED_TEXT: 'This contains an incomplete character. Type it again.',
  NOT_A_DATE: 'This is not a date. Write it like 2026-11-28.',
  DATE_OUT_OF_RANGE: 'There is no such day, or it lies outside 1900–2200.',
  NOT_AN_EMAIL: 'This e-mail address is not complete. Write it like name@example.com.',
  NEXT_STEP_MISSING: 'With a due date, say what the next step is.',
  NO_NEXT_STEP: 'There is no next step to tick off.',
  NO_SUCH_TASK: 'There is no task number {{text}}.',
  DATES_REVERSED: 'The finish lies before the start. Correct one of them.',
  NEGATIVE_SUM: 'The contract sum cannot be negative.',
  AMOUNT_ZERO: 'The amount cannot be 0. Enter money given back as a negative amount.',
  DAYS_OUT_OF_ORDER: '“{{later}}” lies before “{{earlier}}”. Correct one of them.',
  SIGNED_IN_FUTURE: 'This day is still to come. Enter today or an earlier day.',
  SIGNED_NEEDS_DAY: 'A signed contract needs the day it was signed.',
  SAME_STAGE: 'The project is in this stage already. Choose another one.',
  OTHER_STAGE: 'This check belongs to another stage.',
  SCORE_INCOMPLETE: 'Rate both probability and impact, or neither.',
  ASSIGNED_TWICE: 'This resource works on the task already. Change its units instead.',
  SUMMARY_ASSIGNED: 'A summary task has no work of its own. Assign the resource to its subtasks.',
  RANGE_TOO_LONG: 'At most three years can be shown at once. Choose a shorter range.',
  PLAN_KEPT:
    'The dates of this plan are kept as imported. Let Milepost schedule the plan first, then plan it from another day.',
  RECURRENCE_ENDLESS: 'Enter a last day or a number of occurrences.',
  RECURRENCE_EMPTY:
    'No working day fits this rule. Choose other days, or move occurrences on days off instead of leaving them out.',
  NOT_RECURRING: 'This task is not a recurring task.',
  PROMISE_STEP: 'A promise in this state cannot be changed so. Open it again first.',
  PROMISE_OVERDUE:
    'The promised day has passed, so no other can be agreed. Say whether it was kept, then make a new promise.',
  PROMISE_NO_DATE: 'A promise that was dated needs a date. Enter one.',
  PROMISE_SAME_DATE: 'This is the same day as before. Choose another one.',
  PROJECT_MISSING: 'This entry belongs to no project. Choose its project first.',
  OTHER_CLIENT: 'This belongs to another client. Choose one of this client.',
  IN_FUTURE: 'This day has not come yet. Choose today or an earlier day.',
} as const satisfies Translated<typeof zhCN>;
