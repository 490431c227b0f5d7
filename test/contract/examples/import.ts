import { expect } from 'vitest';
import type { importChannels } from '#shared/ipc/channels/import.ts';
import type { Examples, World } from './types.ts';

const PLAN = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Name>Pump station</Name>
<StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar></Calendars>
<Tasks><Task><UID>1</UID><ID>1</ID><Name>Excavation</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish><Duration>PT16H0M0S</Duration></Task></Tasks>
</Project>`;

async function uploadPlan({ t }: World, text = PLAN): Promise<string> {
  const bytes = Buffer.from(text);
  const { token } = await t.request('file.begin', { name: 'pump.xml', size: bytes.length });
  await t.request('file.chunk', { token, base64: bytes.toString('base64') });
  return token;
}

export const importExamples: Examples<keyof typeof importChannels> = {
  'import.inspect': {
    accepted: async (world) => ({ token: await uploadPlan(world) }),
    refused: { input: () => ({ path: '/etc/passwd' }), code: 'VALIDATION' },
    check: async (report, { t }) => {
      expect(report.counts.tasks).toBe(1);
      // Looking writes nothing.
      expect(await t.request('history.recent', { limit: 5 })).toHaveLength(1);
    },
  },
  'import.project': {
    accepted: async (world) => ({ token: await uploadPlan(world), client: { id: world.ids.client } }),
    refused: { input: () => ({ token: 'x', client: { name: '' } }), code: 'VALIDATION' },
    check: async ({ projectId }, { t }) =>
      expect(await t.request('task.list', { where: { project_id: projectId } })).toMatchObject([
        { name: 'Excavation' },
      ]),
  },
  'import.report': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: '' }), code: 'VALIDATION' },
    check: (report) => expect(report).toBeNull(),
  },
};
