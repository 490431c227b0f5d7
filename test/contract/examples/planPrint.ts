import { expect } from 'vitest';
import { defaultPrintSetup } from '#shared/domain/plan/printSetup.ts';
import type { planPrintChannels } from '#shared/ipc/channels/planPrint.ts';
import { type Examples, takesNothing, type World } from './types.ts';

const NOBODY = 'prj_01a20057-a75e-715c-97e4-7635c96eb6f2';
const SETUP = { ...defaultPrintSetup('en'), landscape: false, columns: [...defaultPrintSetup('en').columns] };

async function picture({ t }: World, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { token } = await t.request('file.begin', { name: 'sheet.svg', size: bytes.byteLength });
  await t.request('file.chunk', { token, base64: bytes.toString('base64') });
  return token;
}

export const planPrintExamples: Examples<keyof typeof planPrintChannels> = {
  'planPrint.source': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: NOBODY }), code: 'NOT_FOUND' },
    check: ({ plan }, { ids }) => expect(plan.project.id).toBe(ids.project),
  },
  'planPrint.pdf': {
    accepted: ({ ids }) => ({ projectId: ids.project, setup: SETUP, rowIds: null }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, setup: { ...SETUP, fontSize: 5 }, rowIds: null }),
      code: 'VALIDATION',
    },
    check: (saved) => expect(saved?.name).toMatch(/\.pdf$/),
  },
  'planPrint.images': {
    accepted: async (world) => ({
      projectId: world.ids.project,
      format: 'svg',
      tokens: [await picture(world, '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')],
    }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, format: 'svg', tokens: ['nothing'] }),
      code: 'FILE_TOKEN_UNKNOWN',
    },
    check: (saved) => expect(saved).toMatchObject({ pages: 1 }),
  },
  'planPrint.open': {
    accepted: async ({ t, ids }) => {
      await t.task('planPrint.pdf', { projectId: ids.project, setup: SETUP, rowIds: null });
      return {};
    },
    refused: takesNothing,
    check: ({ opened }, { t }) => {
      expect(opened).toBe(true);
      expect(t.opened.at(-1)).toMatch(/\.pdf$/);
    },
  },
};
