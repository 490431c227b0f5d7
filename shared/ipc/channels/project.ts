/** Channels of clients and projects that are more than one record. */
import { z } from 'zod';
import { project } from '../../model/entities/client.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { PRESET_KINDS } from '../../schedule/calendar/presets.ts';
import { command, query } from '../channel.ts';

const nothing = z.strictObject({});
const count = z.int().min(0);

export const PROJECT_STATUS = ['late', 'attention', 'onTrack', 'closed'] as const;
export type ProjectStatus = (typeof PROJECT_STATUS)[number];

const { fields } = project;

/** What the dialog asks for; only the name is needed. */
const newProject = z.strictObject({
  name: fields.name.schema,
  code: fields.code.schema.nullable().optional(),
  kind: fields.kind.schema.optional(),
  stage: fields.stage.schema.optional(),
  currency: fields.currency.schema.optional(),
  contract_minor: fields.contract_minor.schema.nullable().optional(),
  start_on: dateSchema.nullable().optional(),
  finish_on: dateSchema.nullable().optional(),
  status_on: dateSchema.nullable().optional(),
});

/** The numbers of one project that lists and its overview show. */
const figures = {
  tasks: count,
  tasksDone: count,
  tasksLate: count,
  /** Percent complete 0–100, leaf tasks weighted by duration; null without tasks. */
  progress: z.number().nullable(),
  openRisks: count,
  highRisks: count,
  status: z.enum(PROJECT_STATUS),
  nextMilestone: z.strictObject({ id: z.string(), name: z.string(), on: z.string().nullable() }).nullable(),
  nextReportOn: z.string().nullable(),
};

export const projectFigures = z.strictObject(figures);
export type ProjectFigures = z.infer<typeof projectFigures>;

export const projectRow = z.strictObject({
  id: z.string(),
  client_id: z.string(),
  clientName: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  kind: fields.kind.schema,
  stage: fields.stage.schema,
  sample: z.boolean(),
  ...figures,
});
export type ProjectRow = z.infer<typeof projectRow>;

export const clientRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  industry: z.string().nullable(),
  phone: z.string().nullable(),
  tier: z.enum(['key', 'regular', 'occasional', 'prospect']),
  sample: z.boolean(),
  /** Names of the contacts, for the list's filter. */
  contacts: z.string(),
  openProjects: count,
  /** Wall-clock time of the last contact over all projects. */
  lastContactAt: z.string().nullable(),
  /** Earliest due date of an open next step. */
  nextStepOn: z.string().nullable(),
  openSteps: count,
});
export type ClientRow = z.infer<typeof clientRow>;

export const projectChannels = {
  /** Client (picked or new), project and calendar in one step of the undo history. */
  'project.createWithCalendar': command(
    z.strictObject({
      client: z.union([
        z.strictObject({ id: idSchema }),
        z.strictObject({ name: z.string().trim().min(1).max(200) }),
      ]),
      values: newProject,
      calendar: z.enum(PRESET_KINDS),
      /** Name of the calendar in the user's language. */
      calendarName: z.string().min(1).max(200),
    }),
    z.strictObject({ projectId: z.string(), clientId: z.string() }),
  ),
  'project.rows': query(z.strictObject({ client_id: idSchema.optional() }), z.array(projectRow), [
    'project',
    'client',
    'task',
    'risk',
    'report',
  ]),
  'project.figures': query(z.strictObject({ id: idSchema }), projectFigures.nullable(), [
    'project',
    'task',
    'risk',
    'report',
  ]),
  'client.rows': query(nothing, z.array(clientRow), ['client', 'contact', 'project', 'comm_log']),
};
