import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { dateRemark } from '#shared/domain/project/dateRemark.ts';
import type { EntityType, RecordOf } from '#shared/model/registry.ts';

type Stage = RecordOf<'project'>['stage'];

/** Days that are promised to the client: what does not fit the project is said where it is typed. */
const DAYS: Readonly<Partial<Record<EntityType, string>>> = {
  goal: 'due_on',
  deliverable: 'due_on',
  expectation: 'key_date_on',
};

/** X9, A8: the remark below a day that lies outside the project, or in a stage that is over. */
export function useDateRemark(
  entity: EntityType,
  field: string,
  record: Readonly<Record<string, unknown>>,
): string | undefined {
  const { t, format, today } = useRegisterTools();
  const day = DAYS[entity] === field ? record[field] : null;
  const id = record['project_id'];
  const wanted = typeof day === 'string' && typeof id === 'string';
  const { data: project } = useAnswer('project.get', { id: wanted ? id : '' }, wanted);
  if (!wanted || !project) return undefined;
  const stage = entity === 'deliverable' ? ((record['stage'] as Stage | null) ?? null) : null;
  const remark = dateRemark(day, project, stage, today);
  if (remark === null) return undefined;
  return t(`register:dateRemark.${remark}`, {
    date: format.plainDate((remark === 'beforeStart' ? project.start_on : project.finish_on) ?? day),
    stage: t(`model:project.enums.stage.${project.stage}`),
  });
}
