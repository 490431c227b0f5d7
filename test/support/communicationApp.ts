/** What the tests of communication start from. */
import { afterEach, beforeEach } from 'vitest';
import type { CreateInput } from '#shared/model/registry.ts';
import { startTestApp, type TestApp } from './testApp.ts';

/** A Saturday, noon in Shanghai. */
export const TODAY = '2026-11-21';
export const DAY = 86_400_000;

export let t: TestApp;
export let clientId: string;
export let projectId: string;

/** Gives every test of a file an app of its own, with a client and a project under way. */
export function withClient(): void {
  beforeEach(async () => {
    t = await startTestApp();
    clientId = (await t.request('client.create', { values: { name: '云栖医院' } })).id;
    projectId = await project({ stage: 'execution' });
  });
  afterEach(() => t.close());
}

export async function project(values: Partial<CreateInput<'project'>> = {}): Promise<string> {
  const all = { client_id: clientId, name: '门诊楼改造', start_on: '2026-11-02', ...values };
  return (await t.request('project.create', { values: all })).id;
}

export const contact = async (day: string, values: Partial<CreateInput<'comm_log'>> = {}) =>
  (
    await t.request('comm_log.create', {
      values: {
        client_id: clientId,
        project_id: projectId,
        channel: 'phone',
        happened_at: `${day}T09:00:00`,
        summary: '电话',
        ...values,
      },
    })
  ).id;

export const make = (values: Partial<CreateInput<'promise'>>, anyway = true) =>
  t.request('promise.make', {
    values: { client_id: clientId, project_id: projectId, text: '下周三报价', made_on: TODAY, ...values },
    anyway,
    language: 'zh-CN',
  });

export const made = async (values: Partial<CreateInput<'promise'>>): Promise<string> =>
  (await make(values)).id ?? '';

export const undo = () => t.request('undo.undo', {});
