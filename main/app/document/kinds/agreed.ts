/** What the documents that are signed have in common. */
import type { Say } from '#main/app/texts.ts';
import { heading, paragraph, remark, signatures } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';

export const blank = (text: string | null | undefined): boolean =>
  text === null || text === undefined || text.trim() === '';

/** A heading with its text, or with a remark that nothing has been said yet. */
export function chapter(say: Say, id: string, title: string, text: string | null): Block[] {
  return [
    heading(`${id}:head`, title),
    blank(text) ? remark(id, say('docAgreement:notYet')) : paragraph(id, (text ?? '').trim()),
  ];
}

/** The same, left out when there is no text. */
export function optionalChapter(id: string, title: string, text: string | null): Block[] {
  return blank(text) ? [] : [heading(`${id}:head`, title), paragraph(id, (text ?? '').trim())];
}

/** Boxes of both sides below what they agree to. */
export function bothSign(say: Say, statement: string): Block[] {
  return [
    heading('signatures:head', say('docAgreement:signatures')),
    signatures('signatures', statement, [
      ['client', say('docAgreement:side.client')],
      ['own', say('docAgreement:side.own')],
    ]),
  ];
}
