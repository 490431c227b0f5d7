import type { Audience } from '#shared/domain/documents/content.ts';

interface Worded {
  readonly text?: string;
  readonly title?: string;
  readonly client_text: string | null;
}

/** The wording for the audience: for the client that which was written for him, if there is one. */
export function clientText(record: Worded, audience: Audience): string | null {
  const own = record.text ?? record.title ?? null;
  const theirs = record.client_text?.trim() ?? '';
  return audience === 'client' && theirs !== '' ? theirs : own;
}
