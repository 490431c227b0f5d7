import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTermOf, termsIn } from './glossary.ts';

const term = (word: string, client: string | null = `${word}!`) => ({
  project_id: null,
  term: word,
  client_term: client,
});
const found = (text: string, ...words: readonly string[]) =>
  termsIn(
    text,
    words.map((word) => term(word)),
  ).map((one) => one.term);

describe('terms of the trade in a text (O7)', () => {
  it('are found whatever their case, Latin ones as whole words, Chinese ones anywhere', () => {
    expect(found('The ahu is late; PERT says so', 'AHU', 'PE')).toEqual(['AHU']);
    expect(found('等待新风机组到货', '新风机组', '风管')).toEqual(['新风机组']);
    expect(found('更换PLC模块', 'PLC')).toEqual(['PLC']);
    expect(found('PEX and PE pipes', 'PE')).toEqual(['PE']);
  });

  it('are named once, the longer before the shorter that stands in it', () => {
    expect(found('the check valve leaks', 'valve', 'check valve')).toEqual(['check valve']);
    expect(found('the check valve and a valve leak', 'valve', 'check valve')).toEqual([
      'check valve',
      'valve',
    ]);
  });

  it('without a word for the client are no help', () => {
    expect(termsIn('AHU', [term('AHU', null), term('ahu', '  ')])).toEqual([]);
  });

  it('hold in their project, or in all', () => {
    expect(isTermOf({ project_id: null }, 'prj_1')).toBe(true);
    expect(isTermOf({ project_id: 'prj_1' }, 'prj_1')).toBe(true);
    expect(isTermOf({ project_id: 'prj_2' }, 'prj_1')).toBe(false);
  });

  it('that were found do stand in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 5 })), (text, words) => {
        for (const word of found(text, ...words))
          expect(text.toLowerCase()).toContain(word.trim().toLowerCase());
      }),
    );
  });
});
