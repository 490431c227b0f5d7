import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireSharedData } from '#test/support/sharedData.ts';
import { tableTools } from '#test/support/tableFiles.ts';
import { TableRefusal } from '../table/model.ts';
import { looksLikeVcard, readVcards } from './read.ts';

const { decode } = tableTools;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readVcards(utf8(text), decode);
const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

/** Bytes of a card whose Chinese is GBK, given as hex. */
const GBK_NAME = Buffer.from('d5c5ceb0', 'hex');
const GBK_FIRM = Buffer.from('c9cfbaa3bda8c9e8d3d0cfdeb9abcbbe', 'hex');

describe('characters of a vCard (B2)', () => {
  it('reads quoted-printable UTF-8 of 2.1 with a soft break inside a character', () => {
    const { drafts } = read(
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=BC=9F;;;',
        'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4=B8=8A=E6=',
        '=B5=B7=E5=BB=BA=E8=AE=BE',
      ),
    );
    expect(drafts).toMatchObject([{ name: '张伟', company: '上海建设', problems: [] }]);
  });

  it('reads quoted-printable GBK by its CHARSET beside UTF-8 in the same file', () => {
    const { drafts } = read(
      card('VERSION:2.1', 'FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5=CE=B0', 'ORG:水务集团'),
    );
    expect(drafts).toMatchObject([{ name: '张伟', company: '水务集团' }]);
  });

  it('reads a file that is GBK throughout without saying so', () => {
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:'),
      GBK_NAME,
      Buffer.from('\r\nORG:'),
      GBK_FIRM,
      Buffer.from('\r\nEND:VCARD\r\n'),
    ]);
    const result = readVcards(bytes, decode);
    expect(result.encoding).toBe('gb18030');
    expect(result.drafts).toMatchObject([{ name: '张伟', company: '上海建设有限公司' }]);
  });

  it('reads UTF-16 in both orders and UTF-8 with a mark', () => {
    const text = card('VERSION:3.0', 'FN:林淑芬', 'ORG:大安營造');
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, Buffer.from(`\ufeff${text}`)]) {
      expect(looksLikeVcard(bytes)).toBe(true);
      expect(readVcards(bytes, decode).drafts).toMatchObject([{ name: '林淑芬', company: '大安營造' }]);
    }
  });

  it('joins a line folded inside a character', () => {
    const bytes = utf8('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张伟\r\nEND:VCARD\r\n');
    const at = bytes.indexOf(0xe4) + 1;
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]);
    const { drafts, encoding } = readVcards(folded, decode);
    expect(encoding).toBe('utf-8');
    expect(drafts[0]?.name).toBe('张伟');
  });

  it('takes the encoding the user chose over its own guess', () => {
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:'),
      Buffer.from('a44ca7ed', 'hex'),
      Buffer.from('\nEND:VCARD\n'),
    ]);
    expect(readVcards(bytes, decode, 'big5').drafts[0]?.name).toBe(
      decode(Buffer.from('a44ca7ed', 'hex'), 'big5'),
    );
    expect(readVcards(bytes, decode, 'gb18030').drafts[0]?.name).not.toBe('');
  });
});

describe('content of a vCard (B2, B17)', () => {
  it('reads several cards, groups, escapes and the preferred of several values', () => {
    const { drafts } = read(
      card(
        'VERSION:3.0',
        "N:O'Neill;Mary;;Ms.;",
        'FN:',
        'item1.TEL;TYPE=WORK:+353 1 555 0101',
        'TEL;TYPE=CELL:+353 85 000',
        'EMAIL:a@example.com',
        'EMAIL;TYPE=PREF:b@example.com',
        'ORG:Harbour Civil\\, Ltd;Site office',
        'TITLE:QS',
        'NOTE:first\\nsecond\\; third',
      ) +
        card(
          'VERSION:4.0',
          'FN:Simon',
          'TEL;VALUE=uri;TYPE="work,cell":tel:+1-418-262-6501;ext=102',
          'LANG:zh-Hant-TW',
        ),
    );
    expect(drafts).toMatchObject([
      {
        row: 1,
        name: "Ms. Mary O'Neill",
        company: 'Harbour Civil, Ltd',
        title: 'Site office · QS',
        phone: '+353 85 000',
        email: 'b@example.com',
        notes: 'first\nsecond; third\n☎ +353 1 555 0101\n✉ a@example.com',
      },
      { row: 2, name: 'Simon', phone: '+1-418-262-6501 ext. 102', language: 'zh-TW' },
    ]);
  });

  it('keeps a fax out of the number that is called', () => {
    const { drafts } = read(card('VERSION:3.0', 'FN:A', 'TEL;TYPE=FAX,WORK:1111111', 'TEL:2222222'));
    expect(drafts[0]).toMatchObject({ phone: '2222222', notes: '☎ 1111111' });
  });

  it('does not take the agent inside a card of 2.1 for the person', () => {
    const { drafts } = read(
      card(
        'VERSION:2.1',
        'FN:Boss',
        'AGENT:',
        'BEGIN:VCARD',
        'VERSION:2.1',
        'FN:Agent',
        'END:VCARD',
        'TEL:3333333',
      ),
    );
    expect(drafts).toMatchObject([{ name: 'Boss', phone: '3333333' }]);
  });

  it('skips pictures and says so', () => {
    const picture = Array.from({ length: 20 }, () => ' AAAABBBBCCCCDDDD').join('\r\n');
    const { drafts, leftOut } = read(
      card('VERSION:2.1', `PHOTO;ENCODING=BASE64;TYPE=JPEG:\r\n${picture}\r\n`, 'FN:A', 'BDAY:1980-01-01'),
    );
    expect(leftOut).toEqual(['BDAY', 'PHOTO']);
    expect(drafts).toMatchObject([{ name: 'A', notes: null }]);
  });

  it('writes a Chinese address from the large to the small', () => {
    const { drafts } = read(card('VERSION:3.0', 'FN:A', 'ADR;TYPE=WORK:;;示例路8号;上海;;200120;中国'));
    expect(drafts[0]?.address).toBe('中国上海示例路8号');
  });
});

describe('cards with mistakes', () => {
  it('names what is wrong with a card and reads the others', () => {
    const text = `${card('VERSION:3.0', 'TEL:+86 10 5555 0101')}BEGIN:VCARD\r\nFN:Open\r\n${card('VERSION:3.0', 'FN:Whole', 'EMAIL:nonsense')}`;
    expect(read(text).drafts.map(({ name, problems }) => [name, problems.map(({ code }) => code)])).toEqual([
      ['', ['NAME_MISSING']],
      ['Open', ['CARD_OPEN']],
      ['Whole', ['EMAIL_UNREADABLE']],
    ]);
  });

  it('keeps an address that is no e-mail address in the notes', () => {
    expect(read(card('VERSION:3.0', 'FN:A', 'EMAIL:a at b')).drafts[0]).toMatchObject({
      email: null,
      notes: '✉ a at b',
    });
  });

  it('refuses a file without any card', () => {
    expect(() => read('FN:nobody\n')).toThrow(TableRefusal);
    expect(() => readVcards(new Uint8Array(), decode)).toThrow(TableRefusal);
    expect(looksLikeVcard(utf8('name,phone\n'))).toBe(false);
  });

  it('never throws anything but a refusal, whatever the bytes', () => {
    const near = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(
          fc.oneof(
            fc.constantFrom(
              'BEGIN:VCARD',
              'END:VCARD',
              'VERSION:2.1',
              'N;ENCODING=QUOTED-PRINTABLE:=E5=',
              'ORG:;\\;',
              'TEL;=:',
              '"',
              ' ',
            ),
            fc.string(),
          ),
        )
        .map((lines) => utf8(lines.join('\n'))),
    );
    fc.assert(
      fc.property(near, (bytes) => {
        try {
          for (const draft of readVcards(bytes, decode).drafts)
            expect(draft.name.length).toBeLessThanOrEqual(120);
        } catch (error) {
          expect(error).toBeInstanceOf(TableRefusal);
        }
      }),
    );
  });

  it('gives back every name, firm and note it was given (3.0, folded anywhere)', () => {
    const escaped = (text: string) =>
      text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(',', '\\,').replaceAll(';', '\\;');
    const word = fc
      .stringMatching(/^[A-Za-z0-9张伟上海建设,;:=\\"'().-]{1,30}$/)
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 20 }), (name, firm, width) => {
        const fold = (line: string) =>
          Buffer.from(line)
            .toString('latin1')
            .replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\r\n ');
        const body = [
          'BEGIN:VCARD',
          'VERSION:3.0',
          `FN:${escaped(name)}`,
          `ORG:${escaped(firm)}`,
          'END:VCARD',
        ];
        const bytes = Buffer.from(
          body.map((line) => (/:/.test(line) && /^(FN|ORG)/.test(line) ? fold(line) : line)).join('\r\n'),
          'latin1',
        );
        expect(readVcards(bytes, decode).drafts[0]).toMatchObject({ name, company: firm });
      }),
    );
  });
});

describe('cards of real programs (B17)', () => {
  const real = (name: string) => readVcards(readFileSync(join(requireSharedData(), 'vcard', name)), decode);
  it.each([
    ['android-2.1.vcf', 6, 'john.doe', null],
    ['iphone-3.0.vcf', 1, 'Mr. John Richter James Doe Sr.', 'IBM'],
    ['outlook-2.1.vcf', 1, 'Mr. John Richter James Doe Sr.', 'IBM'],
    ['outlook-2007-2.1.vcf', 1, 'Mr. Michael Angstadt Jr.', 'TheCompany'],
    ['gmail-3.0.vcf', 1, 'Greg Dartmouth', 'TheCompany'],
    ['rfc6350-4.0.vcf', 1, 'Simon Perreault', 'Viagenie'],
    ['kde-mixed-case-begin.vcf', 1, 'Frank Dawson', 'Lotus Development Corporation'],
    ['kde-qp-utf8-2.1.vcf', 5, '', 'Bike Shop'],
    ['chinese-3.0.vcf', 30, '汤霞 朋友', null],
    ['nextcloud-without-uid.vcf', 1, 'Foo Bar', null],
    ['lotus-notes-3.0.vcf', 1, 'Mr. Doe John I Johny', 'IBM'],
    ['rfc2426-3.0.vcf', 2, 'Frank Dawson', 'Lotus Development Corporation'],
    ['constructed-chinese-qp-2.1.vcf', 1, '张伟', '上海示例建设有限公司'],
  ])('%s: %i cards, the first is %s', (file, count, name, company) => {
    const { drafts } = real(file);
    expect(drafts).toHaveLength(count);
    expect(drafts[0]).toMatchObject({ name, company });
    expect(drafts.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
