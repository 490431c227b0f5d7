import { expect } from 'vitest';
import type { attachmentChannels, documentChannels } from '#shared/ipc/channels/document.ts';
import type { Examples, World } from './types.ts';

const NOBODY = 'doc_01a20057-a75e-715c-97e4-7635c96eb6f2';
const unknown = { input: () => ({ id: NOBODY }), code: 'NOT_FOUND' } as const;

const wanted = ({ ids }: World) => ({
  kind: 'requirements' as const,
  subjectId: ids.project,
  language: 'en' as const,
  audience: 'client' as const,
});

/** An issued document of a client that has somebody to send it to. */
async function issued(world: World): Promise<{ id: string }> {
  const { t, ids } = world;
  await t.request('contact.update', {
    id: ids.contact,
    patch: { email: 'li@example.com', report_copy: 'to' },
  });
  const { id } = await t.request('document.issue', { ...wanted(world), replaceMissing: true });
  return { id };
}

export const documentExamples: Examples<keyof typeof documentChannels> = {
  'document.preview': {
    accepted: wanted,
    refused: { input: (world) => ({ ...wanted(world), subjectId: NOBODY }), code: 'NOT_FOUND' },
    check: (answer) => expect(answer).toMatchObject({ version: 1, unchanged: false, latest: null }),
  },
  'document.overview': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: 'x' }), code: 'VALIDATION' },
    check: (rows, { ids }) => expect(rows.map((row) => row.id)).toContain(ids.document),
  },
  'document.open': {
    accepted: ({ ids }) => ({ id: ids.document }),
    refused: unknown,
    check: (answer) => expect(answer.signatures).toMatchObject([{ side: 'client', image: null }]),
  },
  'document.find': {
    accepted: async ({ t, ids }) => {
      const [row] = await t.request('document.overview', { subjectId: ids.project });
      return { code: (row?.code ?? '').toLowerCase().replaceAll('-', ' ') };
    },
    refused: { input: () => ({ code: 7 }), code: 'VALIDATION' },
    check: (row, { ids }) => expect(row?.id).toBe(ids.document),
  },
  'document.issue': {
    accepted: (world) => ({ ...wanted(world), replaceMissing: true }),
    refused: { input: (world) => ({ ...wanted(world), sha256: '0'.repeat(64) }), code: 'CONFLICT' },
    check: (answer) => expect(answer).toMatchObject({ version: 1, no: 1, unchanged: false }),
  },
  'document.outdated': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: ({ ids }) => ({ projectId: ids.document }), code: 'NOT_FOUND' },
    // Nothing was adjusted since the papers were issued.
    check: (rows) => expect(rows).toEqual([]),
  },
  'document.renew': {
    accepted: ({ ids }) => ({ ids: [ids.document] }),
    refused: { input: () => ({ ids: [] }), code: 'VALIDATION' },
    check: ({ issued: made }) => expect(made).toHaveLength(1),
  },
  'document.withdraw': {
    accepted: issued,
    refused: { input: ({ ids }) => ({ id: ids.document }), code: 'DOCUMENT_SIGNED' },
    check: ({ changed }) => expect(changed).toBe(true),
  },
  'document.pdf': {
    accepted: async (world) => ({ ...(await issued(world)), save: true }),
    refused: { input: () => ({ id: NOBODY }), code: 'VALIDATION' },
    check: ({ name, sha256 }) => {
      expect(name).toMatch(/\.pdf$/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    },
  },
  'document.email': {
    accepted: issued,
    refused: { input: () => ({ id: 'x' }), code: 'VALIDATION' },
    check: (mail) => expect(mail).toMatchObject({ opened: true, to: ['李工 <li@example.com>'] }),
  },
  'document.revealDraft': { accepted: issued, refused: unknown },
  'document.openMailto': {
    accepted: issued,
    refused: unknown,
    check: (_, { t }) => expect(t.opened.at(-1)).toMatch(/^mailto:/),
  },
  'document.markSent': {
    accepted: issued,
    refused: unknown,
    check: async ({ commLogId }, { t }) =>
      expect(await t.request('comm_log.get', { id: commLogId ?? '' })).toMatchObject({ channel: 'email' }),
  },
  'document.compare': {
    accepted: async (world) => ({ ...(await issued(world)), withId: null }),
    refused: { input: () => ({ id: NOBODY, withId: null }), code: 'NOT_FOUND' },
    check: ({ changes }) => expect(changes).toEqual([]),
  },
  'document.printComparison': {
    accepted: async (world) => ({ ...(await issued(world)), withId: null }),
    refused: { input: () => ({ id: 'x', withId: null }), code: 'VALIDATION' },
    check: ({ name }) => expect(name).toMatch(/\.pdf$/),
  },
  'document.verify': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ id: NOBODY }), code: 'NOT_FOUND' },
    check: (answer) => expect(answer).toEqual({ checked: 1, problems: [] }),
  },
  'document.markRead': {
    accepted: ({ ids }) => ({ id: ids.document, person: ' 张工 ' }),
    refused: { input: ({ ids }) => ({ id: ids.document, person: '  ' }), code: 'VALIDATION' },
    check: async ({ id }, { t }) =>
      expect(await t.request('read_receipt.get', { id })).toMatchObject({
        person: '张工',
        read_on: '2026-11-21',
      }),
  },
};

const NO_FILE = 'att_01a20057-a75e-715c-97e4-7635c96eb6f2';
const noFile = { input: () => ({ id: NO_FILE }), code: 'NOT_FOUND' } as const;

async function token({ t }: World, name: string): Promise<string> {
  const made = await t.request('file.begin', { name, size: 5 });
  await t.request('file.chunk', { token: made.token, base64: btoa('hello') });
  return made.token;
}

const attached = async (world: World): Promise<{ id: string }> =>
  world.t.request('attachment.add', {
    subjectId: world.ids.receipt,
    fileToken: await token(world, '凭证.pdf'),
    kind: 'voucher',
  });

export const attachmentExamples: Examples<keyof typeof attachmentChannels> = {
  'attachment.add': {
    accepted: async (world) => ({
      subjectId: world.ids.payment_stage,
      fileToken: await token(world, '现场.jpg'),
      kind: 'photo',
    }),
    refused: {
      input: ({ ids }) => ({ subjectId: ids.comm_log, fileToken: 'x', kind: 'photo' }),
      code: 'FILE_TOKEN_UNKNOWN',
    },
    check: async ({ id }, { t, ids }) =>
      expect(await t.request('attachment.get', { id })).toMatchObject({
        name: '现场.jpg',
        bytes: 5,
        client_id: ids.client,
        project_id: ids.project,
      }),
  },
  'attachment.of': {
    accepted: async (world) => {
      await attached(world);
      return { subjectId: world.ids.receipt };
    },
    refused: { input: () => ({ subjectId: 'x' }), code: 'VALIDATION' },
    check: (rows) => expect(rows).toMatchObject([{ name: '凭证.pdf', kind: 'voucher', openable: true }]),
  },
  'attachment.open': {
    accepted: attached,
    refused: noFile,
    check: (_, { t }) => expect(t.opened.at(-1)).toMatch(/凭证\.pdf$/),
  },
  'attachment.save': {
    accepted: attached,
    refused: noFile,
    check: ({ name }) => expect(name).toBe('凭证.pdf'),
  },
  'attachment.describe': {
    accepted: async (world) => ({ ...(await attached(world)), note: '第一期', clientVisible: true }),
    refused: noFile,
    check: ({ changed }) => expect(changed).toBe(true),
  },
};
