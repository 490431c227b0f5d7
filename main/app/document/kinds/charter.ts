import { readSubject } from '#main/app/document/subject.ts';
import { charterOf } from '#main/app/signing/gaps.ts';
import { fieldText, textsIn } from '#main/app/texts.ts';
import { documentOf, heading, paragraph } from '#shared/domain/documents/blocks.ts';
import { blank, bothSign, chapter, optionalChapter } from './agreed.ts';
import { scopeLists } from './scope.ts';
import type { KindSpec } from './types.ts';

/** H1: scope, time, cost and quality in four blocks, agreed by client and team before the work begins. */
export const charter: KindSpec = {
  subject: 'project',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    const record = charterOf(ctx.store.read, project.id);
    const name = (field: string): string => fieldText(say, 'charter', field);
    return documentOf(
      {
        kind: 'charter',
        language,
        audience,
        title: say('docAgreement:charter.title', { project: project.name }),
        facts: [[say('docAgreement:charter.manager'), project.manager]],
      },
      [
        ...chapter(say, 'purpose', name('purpose'), record?.purpose ?? null),
        ...optionalChapter('background', name('background'), record?.background ?? null),
        heading('scopes', name('scope')),
        ...(blank(record?.scope) ? [] : [paragraph('scope', (record?.scope ?? '').trim())]),
        ...scopeLists(ctx, say, project.id, 3),
        ...chapter(say, 'time', name('time'), record?.time ?? null),
        ...chapter(say, 'cost', name('cost'), record?.cost ?? null),
        ...chapter(say, 'quality', name('quality'), record?.quality ?? null),
        ...optionalChapter('success', name('success'), record?.success ?? null),
        ...optionalChapter('assumptions', name('assumptions'), record?.assumptions ?? null),
        ...bothSign(say, say('docAgreement:charter.statement')),
      ],
    );
  },
};
