import type { requirementEntities } from '#shared/model/entities/requirement.ts';
import type { NewRecords } from '../types.ts';

export const requirementRecords: NewRecords<keyof typeof requirementEntities> = {
  elicitation: (ids) => ({ project_id: ids.project, topic: '运行人员访谈', held_on: '2026-03-02' }),
  questionnaire: (ids) => ({ project_id: ids.project, title: '运行需求问卷' }),
  requirement: (ids) => ({
    project_id: ids.project,
    text: '流量',
    measure: '流量',
    target: '120',
    unit: 'm³/h',
  }),
  requirement_check: (ids) => ({ requirement_id: ids.requirement, checked_on: '2026-03-09' }),
};
