import { listRecords } from '#db/queries/records.ts';
import { ownersOf, readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import {
  MINUTE_KINDS,
  type Minutes,
  type MinutesLine,
  minutesOf,
} from '#shared/domain/communication/minutes.ts';
import { documentOf, facts, heading, paragraph, table } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import { momentText } from './common.ts';
import type { KindSpec } from './types.ts';

type Section = (typeof MINUTE_KINDS)[number];

/** Decisions and actions have who and by when; topics and information have what came of them. */
function section(say: Say, kind: Section, lines: readonly MinutesLine[], inside: boolean): Block[] {
  if (lines.length === 0) return [];
  const name = (field: string): string => fieldText(say, 'meeting_item', field);
  const withOwner = kind === 'action' || kind === 'decision' || kind === 'support';
  const title = say(`docContent:minutes.${kind}`);
  return [
    heading(`${kind}:head`, title),
    table(
      kind,
      title,
      [
        [say('docContent:minutes.what'), withOwner ? 36 : 42],
        [name('result'), withOwner ? 26 : 42],
        ...(withOwner
          ? ([
              [name('owner'), 14],
              [name('due_on'), 15],
            ] as const)
          : []),
        ...(inside ? ([[say('docContent:minutes.shown'), 12]] as const) : []),
      ],
      lines.map((line) => ({
        id: line.id,
        tone: line.done_on === null ? ('plain' as const) : ('muted' as const),
        cells: [
          line.text,
          line.result,
          ...(withOwner ? [line.owner, line.done_on ?? line.due_on] : []),
          ...(inside ? [say(line.shown ? 'document:print.yes' : 'document:print.no')] : []),
        ],
      })),
      say('docContent:minutes.none'),
    ),
  ];
}

function headFacts(say: Say, minutes: Minutes): readonly (readonly [string, string | null])[] {
  const name = (field: string): string => fieldText(say, 'meeting', field);
  return [
    [name('held_at'), momentText(minutes.held_at)],
    [name('kind'), enumText(say, 'meeting', 'kind', minutes.kind)],
    [name('mode'), enumText(say, 'meeting', 'mode', minutes.mode)],
    [name('place'), minutes.place],
  ];
}

/** O2–O5, O13: the minutes, for the client or for ourselves, from one record. */
export const minutes: KindSpec = {
  subject: 'meeting',
  audiences: ['client', 'internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const meeting = readSubject(ctx, 'meeting', subjectId);
    ownersOf(ctx, subjectId);
    const items = listRecords(ctx.store.read, 'meeting_item', { meeting_id: meeting.id });
    const content = minutesOf(meeting, items, audience);
    const inside = audience === 'internal';
    const text = (id: string, label: string, value: string | null): Block[] =>
      value === null ? [] : [heading(`${id}:head`, label), paragraph(id, value)];
    return documentOf(
      {
        kind: 'minutes',
        language,
        audience,
        title: say('docContent:minutes.title', { no: content.no, title: content.title }),
        facts: headFacts(say, content),
      },
      [
        ...facts('people', [
          [fieldText(say, 'meeting', 'attendees'), content.attendees],
          [fieldText(say, 'meeting', 'absent'), content.absent],
        ]),
        ...MINUTE_KINDS.flatMap((kind) =>
          section(
            say,
            kind,
            content.lines.filter((line) => line.kind === kind),
            inside,
          ),
        ),
        ...text('effect', fieldText(say, 'meeting', 'expectation_effect'), content.expectation_effect),
        ...text('opinion', fieldText(say, 'meeting', 'client_opinion'), content.client_opinion),
        ...text('notes', fieldText(say, 'meeting', 'internal_notes'), content.internal_notes),
        ...facts('next', [[fieldText(say, 'meeting', 'next_at'), momentText(content.next_at)]]),
        ...(inside ? [] : [paragraph('invite', say('docContent:minutes.invite'))]),
      ],
    );
  },
};
