import type { DocumentKind } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { testPng } from './png.ts';
import type { TestApp } from './testApp.ts';

/** A picture somebody drew, as it crosses the wire. */
export const drawnBase64 = (ink = 400): string => Buffer.from(testPng(200, 60, ink)).toString('base64');

/** Issues the document of a kind about a subject. */
export function issue(t: TestApp, kind: DocumentKind, subjectId: string, language: Locale = 'zh-CN') {
  return t.request('document.issue', { kind, subjectId, language, audience: 'client', replaceMissing: true });
}

/** Signs one side on screen. */
export function draw(t: TestApp, documentId: string, side: 'client' | 'own', name = '李工') {
  return t.request('signoff.draw', {
    documentId,
    side,
    name,
    role: '代表',
    pngBase64: drawnBase64(side === 'client' ? 400 : 500),
  });
}

/** Signs both sides on screen. */
export async function signBoth(t: TestApp, documentId: string) {
  await draw(t, documentId, 'client');
  return draw(t, documentId, 'own', '王经理');
}

/** Hands a file over as the window does. */
export async function upload(t: TestApp, name: string, bytes: Uint8Array): Promise<string> {
  const { token } = await t.request('file.begin', { name, size: bytes.byteLength });
  await t.request('file.chunk', { token, base64: Buffer.from(bytes).toString('base64') });
  return token;
}
