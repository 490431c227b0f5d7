import type { expectationEntities } from '#shared/model/entities/expectation.ts';
import type { NewRecords } from '../types.ts';

export const expectationRecords: NewRecords<keyof typeof expectationEntities> = {
  expectation: (ids) => ({ project_id: ids.project, text: '汛期前投入运行', aspect: 'time' }),
  kano_answer: (ids) => ({
    expectation_id: ids.expectation,
    respondent: '李工',
    functional: 1,
    dysfunctional: 5,
  }),
  fishbone: (ids) => ({ project_id: ids.project, problem: '到货延迟' }),
  cause: (ids) => ({ fishbone_id: ids.fishbone, text: '厂家产能不足' }),
  case_study: () => ({ title: '城东泵站' }),
  guidance: (ids) => ({ project_id: ids.project, expectation_id: ids.expectation, before: '两个月完工' }),
  feasibility_reply: (ids) => ({ expectation_id: ids.expectation, feasible: 'with_conditions' }),
  value_statement: (ids) => ({ project_id: ids.project, text: '每年节电 8 万度' }),
  tradeoff: (ids) => ({ project_id: ids.project, expectation_id: ids.expectation, option: '两班施工' }),
  demo: (ids) => ({ project_id: ids.project, topic: '一号泵试运行', shown_on: '2026-05-09' }),
  rectification: (ids) => ({ project_id: ids.project, text: '栏杆补漆' }),
};
