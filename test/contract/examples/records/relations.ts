import type { relationEntities } from '#shared/model/entities/relations.ts';
import type { NewRecords } from '../types.ts';

export const relationRecords: NewRecords<keyof typeof relationEntities> = {
  client_preference: (ids) => ({ client_id: ids.client, topic: '联系时间', value: '上午' }),
  culture_note: (ids) => ({ client_id: ids.client, text: '重要决定由集体会议作出' }),
  client_strategy: (ids) => ({ client_id: ids.client, core_needs: '汛期前完工' }),
  concern: (ids) => ({ client_id: ids.client, project_id: ids.project, text: '担心停水时间过长' }),
  market_note: (ids) => ({ client_id: ids.client, topic: '智慧泵站招标增多' }),
  care_task: (ids) => ({ client_id: ids.client, text: '汛后回访' }),
  referral: (ids) => ({ client_id: ids.client, to_name: '城北水厂' }),
  feedback: (ids) => ({ client_id: ids.client, received_on: '2026-03-09', text: '现场整洁' }),
  survey_response: (ids) => ({ client_id: ids.client, answered_on: '2026-03-09', overall: 4 }),
};
