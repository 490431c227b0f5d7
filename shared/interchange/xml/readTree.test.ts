import { expect, test } from 'vitest';
import { readXmlTree, TREE_LIMITS } from './readTree.ts';

const refusalOf = (text: string, limits: Partial<typeof TREE_LIMITS> = {}) => {
  const result = readXmlTree(text, { ...TREE_LIMITS, ...limits });
  return result.ok ? null : result.refusal.code;
};

test('a bare “&” is called malformed, a cut document cut off', () => {
  expect(refusalOf('<project><task>Bath & kitchen</task></project>')).toBe('XML_MALFORMED');
  expect(refusalOf('<project><task>Bath')).toBe('XML_TRUNCATED');
  expect(refusalOf('<project><task>Bath &amp; kitchen</task></project>')).toBeNull();
});

test('a document of entities is refused before they are read', () => {
  expect(refusalOf('<!DOCTYPE project [<!ENTITY a "aaaa">]><project>&a;</project>')).toBe('XML_DOCTYPE');
  expect(refusalOf(`<!DOCTYPE project [${'<!ENTITY a "b">'.repeat(20_000)}`, { token: 1_000 })).toBe(
    'XML_DOCTYPE',
  );
});

test('every bound holds: characters, depth, text, attributes, elements; nothing is parsed of what is too long', () => {
  const pieces: number[] = [];
  const long = readXmlTree('<a>'.repeat(100), { ...TREE_LIMITS, characters: 200 }, (n) => pieces.push(n));
  expect(long).toMatchObject({ ok: false, refusal: { code: 'FILE_TOO_LARGE' } });
  expect(pieces).toEqual([]);
  expect(refusalOf('<a><b><c/></b></a>', { depth: 2 })).toBe('XML_TOO_DEEP');
  expect(refusalOf('<a>12<!-- x -->34</a>', { token: 3 })).toBe('XML_TEXT_TOO_LONG');
  expect(refusalOf('<a x="1" y="2"/>', { attributes: 1 })).toBe('XML_TOO_MANY_ATTRIBUTES');
  expect(refusalOf('<a><b/><b/></a>', { elements: 2 })).toBe('TOO_MANY_RECORDS');
  expect(refusalOf('<a x="1"><b/>text</a>', { depth: 2, attributes: 1, elements: 2 })).toBeNull();
});

test('what was read is told piece by piece, and an empty document is called empty', () => {
  const pieces: number[] = [];
  readXmlTree(`<a>${'<b/>'.repeat(40_000)}</a>`, TREE_LIMITS, (characters) => pieces.push(characters));
  expect(pieces).toEqual([65_536, 131_072, 160_007]);
  expect(refusalOf(' \n')).toBe('FILE_EMPTY');
});
