import { readSubject } from '#main/app/document/subject.ts';
import { textsIn } from '#main/app/texts.ts';
import { documentOf, heading, paragraph, remark } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { KindSpec } from './types.ts';

type Question = NonNullable<RecordOf<'questionnaire'>['questions']>[number];

/** Lines to write on; an open question wants most. */
const LINES: Readonly<Record<Question['kind'], number>> = { open: 3, choice: 1, scale: 0, yes_no: 1 };

/** F1: questions to print, hand out and fill in. */
export const questionnaire: KindSpec = {
  subject: 'questionnaire',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const record = readSubject(ctx, 'questionnaire', subjectId);
    const questions = record.questions ?? [];
    const person = (['name', 'position', 'date'] as const).map(
      (field): Block => ({
        kind: 'question',
        id: `person:${field}`,
        no: null,
        text: say(`docContent:questionnaire.${field}`),
        form: 'open',
        choices: [],
        lines: 0,
      }),
    );
    return documentOf(
      {
        kind: 'questionnaire',
        language,
        audience,
        title: record.title,
      },
      [
        ...(record.introduction ? [paragraph('introduction', record.introduction)] : []),
        ...person,
        heading('questions:head', say('docContent:questionnaire.questions')),
        ...(questions.length === 0 ? [remark('questions:none', say('docContent:questionnaire.none'))] : []),
        ...questions.map(
          (question, at): Block => ({
            kind: 'question',
            id: `question:${at}`,
            no: at + 1,
            text: question.text,
            form: question.kind,
            choices:
              question.kind === 'scale'
                ? [say('docContent:questionnaire.low'), say('docContent:questionnaire.high')]
                : (question.choices ?? []),
            lines: LINES[question.kind],
          }),
        ),
        paragraph('thanks', say('docContent:questionnaire.thanks')),
      ],
    );
  },
};
