import type { communicationEntities } from '#shared/model/entities/communication.ts';
import type { NewRecords } from '../types.ts';

export const communicationRecords: NewRecords<keyof typeof communicationEntities> = {
  comm_plan_item: (ids) => ({ project_id: ids.project, audience: '李工', purpose: '进度通报' }),
  meeting: (ids) => ({ project_id: ids.project, title: '进度例会', held_at: '2026-03-09T09:00:00' }),
  promise: (ids) => ({
    client_id: ids.client,
    project_id: ids.project,
    text: '周五前提交试验报告',
    made_on: '2026-03-09',
  }),
  glossary_term: (ids) => ({
    project_id: ids.project,
    term: '新风机组',
    client_term: '换气设备',
    meaning: '把室外的新鲜空气送进房间的设备',
  }),
  meeting_item: (ids) => ({ meeting_id: ids.meeting, text: '一号泵安装' }),
  capability_check: (ids) => ({
    project_id: ids.project,
    expectation_id: ids.expectation,
    skills: 'yes',
    resources: 'partly',
    experience: 'yes',
  }),
};
