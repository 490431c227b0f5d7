import { z } from 'zod';
import { defineEntity } from '../entity.ts';
import { bool, date, initially, int, json, local, longText, oneOf, ref, required, text } from '../field.ts';
import { STAGES } from './client.ts';

/** F1: a session in which needs were asked for. */
export const elicitation = defineEntity({
  type: 'elicitation',
  files: 'file',
  prefix: 'elc',
  title: 'topic',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    method: initially(
      oneOf(['questionnaire', 'interview', 'workshop', 'research', 'observation']),
      'interview',
    ),
    topic: required(text(300, { search: true })),
    held_on: required(date()),
    participants: text(1_000),
    notes: longText(20_000, { search: true }),
  },
});

/** F1: questions to print, hand out and fill in. */
export const questionnaire = defineEntity({
  type: 'questionnaire',
  prefix: 'qst',
  title: 'title',
  fields: {
    project_id: required(ref('project', { owned: true })),
    title: required(text(300)),
    introduction: longText(5_000),
    questions: json(
      z
        .array(
          z.strictObject({
            text: z.string().min(1).max(1_000),
            kind: z.enum(['open', 'choice', 'scale', 'yes_no']),
            choices: z.array(z.string().max(300)).max(20).optional(),
          }),
        )
        .max(200),
    ),
  },
});

/** F2–F10: one requirement. Explicit: measured. Implicit: inferred, with evidence and confidence. */
export const requirement = defineEntity({
  type: 'requirement',
  files: 'requirement_document',
  prefix: 'req',
  title: 'text',
  searchable: true,
  days: [['received_at', 'answered_at']],
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    kind: initially(oneOf(['explicit', 'implicit']), 'explicit'),
    text: required(longText(5_000, { search: true })),
    /** F2: scale, quality and time; F3: preferences, habits of the trade and plans for the future. */
    topic: oneOf(['scale', 'quality', 'time', 'preference', 'industry_habit', 'future_plan', 'other']),
    measure: text(300),
    target: text(200),
    unit: text(60),
    evidence: longText(5_000),
    confidence: oneOf(['low', 'medium', 'high']),
    /** F10: the problem behind the wish. */
    rationale: longText(5_000, { search: true }),
    /** F7 */
    source: text(300, { search: true }),
    source_kind: oneOf([
      'requirement_document',
      'tender',
      'specification',
      'contract',
      'meeting',
      'mail',
      'other',
    ]),
    source_page: text(60),
    contact_id: ref('contact'),
    elicitation_id: ref('elicitation'),
    clause_id: ref('clause'),
    task_id: ref('task'),
    urgency: initially(oneOf(['normal', 'urgent', 'critical']), 'normal'),
    received_at: local(),
    answered_at: local(),
    status: initially(oneOf(['new', 'analysed', 'agreed', 'in_work', 'fulfilled', 'declined']), 'new'),
    /** F5 */
    impact_note: longText(5_000),
    solution: longText(5_000),
    /** F4 */
    verify_days: int(1, 3650),
    verified_on: date(),
    owner: text(120),
    client_visible: initially(bool(), true),
    client_text: longText(5_000),
  },
});

/** F4, F9: the requirement looked at in a stage. */
export const requirementCheck = defineEntity({
  type: 'requirement_check',
  prefix: 'rqc',
  title: 'note',
  fields: {
    requirement_id: required(ref('requirement', { owned: true })),
    checked_on: required(date()),
    stage: oneOf(STAGES),
    result: initially(oneOf(['holds', 'changed', 'dropped', 'fulfilled']), 'holds'),
    by: text(120),
    note: text(1_000),
  },
});

export const requirementEntities = {
  elicitation,
  questionnaire,
  requirement,
  requirement_check: requirementCheck,
} as const;
