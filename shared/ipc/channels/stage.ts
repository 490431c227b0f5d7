/** Channels of stages, modules and intake of a project (A2–A8, X9). */
import { z } from 'zod';
import { PRINCIPLES } from '../../domain/expectation/principles.ts';
import { GATE_CHECK_IDS } from '../../domain/project/gate.ts';
import { HEALTH_ELEMENTS } from '../../domain/project/intake.ts';
import { MODULES } from '../../domain/project/modules.ts';
import { STAGES } from '../../model/entities/client.ts';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

const project = z.strictObject({ projectId: idSchema });
const factor = z.int().min(1).max(5);

export const gateCheck = z.strictObject({
  id: z.enum(GATE_CHECK_IDS),
  stage: z.enum(STAGES),
  place: z.enum([...MODULES, 'client', 'project']).nullable(),
  met: z.boolean(),
  byHand: z.boolean(),
  open: z.int().nullable(),
  /** The checklist record, once somebody has ticked or noted it. */
  itemId: z.string().nullable(),
});
export type GateCheckRow = z.infer<typeof gateCheck>;

export const ownCheck = z.strictObject({
  id: z.string(),
  text: z.string(),
  met: z.boolean(),
});

export const stageChannels = {
  /** The checks of the stage the project is in, the user's own ones, and where it can go. */
  'stage.gate': query(
    project,
    z.strictObject({
      stage: z.enum(STAGES),
      next: z.enum(STAGES).nullable(),
      checks: z.array(gateCheck),
      own: z.array(ownCheck),
      /** A7: principles that the project would break in the next stage, and how many expectations break them. */
      principles: z.array(z.strictObject({ principle: z.enum(PRINCIPLES), count: z.int() })),
    }),
    ['log'],
  ),
  /** Ticks a check off by hand, or opens it again. */
  'stage.tick': command(
    z.strictObject({ projectId: idSchema, check: z.enum(GATE_CHECK_IDS), done: z.boolean() }),
    z.strictObject({ id: z.string() }),
  ),
  /** Goes to another stage. With open checks of the stages that are left it needs a reason. */
  'stage.move': command(
    z.strictObject({
      projectId: idSchema,
      to: z.enum(STAGES),
      reason: z.string().trim().max(5_000).optional(),
    }),
    z.strictObject({ id: z.string(), open: z.int() }),
  ),
  'project.modules': query(
    project,
    z.array(
      z.strictObject({
        id: z.enum(MODULES),
        shown: z.boolean(),
        reason: z.enum(['chosen', 'records', 'kind']),
        used: z.boolean(),
      }),
    ),
    ['log'],
  ),
  /** Switches a module on or off; null goes back to what follows from the kind of project. */
  'project.setModule': command(
    z.strictObject({ projectId: idSchema, module: z.enum(MODULES), shown: z.boolean().nullable() }),
    z.strictObject({}),
  ),
  /** A6: screens by four factors; a risky result makes the project risky and its report weekly. */
  'project.screen': command(
    z.strictObject({
      projectId: idSchema,
      complexity: factor,
      time_pressure: factor,
      resource_gap: factor,
      expectation_pressure: factor,
      note: z.string().max(1_000).nullable(),
    }),
    z.strictObject({ id: z.string(), result: z.enum(['normal', 'risky']), tightened: z.boolean() }),
  ),
  /** A2, A5: what the data suggest for health and for the rhythm of reports. */
  'project.suggestions': query(
    project,
    z.strictObject({
      frequency: z.enum(['weekly', 'biweekly', 'monthly']),
      health: z.strictObject(
        Object.fromEntries(HEALTH_ELEMENTS.map((element) => [element, z.int().min(1).max(5).nullable()])) as {
          [E in (typeof HEALTH_ELEMENTS)[number]]: z.ZodNullable<z.ZodInt>;
        },
      ),
    }),
    ['log'],
  ),
};
