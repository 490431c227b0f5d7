import type { governanceEntities } from '#shared/model/entities/governance.ts';
import type { NewRecords } from '../types.ts';

export const governanceRecords: NewRecords<keyof typeof governanceEntities> = {
  party: () => ({ name: '恒信机电', kind: 'subcontractor' }),
  party_link: (ids) => ({
    project_id: ids.project,
    party_id: ids.party,
    name: '恒信机电',
    role: 'subcontractor',
  }),
  team_member: (ids) => ({ project_id: ids.project, name: '王工', role: 'project_manager' }),
  duty: (ids) => ({ project_id: ids.project, object: '周报', person: '王工', raci: 'accountable' }),
  handover: (ids) => ({ project_id: ids.project, text: '合同与承诺清单' }),
  coordination_issue: (ids) => ({ project_id: ids.project, party_id: ids.party, title: '电缆沟交叉施工' }),
  morale_pulse: (ids) => ({ project_id: ids.project, taken_on: '2026-03-09', score: 4 }),
  stage_change: (ids) => ({
    project_id: ids.project,
    from_stage: 'presales',
    to_stage: 'contracting',
    changed_on: '2026-03-02',
  }),
  checklist_item: (ids) => ({ project_id: ids.project, stage: 'kickoff', text: '向客户培训项目流程' }),
  risk_screening: (ids) => ({
    project_id: ids.project,
    screened_on: '2026-03-02',
    complexity: 3,
    time_pressure: 4,
    resource_gap: 2,
    expectation_pressure: 4,
  }),
  health_snapshot: (ids) => ({ project_id: ids.project, taken_on: '2026-03-09', goal: 4, time: 3 }),
};
