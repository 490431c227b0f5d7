import { expect } from 'vitest';
import type { contactImportChannels } from '#shared/ipc/channels/contactImport.ts';
import type { Examples, World } from './types.ts';

const CARD =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王敏\r\nORG:江城水务集团有限公司\r\nTEL;TYPE=CELL:13900001111\r\nEND:VCARD\r\n';

async function uploadCard({ t }: World): Promise<string> {
  const bytes = Buffer.from(CARD);
  const { token } = await t.request('file.begin', { name: 'card.vcf', size: bytes.length });
  await t.request('file.chunk', { token, base64: bytes.toString('base64') });
  return token;
}

export const contactImportExamples: Examples<keyof typeof contactImportChannels> = {
  'contacts.preview': {
    accepted: async (world) => ({ token: await uploadCard(world), options: { loners: 'own' } }),
    refused: { input: () => ({ token: 'x', options: { loners: 'nobody' } }), code: 'VALIDATION' },
    check: async (preview, { t }) => {
      expect(preview.rows).toMatchObject([{ name: '王敏', choice: 'new', client: { isNew: true } }]);
      // Looking writes nothing.
      expect(await t.request('history.recent', { limit: 5 })).toHaveLength(1);
    },
  },
  'contacts.import': {
    accepted: async (world) => ({
      token: await uploadCard(world),
      options: { loners: 'own' },
      choices: [],
      leaveOut: false,
    }),
    refused: {
      input: () => ({
        token: 'x',
        options: { loners: 'own' },
        choices: [{ row: 1, choice: 'both' }],
        leaveOut: false,
      }),
      code: 'VALIDATION',
    },
    check: (done) => expect(done).toMatchObject({ clients: 1, contacts: 1, merged: 0, skipped: 0 }),
  },
};
