/** Expectations: what is more than one record. */
import { z } from 'zod';
import { KANO_ORDER } from '../../domain/expectation/kano.ts';
import { PRINCIPLES } from '../../domain/expectation/principles.ts';
import { ASPECTS, cause, KANO_CLASSES } from '../../model/entities/expectation.ts';
import { idSchema } from '../../model/field.ts';
import { type RecordOf, registry } from '../../model/registry.ts';
import { command, query } from '../channel.ts';

const ofProject = z.strictObject({ projectId: idSchema });
const percent = z.number().nullable();
const kano = z.enum(KANO_CLASSES).nullable();
const count = z.int().min(0);

const tally = z.strictObject(
  Object.fromEntries(KANO_ORDER.map((kind) => [kind, count])) as Record<
    (typeof KANO_ORDER)[number],
    typeof count
  >,
);

const fact = z.strictObject({
  id: idSchema,
  answers: count,
  fishbones: count,
  guidances: count,
  capability: z.enum(['can', 'with_conditions', 'cannot']).nullable(),
  goals: z.array(
    z.strictObject({ id: idSchema, title: z.string(), smart: z.boolean(), signed: z.boolean() }),
  ),
  /** Confirmed ones. */
  adjustments: count,
  kano: z.strictObject({
    kind: kano,
    answered: kano,
    tally,
    respondents: count,
    better: z.number().nullable(),
    worse: z.number().nullable(),
  }),
  agreed: percent,
  planned: percent,
  actual: percent,
  current: percent,
});
export type ExpectationFact = z.infer<typeof fact>;

const ref = {
  id: idSchema,
  no: z.int(),
  text: z.string(),
  aspect: z.enum(ASPECTS),
  current: percent,
};

const radar = z.strictObject({
  /** Day the trend compares with. */
  since: z.string(),
  axes: z.array(
    z.strictObject({
      aspect: z.enum(ASPECTS),
      count,
      expected: z.literal(100).nullable(),
      agreed: percent,
      planned: percent,
      actual: percent,
      current: percent,
      gap: z.number().nullable(),
      direction: z.enum(['below', 'met', 'above']).nullable(),
      trend: z.enum(['better', 'same', 'worse']).nullable(),
    }),
  ),
  average: percent,
  status: z.enum(['good', 'warn', 'bad', 'none']),
  unmetBasics: z.array(z.strictObject(ref)),
  unagreed: z.array(z.strictObject(ref)),
  late: z.array(
    z.strictObject({
      ...ref,
      taskId: idSchema,
      task: z.string(),
      keyOn: z.string(),
      forecastOn: z.string(),
      days: z.int(),
      done: z.boolean(),
    }),
  ),
  /** A7 */
  principles: z.array(
    z.strictObject({ principle: z.enum(PRINCIPLES), kept: z.boolean(), broken: z.array(z.string()) }),
  ),
});
export type RadarAnswer = z.infer<typeof radar>;

const suggestion = z.strictObject({
  id: idSchema,
  kind: z.enum(['expectation', 'requirement']),
  text: z.string(),
  project: z.string(),
  sameClient: z.boolean(),
  missed: z.boolean(),
  times: z.int(),
});

const branch = z.enum(cause.fields.branch.values as unknown as readonly [RecordOf<'cause'>['branch']]);
const place = { parentId: idSchema.nullable(), branch };

export const expectationChannels = {
  /** Everything the register of a project shows. */
  'expectation.register': query(
    ofProject,
    z.strictObject({
      expectations: z.array(
        registry.expectation.recordSchema as unknown as z.ZodType<RecordOf<'expectation'>>,
      ),
      facts: z.array(fact),
    }),
    [
      'expectation',
      'kano_answer',
      'fishbone',
      'guidance',
      'capability_check',
      'goal',
      'adjustment',
      'task',
      'deliverable',
      'project',
    ],
  ),
  /** MS-4, G24: expected, agreed, planned and actual on eight axes; what overrides the average; A7. */
  'expectation.radar': query(ofProject, radar, [
    'expectation',
    'kano_answer',
    'goal',
    'adjustment',
    'delay_notice',
    'task',
    'deliverable',
    'project',
  ]),
  /** F8: expectations of closed projects of this client, and of its industry. */
  'expectation.suggest': query(ofProject, z.strictObject({ suggestions: z.array(suggestion) }), [
    'expectation',
    'requirement',
    'project',
    'client',
  ]),
  /** F8: takes suggestions over as new expectations. */
  'expectation.adopt': command(
    z.strictObject({ projectId: idSchema, ids: z.array(idSchema).min(1).max(30) }),
    z.strictObject({ ids: z.array(idSchema) }),
  ),
  /** G7: a new cause after a sibling, or as the last one. */
  'cause.add': command(
    z.strictObject({
      fishboneId: idSchema,
      ...place,
      afterId: idSchema.nullable(),
      text: z.string().trim().min(1).max(300),
    }),
    z.strictObject({ id: idSchema }),
  ),
  /** G7: to another place; its causes go with it. `beforeId` null: the end. */
  'cause.move': command(
    z.strictObject({ id: idSchema, ...place, beforeId: idSchema.nullable() }),
    z.strictObject({ changed: z.boolean() }),
  ),
};
