import { expect } from 'vitest';
import type { exportChannels } from '#shared/ipc/channels/export.ts';
import type { Examples } from './types.ts';

export const exportExamples: Examples<keyof typeof exportChannels> = {
  'export.file': {
    accepted: ({ ids }) => ({ projectId: ids.project, format: 'mspdi' }),
    refused: { input: ({ ids }) => ({ projectId: ids.project, format: 'mpp' }), code: 'VALIDATION' },
    check: (file) => expect(file?.name).toMatch(/\.xml$/),
  },
};
