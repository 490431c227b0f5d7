/** Demand 18: templates, copies, and planning back from a deadline. */
import type { Tx } from '#db/log/tx.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import { describeProject } from '#db/queries/template.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { BUILTIN_TEMPLATES, builtinTemplate } from '#shared/domain/template/builtin/index.ts';
import {
  spanDays,
  type TEMPLATE_PARTS,
  type TemplateDefinition,
  templateSchema,
} from '#shared/domain/template/definition.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { PlanAnchor, TemplateRow, TemplateSource } from '#shared/ipc/channels/template.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';
import { type PlanEdit, planCommit } from '../plan/planCommit.ts';
import { schedulesOf } from '../plan/schedules.ts';
import { createFromDefinition, planSpan } from './create.ts';
import { settleNow } from './settleNow.ts';

type CreateInput = InputOf<'template.create'>;

function storedProject(ctx: AppContext, id: string): RecordOf<'project'> {
  const project = getRecord(ctx.store.read, 'project', id);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

/** @throws AppError VALIDATION for content that is no template, as from a later version */
function readDefinition(stored: unknown): TemplateDefinition {
  const read = templateSchema.safeParse(stored);
  if (!read.success)
    throw new AppError(
      'VALIDATION',
      { entity: 'project_template', detail: 'definition' },
      { field: 'project_template.definition' },
    );
  return read.data;
}

function describe(
  ctx: AppContext,
  projectId: string,
  parts: readonly (typeof TEMPLATE_PARTS)[number][],
): TemplateDefinition {
  const project = storedProject(ctx, projectId);
  const found = describeProject(ctx.store.read, project, new Set(parts), ctx.today());
  // A plan whose dates were never calculated keeps them: no copy moves what nobody looked at.
  const isSettled = schedulesOf(ctx).at(ctx.store.read, projectId).moves().size === 0;
  return isSettled ? found : { ...found, scheduling: 'kept' };
}

function definitionOf(ctx: AppContext, source: TemplateSource): TemplateDefinition {
  if ('project' in source) return describe(ctx, source.project, source.parts);
  if ('builtin' in source) return builtinTemplate(source.builtin, source.language).definition;
  const template = getRecord(ctx.store.read, 'project_template', source.template);
  if (!template) throw new AppError('NOT_FOUND', { entity: 'project_template' });
  return readDefinition(template.definition);
}

/** A9: the trade of the client a project is done for. */
function industryOf(ctx: AppContext, projectId: string): string | null {
  const project = getRecord(ctx.store.read, 'project', projectId);
  return project === null ? null : (getRecord(ctx.store.read, 'client', project.client_id)?.industry ?? null);
}

function list(ctx: AppContext, language: InputOf<'template.list'>['language']): TemplateRow[] {
  const row = (definition: TemplateDefinition) => ({
    tasks: definition.tasks.length,
    days: spanDays(definition),
  });
  const own = listRecords(ctx.store.read, 'project_template').flatMap(
    ({ id, name, description, industry, definition }) => {
      const read = templateSchema.safeParse(definition);
      return read.success
        ? [{ source: { template: id }, name, description, industry, ...row(read.data) }]
        : [];
    },
  );
  const ours = BUILTIN_TEMPLATES.map((builtin) => {
    const { name, description, definition } = builtinTemplate(builtin, language);
    return { source: { builtin, language }, name, description, industry: null, ...row(definition) };
  });
  return [...own, ...ours];
}

/** What came out of a plan, for the user to judge. */
function outcome(ctx: AppContext, db: Tx['db'], projectId: string, anchor: PlanAnchor) {
  const { start, finish } = planSpan(db, projectId);
  return {
    startOn: start,
    finishOn: finish,
    inPast: start !== null && start < ctx.today(),
    tooLate: anchor.from === 'finish' && finish !== null && finish > anchor.on,
  };
}

class Rehearsed<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('rehearsed');
    this.value = value;
  }
}

/** Runs a body as a commit would and takes everything back: what it answers is exactly what would happen. */
function rehearse<T>(ctx: AppContext, body: (tx: Tx) => T): T {
  try {
    ctx.log.commit({ key: 'create', args: {} }, (tx) => {
      throw new Rehearsed(body(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.value as T;
    throw error;
  }
  throw new Error('a rehearsal must not be committed');
}

function clientFor(ctx: AppContext, tx: Tx, { client, source }: CreateInput): string {
  if (client === null) {
    if (!('project' in source))
      throw new AppError(
        'VALIDATION',
        { entity: 'project', detail: 'client' },
        { field: 'project.client_id' },
      );
    return storedProject(ctx, source.project).client_id;
  }
  return 'id' in client ? client.id : tx.create('client', { name: client.name });
}

function create(ctx: AppContext, input: CreateInput) {
  const { source, name, code, anchor } = input;
  const definition = definitionOf(ctx, source);
  const key = 'project' in source ? 'projectCopy' : 'projectFromTemplate';
  const { value } = ctx.log.commit({ key, args: { name: clipped(name) } }, (tx) => {
    const clientId = clientFor(ctx, tx, input);
    const { language } = ctx.prefs;
    const projectId = createFromDefinition(tx, definition, { clientId, name, code, anchor, language });
    return { projectId, clientId, ...outcome(ctx, tx.db, projectId, anchor) };
  });
  return value;
}

function preview(ctx: AppContext, { source, anchor }: InputOf<'template.preview'>) {
  const definition = definitionOf(ctx, source);
  const result = rehearse(ctx, (tx) => {
    const clientId = tx.create('client', { name: '-' });
    const { language } = ctx.prefs;
    const projectId = createFromDefinition(tx, definition, { clientId, name: '-', anchor, language });
    return outcome(ctx, tx.db, projectId, anchor);
  });
  return { ...result, tasks: definition.tasks.length, days: spanDays(definition) };
}

/** Sets the end the plan hangs on. The other end of the project follows from the plan. */
function setAnchor({ tx, project }: Pick<PlanEdit, 'tx' | 'project'>, anchor: PlanAnchor): void {
  if (project.scheduling === 'kept')
    throw new AppError(
      'RULE_BROKEN',
      { entity: 'project' },
      { field: 'project.schedule_from', reason: 'PLAN_KEPT' },
    );
  const day = { schedule_from: anchor.from };
  if (anchor.from === 'finish') {
    // The earliest day is no limit here; it would be one if it lay behind the deadline.
    const start_on = project.start_on !== null && project.start_on > anchor.on ? anchor.on : project.start_on;
    tx.update('project', project.id, { ...day, start_on, finish_on: anchor.on });
    return;
  }
  const isBehind = project.finish_on !== null && project.finish_on < anchor.on;
  tx.update('project', project.id, {
    ...day,
    start_on: anchor.on,
    ...(isBehind ? { finish_on: null } : {}),
  });
}

function planFrom(ctx: AppContext, { projectId, anchor }: InputOf<'template.planFrom'>) {
  const project = storedProject(ctx, projectId);
  const label = { key: anchor.from === 'finish' ? 'planBackward' : 'planForward', args: { date: anchor.on } };
  const body = (edit: PlanEdit) => {
    setAnchor(edit, anchor);
    return {};
  };
  const { effect } = planCommit(ctx, project.id, label, body);
  return { ...outcome(ctx, ctx.store.read, projectId, anchor), effect };
}

function planFromPreview(ctx: AppContext, projectId: string, anchor: PlanAnchor) {
  const project = storedProject(ctx, projectId);
  return rehearse(ctx, (tx) => {
    setAnchor({ tx, project }, anchor);
    settleNow(tx, projectId);
    return outcome(ctx, tx.db, projectId, anchor);
  });
}

export function templateHandlers(ctx: AppContext): Handlers {
  return {
    'template.list': ({ language }) => list(ctx, language),
    'template.save': ({ projectId, name, description, industry = industryOf(ctx, projectId), parts }) => {
      const definition = describe(ctx, projectId, parts);
      const label = createLabel('project_template', name);
      const { value } = ctx.log.commit(label, (tx) =>
        tx.create('project_template', { name, description, industry, definition: { ...definition } }),
      );
      return { id: value };
    },
    'template.preview': (input) => preview(ctx, input),
    'template.create': (input) => create(ctx, input),
    'template.planFrom': (input) => planFrom(ctx, input),
    'template.planFromPreview': ({ projectId, anchor }) => planFromPreview(ctx, projectId, anchor),
  };
}
