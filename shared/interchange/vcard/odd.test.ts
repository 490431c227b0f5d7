/** B2, B17: cards as phones and address books really write them. */
import { describe, expect, it } from 'vitest';
import { tableTools } from '#test/support/tableFiles.ts';
import { TableRefusal } from '../table/model.ts';
import { looksLikeVcard, readVcards } from './read.ts';

const { decode } = tableTools;
const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const read = (...texts: readonly string[]) => readVcards(new TextEncoder().encode(texts.join('')), decode);
const readBinary = (text: string) => readVcards(Buffer.from(text, 'latin1'), decode);
const bytes = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');
const quoted = (hex: string): string => hex.toUpperCase().replace(/../g, '=$&');

describe('characters that a card names itself (B2)', () => {
  it.each([
    ['SHIFT_JIS', '8e52', '93638250', '山田１'],
    ['EUC-KR', 'b1e8', 'b9cebcf6', '김민수'],
    ['windows-1251', 'c8e2', 'cff2', 'Пт Ив'],
    ['ISO-8859-2', '4e6f', 'a375', 'Łu No'],
  ])('%s, plain and quoted-printable', (charset, family, given, name) => {
    const plain = `N;CHARSET=${charset}:${bytes(family)};${bytes(given)}`;
    const packed = `N;CHARSET=${charset};ENCODING=QUOTED-PRINTABLE:${quoted(family)};${quoted(given)}`;
    for (const line of [plain, packed])
      expect(readBinary(card('VERSION:2.1', line, 'ORG:Harbour')).drafts).toMatchObject([{ name }]);
  });

  it('a named character set says nothing about the lines that name none', () => {
    const gbkName = `N:${bytes('d5c5')};${bytes('ceb0')}`;
    const japanese = `ORG;CHARSET=SHIFT_JIS:${bytes('93638e52')}`;
    const { drafts, encoding } = readBinary(card('VERSION:2.1', gbkName, japanese));
    expect(encoding).toBe('gb18030');
    expect(drafts).toMatchObject([{ name: '张伟', company: '田山' }]);
  });

  it('finds GBK behind quoted-printable that does not say so', () => {
    const line = `N;ENCODING=QUOTED-PRINTABLE:${quoted('d5c5')};${quoted('ceb0')}`;
    expect(read(card('VERSION:2.1', line)).drafts).toMatchObject([{ name: '张伟' }]);
  });

  it('a character set that the bytes do not fit gives way to the one that fits', () => {
    const line = `N;CHARSET=UTF-8:${bytes('d5c5')};${bytes('ceb0')}`;
    expect(readBinary(card('VERSION:2.1', line)).drafts).toMatchObject([{ name: '张伟' }]);
  });

  it('reads names and notes that are packed as base64, and leaves what is no base64 alone', () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const { drafts, leftOut } = read(
      card(
        'VERSION:2.1',
        `N;CHARSET=UTF-8;ENCODING=BASE64:${base64('欧阳;娜;;;')}`,
        `NOTE;ENCODING=b:${base64('Tor 3')}`,
        'TITLE;ENCODING=b:§',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
      ),
    );
    expect(drafts).toMatchObject([{ name: '欧阳娜', notes: 'Tor 3', title: '§' }]);
    expect(leftOut).toEqual(['PHOTO']);
  });
});

describe('cards of one file (B17)', () => {
  it('files put one behind the other keep their marks; no card is lost', () => {
    const one = `\uFEFF${card('VERSION:3.0', 'FN:One')}`;
    const two = `\uFEFF${card('VERSION:3.0', 'FN:Two')}`;
    expect(read(one, two).drafts).toMatchObject([
      { row: 1, name: 'One' },
      { row: 2, name: 'Two' },
    ]);
  });

  it('is known by its content below a line of another program, and a table that speaks of cards is none', () => {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    expect(looksLikeVcard(bytesOf(`Exported by Phone\r\n\r\n${card('FN:A')}`))).toBe(true);
    expect(looksLikeVcard(bytesOf('Name,Note\nA,see BEGIN:VCARD\n'))).toBe(false);
  });

  it('a group of contacts is nobody, and that is said', () => {
    const { drafts, leftOut, cut } = read(
      card('VERSION:4.0', 'KIND:group', 'FN:Suppliers', 'MEMBER:urn:uuid:1'),
      card('VERSION:3.0', 'FN:Team', 'N:Team;;;;', 'X-ADDRESSBOOKSERVER-KIND:group'),
      card('VERSION:4.0', 'KIND:individual', 'FN:Ann'),
    );
    expect(drafts).toMatchObject([{ row: 3, name: 'Ann' }]);
    expect({ leftOut, cut }).toEqual({ leftOut: ['GROUP'], cut: 0 });
    expect(() => read(card('VERSION:4.0', 'KIND:group', 'FN:Suppliers'))).toThrow(TableRefusal);
  });
});

describe('names (B2)', () => {
  it.each([
    ['张', '伟', '伟 张', '张伟'],
    ['張', '小明', '張 小明', '張小明'],
    ['欧阳', '娜娜', '娜娜  欧阳', '欧阳娜娜'],
    ['王', '芳', '王芳 女士', '王芳 女士'],
    ['Lee', 'Ann', 'Ann Lee', 'Ann Lee'],
    ['李', 'Ann', 'Ann 李', 'Ann 李'],
  ])('%s and %s shown as «%s» is %s', (family, given, shown, name) => {
    const { drafts } = read(card('VERSION:3.0', `N:${family};${given};;;`, `FN:${shown}`));
    expect(drafts).toMatchObject([{ name }]);
  });

  it('the address inside a written mailbox is the e-mail address', () => {
    const { drafts } = read(card('VERSION:3.0', 'FN:Bo', 'EMAIL:Bo Li <bo@example.cn>'));
    expect(drafts).toMatchObject([{ email: 'bo@example.cn', problems: [] }]);
  });
});

describe('messengers (B2)', () => {
  it('WeChat comes first; the others say which they are, pages of networks are notes', () => {
    const { drafts, leftOut } = read(
      card(
        'VERSION:3.0',
        'FN:Ann',
        'IMPP;X-SERVICE-TYPE=QQ;type=HOME;type=pref:x-apple:12345',
        'X-SOCIALPROFILE;type=weibo;x-user=ann:http://example.cn/ann',
        'X-SOCIALPROFILE;type=WeChat:x-apple:ann_wx',
        'X-JABBER:ann@example.org',
        'X-ABUID:1',
      ),
    );
    expect(drafts).toMatchObject([
      { im: 'ann_wx', notes: 'http://example.cn/ann\nQQ 12345\nJabber ann@example.org' },
    ]);
    expect(leftOut).toEqual([]);
  });

  it('a single messenger stands bare', () => {
    expect(read(card('VERSION:4.0', 'FN:A', 'IMPP:xmpp:a@example.org')).drafts).toMatchObject([
      { im: 'a@example.org' },
    ]);
  });
});
