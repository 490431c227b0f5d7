/** Channels of the risk register that are more than one record. */
import { z } from 'zod';
import { CHECKLIST_KEYS } from '../../domain/risk/checklist.ts';
import { LOCALES } from '../../model/entities/client.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { type RecordOf, registry } from '../../model/registry.ts';
import { command, query } from '../channel.ts';

const degree = z.int().min(1).max(5);
const record = <T extends 'risk' | 'risk_action' | 'risk_review'>(type: T) =>
  registry[type].recordSchema as unknown as z.ZodType<RecordOf<T>>;

export const registerAnswer = z.strictObject({
  risks: z.array(record('risk')),
  actions: z.array(record('risk_action')),
  /** By day of review, the oldest first. */
  reviews: z.array(record('risk_review')),
});

export const riskChannels = {
  /** Everything the register of a project shows. */
  'risk.register': query(z.strictObject({ project_id: idSchema }), registerAnswer, [
    'risk',
    'risk_action',
    'risk_review',
  ]),
  /** K9: notes the scores of today, which become the scores of the risk, and sets the next review. */
  'risk.review': command(
    z.strictObject({
      id: idSchema,
      probability: degree,
      impact: degree,
      note: z.string().max(5_000).nullable(),
      /** Left out: in two weeks (WF6). null: no further review. */
      next_on: dateSchema.nullable().optional(),
    }),
    z.strictObject({ id: idSchema, next_on: dateSchema.nullable() }),
  ),
  /** K12: the risk has happened: opens an issue and activates the contingency actions. */
  'risk.occur': command(
    z.strictObject({ id: idSchema }),
    z.strictObject({ issue_id: idSchema, activated: z.int() }),
  ),
  'risk.addFromChecklist': command(
    z.strictObject({
      project_id: idSchema,
      keys: z.array(z.enum(CHECKLIST_KEYS)).min(1).max(CHECKLIST_KEYS.length),
      /** Language of the texts. */
      language: z.enum(LOCALES),
    }),
    z.strictObject({ ids: z.array(idSchema) }),
  ),
  /** A copy with its actions, to be worked on from the start; the title comes from the caller. */
  'risk.duplicate': command(
    z.strictObject({ id: idSchema, title: z.string().trim().min(1).max(300) }),
    z.strictObject({ id: idSchema }),
  ),
};
