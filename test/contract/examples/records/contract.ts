import type { contractEntities } from '#shared/model/entities/contract.ts';
import type { NewRecords } from '../types.ts';

export const contractRecords: NewRecords<keyof typeof contractEntities> = {
  contract: (ids) => ({ project_id: ids.project, title: '泵站改造工程合同', total_minor: 50_000_000 }),
  contract_party: (ids) => ({ contract_id: ids.contract, name: '华成建设' }),
  clause: (ids) => ({ contract_id: ids.contract, kind: 'liability', title: '逾期违约金', rate_percent: 0.1 }),
  deliverable: (ids) => ({ project_id: ids.project, name: '竣工图' }),
  clause_briefing: (ids) => ({ clause_id: ids.clause, explained_on: '2026-03-02' }),
  legal_consultation: (ids) => ({ project_id: ids.project, topic: '违约金上限' }),
  compliance_item: (ids) => ({ project_id: ids.project, text: '安全生产许可证在有效期内' }),
  contract_annex: (ids) => ({ contract_id: ids.contract, title: '预期目标确认书' }),
  benchmark: (ids) => ({
    project_id: ids.project,
    topic: '停水时间',
    industry_value: '8 h',
    own_value: '6 h',
  }),
  payment_stage: (ids) => ({ contract_id: ids.contract, name: '预付款', percent: 30 }),
  receipt: (ids) => ({
    payment_stage_id: ids.payment_stage,
    received_on: '2026-03-09',
    amount_minor: 100_000,
  }),
  extra_fee: (ids) => ({ contract_id: ids.contract, text: '增加一台备用泵', amount_minor: 1_200_000 }),
  budget_line: (ids) => ({ project_id: ids.project, text: '水泵', planned_minor: 20_000_000 }),
  cost_entry: (ids) => ({
    project_id: ids.project,
    text: '水泵订金',
    spent_on: '2026-03-09',
    amount_minor: 500_000,
  }),
};
