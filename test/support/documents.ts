import { createHash } from 'node:crypto';
import { codeOf } from '#shared/domain/documents/code.ts';
import type { DocumentContent, DocumentFrame } from '#shared/domain/documents/content.ts';
import { canonicalJson } from '#shared/model/canonical.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A small document that asks for both signatures. */
export const sampleContent: DocumentContent = {
  format: 'milepost-document',
  version: 1,
  kind: 'goals',
  language: 'zh-CN',
  audience: 'client',
  paper: 'portrait',
  title: '预期目标确认书',
  facts: [],
  blocks: [
    { kind: 'paragraph', id: 'goal', text: '5 月 31 日前通水。', muted: false },
    {
      kind: 'signatures',
      id: 'sign',
      statement: '双方确认以上目标。',
      sides: [
        { side: 'client', label: '客户方' },
        { side: 'own', label: '我方' },
      ],
    },
  ],
};

const sampleFrame: DocumentFrame = {
  company: null,
  client: '华成建设',
  project: '泵站改造',
  prepared_by: null,
  dated: '2026-03-09',
  no: 1,
  issue: 1,
  code: null,
};

/** Fields of a document as issuing would store them, for records made without issuing. */
export function storedDocument(content: DocumentContent = sampleContent) {
  const json = canonicalJson(content);
  const hash = sha(json);
  const code = codeOf(hash);
  return {
    kind: content.kind,
    language: content.language,
    audience: content.audience,
    title: content.title,
    no: 1,
    version: 1,
    content: json,
    content_sha256: hash,
    frame: canonicalJson({ ...sampleFrame, code }),
    code,
  };
}
