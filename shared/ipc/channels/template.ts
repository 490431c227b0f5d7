/** Demand 18: projects from templates, copies of projects, and planning back from a deadline. */
import { z } from 'zod';
import { BUILTIN_TEMPLATES } from '../../domain/template/builtin/index.ts';
import { TEMPLATE_PARTS } from '../../domain/template/definition.ts';
import { LOCALES, project } from '../../model/entities/client.ts';
import { projectTemplate } from '../../model/entities/planning.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';
import { effectSchema } from './plan.ts';

const parts = z.array(z.enum(TEMPLATE_PARTS)).max(TEMPLATE_PARTS.length);

const builtin = z.strictObject({ builtin: z.enum(BUILTIN_TEMPLATES), language: z.enum(LOCALES) });

/** What a project is made from: a template of one's own, one that comes along, or another project. */
export const templateSource = z.union([
  z.strictObject({ template: idSchema }),
  builtin,
  z.strictObject({ project: idSchema, parts }),
]);
export type TemplateSource = z.infer<typeof templateSource>;

/** The first day, or the day it must be finished by. */
export const planAnchor = z.strictObject({ from: z.enum(['start', 'finish']), on: dateSchema });
export type PlanAnchor = z.infer<typeof planAnchor>;

const outcome = {
  /** First and last day of the plan; null if it has no tasks. */
  startOn: z.string().nullable(),
  finishOn: z.string().nullable(),
  /** The plan would have had to begin before today. */
  inPast: z.boolean(),
  /** Its last day lies after the one asked for. */
  tooLate: z.boolean(),
};
const preview = z.strictObject({ ...outcome, tasks: z.int(), days: z.int() });
export type TemplatePreview = z.infer<typeof preview>;

export const templateRow = z.strictObject({
  source: z.union([z.strictObject({ template: idSchema }), builtin]),
  name: z.string(),
  description: z.string().nullable(),
  /** A9 */
  industry: z.string().nullable(),
  tasks: z.int(),
  /** Working days from its first to its last day. */
  days: z.int(),
});
export type TemplateRow = z.infer<typeof templateRow>;

const { fields } = projectTemplate;

export const templateChannels = {
  /** Those of the user first, then those that come along, in a language. */
  'template.list': query(z.strictObject({ language: z.enum(LOCALES) }), z.array(templateRow), [
    'project_template',
  ]),
  'template.save': command(
    z.strictObject({
      projectId: idSchema,
      name: fields.name.schema,
      description: fields.description.schema.nullable(),
      /** Without it: that of the client. */
      industry: fields.industry.schema.nullable().optional(),
      parts,
    }),
    z.strictObject({ id: z.string() }),
  ),
  /** What would come out; nothing is written. */
  'template.preview': query(z.strictObject({ source: templateSource, anchor: planAnchor }), preview, [
    'project_template',
    'project',
    'task',
    'link',
    'calendar',
  ]),
  /** A project with all that belongs to it, and its client if that is new, in one step of the undo history. */
  'template.create': command(
    z.strictObject({
      source: templateSource,
      /** null: the client of the project that is copied. */
      client: z
        .union([
          z.strictObject({ id: idSchema }),
          z.strictObject({ name: z.string().trim().min(1).max(200) }),
        ])
        .nullable(),
      name: project.fields.name.schema,
      code: project.fields.code.schema.nullable(),
      anchor: planAnchor,
    }),
    z.strictObject({ projectId: z.string(), clientId: z.string(), ...outcome }),
  ),
  /** Plans an existing project from a start, or back from a day it must be finished by. */
  'template.planFrom': command(
    z.strictObject({ projectId: idSchema, anchor: planAnchor }),
    z.strictObject({ ...outcome, effect: effectSchema }),
  ),
  'template.planFromPreview': query(
    z.strictObject({ projectId: idSchema, anchor: planAnchor }),
    z.strictObject(outcome),
    ['project', 'task', 'link', 'calendar', 'assignment', 'resource'],
  ),
};
