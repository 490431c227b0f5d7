import { getRecord } from '#db/queries/records.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { fieldText, textsIn } from '#main/app/texts.ts';
import { documentOf, heading, list } from '#shared/domain/documents/blocks.ts';
import { blank, bothSign, chapter, optionalChapter } from './agreed.ts';
import type { KindSpec } from './types.ts';

/** C12: a question with its options and what the client chose, signed by both sides. */
export const decision: KindSpec = {
  subject: 'decision',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const record = readSubject(ctx, 'decision', subjectId);
    const project = readSubject(ctx, 'project', record.project_id);
    const contact =
      record.contact_id === null ? null : getRecord(ctx.store.read, 'contact', record.contact_id);
    const name = (field: string): string => fieldText(say, 'decision', field);
    const options = (record.options ?? '').split('\n').filter((line) => !blank(line));
    return documentOf(
      {
        kind: 'decision',
        language,
        audience,
        title: say('docAgreement:decision.title', { project: project.name, no: record.no }),
        facts: [[name('contact_id'), contact?.name]],
      },
      [
        ...chapter(say, 'question', name('question'), record.question),
        ...(options.length === 0
          ? []
          : [heading('options:head', name('options')), list('options', options, true)]),
        ...chapter(say, 'chosen', name('chosen'), record.chosen),
        ...optionalChapter('consequence', name('consequence'), record.consequence),
        ...bothSign(say, say('docAgreement:decision.statement')),
      ],
    );
  },
};
