/** A2–A8, X9: stages with their gates, modules, intake screening, health. */
import type { Tx } from '#db/log/tx.ts';
import { expectationRadar } from '#db/queries/expectation.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import { gateFacts, healthFacts, usedModules } from '#db/queries/stage.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { daysBetween } from '#shared/domain/deadline/dates.ts';
import { type CheckState, gateOf, nextStage, type Stage, stagesLeft } from '#shared/domain/project/gate.ts';
import { screeningResult, suggestedFrequency, suggestedHealth } from '#shared/domain/project/intake.ts';
import { moduleStates } from '#shared/domain/project/modules.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { updateLabel } from '../labels.ts';

type Project = RecordOf<'project'>;

function projectOf(ctx: AppContext, id: string): Project {
  const project = getRecord(ctx.store.read, 'project', id);
  if (project === null) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

const placeOf = (ctx: AppContext, project: Project) => ({
  project: project.id,
  client: project.client_id,
  today: ctx.today(),
});

const itemsOf = (ctx: AppContext, projectId: string) =>
  listRecords(ctx.store.read, 'checklist_item', { project_id: projectId });

const isTicked = (item: RecordOf<'checklist_item'>): boolean => item.done_on !== null || item.not_needed;

/** Standard checks of the stages, and the user's own ones of them. */
function checksOf(ctx: AppContext, project: Project, stages: readonly Stage[]) {
  const items = itemsOf(ctx, project.id);
  const ticked = new Set(
    items.filter(isTicked).flatMap((item) => (item.standard === null ? [] : [item.standard])),
  );
  const facts = gateFacts(ctx.store.read, placeOf(ctx, project));
  const byStandard = new Map(
    items.flatMap((item) => (item.standard === null ? [] : [[item.standard, item.id]])),
  );
  const standard = stages.flatMap((stage) => gateOf(stage, project.kind, facts, ticked));
  const own = items.filter((item) => item.standard === null && stages.includes(item.stage));
  return {
    standard: standard.map((check) => ({ ...check, itemId: byStandard.get(check.id) ?? null })),
    own: own.map((item) => ({ id: item.id, text: item.text, met: isTicked(item) })),
  };
}

function checkName(ctx: AppContext, check: CheckState): string {
  return textsOf(ctx).stage.check[check.id];
}

const textsOf = (ctx: AppContext) => catalogues[ctx.prefs.language];

/** A7: principles that are broken as seen from a stage; on the way back nothing is asked. */
function brokenPrinciples(ctx: AppContext, project: Project, to: Stage) {
  if (stagesLeft(project.stage, to).length === 0) return [];
  const moment = { today: ctx.today(), at: new Date(ctx.ports.clock.now()).toISOString() };
  return expectationRadar(ctx.store.read, { id: project.id, stage: to }, moment)
    .principles.filter(({ kept }) => !kept)
    .map(({ principle, broken }) => ({ principle, count: broken.length }));
}

function gate(ctx: AppContext, projectId: string) {
  const project = projectOf(ctx, projectId);
  const { standard, own } = checksOf(ctx, project, [project.stage]);
  const next = nextStage(project.stage);
  const principles = next === null ? [] : brokenPrinciples(ctx, project, next);
  return { stage: project.stage, next, checks: standard, own, principles };
}

/** What is open in the stages that are left, as it is kept with the step. */
function openOf(ctx: AppContext, project: Project, to: Stage): readonly string[] {
  const { standard, own } = checksOf(ctx, project, stagesLeft(project.stage, to));
  const { principles } = textsOf(ctx).expectation;
  return [
    ...standard.filter((check) => !check.met).map((check) => checkName(ctx, check)),
    ...own.filter((check) => !check.met).map((check) => check.text),
    ...brokenPrinciples(ctx, project, to).map(
      ({ principle, count }) =>
        `${principles[principle].name}: ${principles[principle].broken.replace('{{count}}', String(count))}`,
    ),
  ];
}

/** X9: the step through the gate, in the same transaction as the new stage. */
function recordStep(ctx: AppContext, tx: Tx, project: Project, step: StageStep): string {
  return tx.create('stage_change', {
    project_id: project.id,
    from_stage: project.stage,
    to_stage: step.to,
    changed_on: ctx.today(),
    by: ctx.prefs.value.userName.trim() || null,
    open_checks: step.open.length === 0 ? null : step.open.join('\n').slice(0, 5_000),
    note: step.reason,
  });
}

interface StageStep {
  readonly to: Stage;
  readonly open: readonly string[];
  readonly reason: string | null;
}

/** The generic update of a project; a new stage is kept as a step through the gate, with what was open then. */
function updateProject(ctx: AppContext, { id, patch }: InputOf<'project.update'>) {
  const project = getRecord(ctx.store.read, 'project', id);
  const to = patch.stage;
  const { value } = ctx.log.commit(updateLabel(ctx, 'project', id, patch), (tx) => {
    const changed = tx.update('project', id, patch);
    if (project !== null && to !== undefined && to !== project.stage)
      recordStep(ctx, tx, project, { to, open: openOf(ctx, project, to), reason: null });
    return changed;
  });
  return { changed: value };
}

/** @throws AppError STAGE_CHECKS_OPEN when checks are open and no reason was given */
function move(ctx: AppContext, projectId: string, to: Stage, reason: string | undefined) {
  const project = projectOf(ctx, projectId);
  if (project.stage === to)
    throw new AppError('VALIDATION', { entity: 'project' }, { field: 'to', reason: 'SAME_STAGE' });
  const open = openOf(ctx, project, to);
  if (open.length > 0 && !reason)
    throw new AppError(
      'STAGE_CHECKS_OPEN',
      { count: open.length, first: open[0] ?? '' },
      { field: 'reason' },
    );
  const name = clipped(project.name);
  const { value } = ctx.log.commit({ key: 'moveStage', args: { name, field: to } }, (tx) => {
    tx.update('project', projectId, { stage: to });
    return recordStep(ctx, tx, project, { to, open, reason: reason ?? null });
  });
  return { id: value, open: open.length };
}

function tick(ctx: AppContext, project: Project, check: CheckState, done: boolean): string {
  const item = itemsOf(ctx, project.id).find(({ standard }) => standard === check.id);
  const name = checkName(ctx, check);
  const done_on = done ? ctx.today() : null;
  const label = { key: done ? 'tickCheck' : 'openCheck', args: { name } };
  return ctx.log.commit(label, (tx: Tx) => {
    if (item === undefined)
      return tx.create('checklist_item', {
        project_id: project.id,
        stage: check.stage,
        standard: check.id,
        text: name,
        done_on,
      });
    tx.update('checklist_item', item.id, { done_on, not_needed: false });
    return item.id;
  }).value;
}

function stageHandlersOf(ctx: AppContext): Handlers {
  return {
    'project.update': (input) => updateProject(ctx, input),
    'stage.gate': ({ projectId }) => gate(ctx, projectId),
    'stage.move': ({ projectId, to, reason }) => move(ctx, projectId, to, reason),
    'stage.tick': ({ projectId, check, done }) => {
      const project = projectOf(ctx, projectId);
      const found = checksOf(ctx, project, [project.stage]).standard.find(({ id }) => id === check);
      if (found === undefined)
        throw new AppError('VALIDATION', { entity: 'project' }, { field: 'check', reason: 'OTHER_STAGE' });
      return { id: tick(ctx, project, found, done) };
    },
  };
}

function intakeHandlers(ctx: AppContext): Handlers {
  return {
    'project.modules': ({ projectId }) => {
      const project = projectOf(ctx, projectId);
      return [...moduleStates(project.kind, project.modules ?? {}, usedModules(ctx.store.read, projectId))];
    },
    'project.setModule': ({ projectId, module, shown }) => {
      const project = projectOf(ctx, projectId);
      const { [module]: _, ...others } = project.modules ?? {};
      const modules = shown === null ? others : { ...others, [module]: shown };
      const label = { key: 'setModule', args: { name: clipped(project.name) } };
      ctx.log.commit(label, (tx) =>
        tx.update('project', projectId, { modules: Object.keys(modules).length === 0 ? null : modules }),
      );
      return {};
    },
    'project.screen': ({ projectId, ...factors }) => {
      const project = projectOf(ctx, projectId);
      const result = screeningResult(factors);
      const tightened =
        result === 'risky' && (project.kind !== 'risky' || project.report_frequency !== 'weekly');
      const label = { key: 'screenProject', args: { name: clipped(project.name) } };
      const { value } = ctx.log.commit(label, (tx) => {
        // A6: what is risky is reported on weekly, with every module at hand.
        if (tightened) tx.update('project', projectId, { kind: 'risky', report_frequency: 'weekly' });
        tx.update('project', projectId, { complexity: factors.complexity });
        return tx.create('risk_screening', {
          project_id: projectId,
          screened_on: ctx.today(),
          ...factors,
          result,
        });
      });
      return { id: value, result, tightened };
    },
    'project.suggestions': ({ projectId }) => {
      const project = projectOf(ctx, projectId);
      const { start_on, finish_on } = project;
      return {
        frequency: suggestedFrequency({
          complexity: project.complexity,
          days: start_on === null || finish_on === null ? null : daysBetween(start_on, finish_on),
          investmentMinor: project.investment_minor,
          kind: project.kind,
        }),
        health: suggestedHealth(healthFacts(ctx.store.read, placeOf(ctx, project))),
      };
    },
  };
}

export function stageHandlers(ctx: AppContext): Handlers {
  return { ...stageHandlersOf(ctx), ...intakeHandlers(ctx) };
}
