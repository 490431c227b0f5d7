/** Real plans, damaged or written another way: a plan or a refusal, never anything else, and the same plan for the same content. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import { writeMspdi } from '#shared/interchange/mspdi/write.ts';
import { readProjectBytes } from '#shared/interchange/read.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { requireSharedData } from '#test/support/sharedData.ts';

const RUNS = Number(process.env['MILEPOST_RUNS'] ?? 210);
/** Reading, calculating, writing and reading again; real ones take a tenth of that. */
const MAX_MS = 5000;

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
const read = (bytes: Uint8Array) => readProjectBytes(bytes, decode);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function filesOf(folders: readonly string[], largest: number) {
  const root = requireSharedData();
  return folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .filter((name) => statSync(join(root, name)).size <= largest)
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) as Uint8Array }));
}

const VALUES = [
  ...['', ' ', '0', '-1', '1', '2', '8', '21', '53', '1.5', '1,5', '٣', 'NaN', '1e308', 'true', '&lt;'],
  ...['999999999', '-999999999', '99999999999999999999', 'NA', '24:00:00', '00:00:00', '25:99'],
  ...['PT0H0M0S', 'PT999999999H0M0S', '-PT8H0M0S', 'P1Y', 'P5D', 'PT0.0001S', 'PT', 'P'],
  ...['2026-02-30T00:00:00', '1899-01-01T00:00:00', '2200-12-31T23:59:59', '9999-12-31T00:00:00'],
  ...['1970-01-01T00:00:00', '2026-03-05', '0000-00-00', '2026-03-05T08:00:00Z', '2026年3月5日'],
];
const RECORDS = ['Task', 'Calendar', 'Resource', 'Assignment', 'WeekDay', 'Exception', 'PredecessorLink'];
const GAN_RECORDS = ['task', 'depend', 'resource', 'allocation', 'vacation', 'date', 'customproperty'];
const LEAF = /<([A-Za-z]\w*)>([^<>]*)<\/\1>/g;

/** One kind of damage; `at` and `to` choose where and what. */
type Damage = (text: string, at: number, to: number) => string;
const nth = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const put = (text: string, found: RegExpMatchArray, by: string): string =>
  text.slice(0, found.index) + by + text.slice((found.index ?? 0) + found[0].length);

const DAMAGES: Readonly<Record<string, Damage>> = {
  'another value in one element': (text, at, to) => {
    const found = nth([...text.matchAll(LEAF)], at);
    return found ? put(text, found, `<${found[1]}>${nth(VALUES, to)}</${found[1]}>`) : text;
  },
  'another value in every element of a name': (text, at, to) => {
    const name = nth([...text.matchAll(LEAF)], at)?.[1];
    return name === undefined
      ? text
      : text.replace(new RegExp(`<${name}>[^<>]*</${name}>`, 'g'), `<${name}>${nth(VALUES, to)}</${name}>`);
  },
  'no element of a name': (text, at) => {
    const name = nth([...text.matchAll(LEAF)], at)?.[1];
    return name === undefined ? text : text.replace(new RegExp(`<${name}>[^<>]*</${name}>`, 'g'), '');
  },
  'a record twice or not at all': (text, at, to) => {
    const name = nth([...RECORDS, ...GAN_RECORDS], to);
    const found = nth([...text.matchAll(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, 'g'))], at);
    return found ? put(text, found, to % 2 === 0 ? '' : found[0] + found[0]) : text;
  },
  'another value in one attribute': (text, at, to) => {
    const found = nth([...text.matchAll(/ ([\w-]+)="[^"]*"/g)], at);
    return found ? put(text, found, ` ${found[1]}="${nth(VALUES, to)}"`) : text;
  },
  'cut off': (text, at) => text.slice(0, at % text.length),
  'a piece of it elsewhere': (text, at, to) => {
    const piece = text.slice(at % text.length, (at % text.length) + 300);
    const where = (at * 7 + to) % text.length;
    return text.slice(0, where) + piece + text.slice(where);
  },
};

/** The text of a file without its binary part, and what stood before it. */
function split(bytes: Uint8Array): { before: Uint8Array; text: string } {
  const start = bytes[0] === 0xac ? Buffer.from(bytes).indexOf('<?xml') : 0;
  const from = Math.max(0, start);
  return { before: bytes.subarray(0, from), text: new TextDecoder().decode(bytes.subarray(from)) };
}

function holdsTogether(project: MspdiProject): void {
  const uids = new Set(project.tasks.map(({ uid }) => uid));
  expect(uids.size).toBe(project.tasks.length);
  for (const { uid, parentUid, links } of project.tasks) {
    expect(Number.isInteger(uid)).toBe(true);
    expect(parentUid === null || uids.has(parentUid)).toBe(true);
    expect(links.every(({ predecessorUid }) => uids.has(predecessorUid))).toBe(true);
  }
}

/** A plan that holds together, can be calculated, and says the same when it is written and read again. */
function check(bytes: Uint8Array): 'plan' | 'refusal' {
  const begun = performance.now();
  const result = read(bytes);
  if (!result.ok) {
    expect(result.refusal.code).toMatch(/^[A-Z0-9_]+$/);
    return 'refusal';
  }
  holdsTogether(result.project);
  const dates = schedule(toCpmInput(result.project));
  if (!dates.ok) throw new Error(`a circle was left: ${dates.cycle.join(' ')}`);
  for (const each of dates.dates.values())
    expect(Object.values(each).every((value) => typeof value === 'boolean' || Number.isInteger(value))).toBe(
      true,
    );
  const again = read(encode([...writeMspdi(result.project)].join('')));
  if (!again.ok) throw new Error(`what was written is refused: ${again.refusal.code}`);
  const second = schedule(toCpmInput(again.project));
  expect(second.ok && [...second.dates].sort(([a], [b]) => a - b)).toEqual(
    [...dates.dates].sort(([a], [b]) => a - b),
  );
  expect(performance.now() - begun).toBeLessThan(MAX_MS);
  return 'plan';
}

const small = filesOf(['mspdi', 'mspdi-from-mpp', 'mspdi-other', 'gan', 'pod', 'odd'], 200_000);

describe('damaged in any way, a real plan is a plan or a refusal', () => {
  it.each(Object.entries(DAMAGES))(
    '%s',
    (_, damage) => {
      const place = fc.nat({ max: 1_000_000 });
      const seen = { plan: 0, refusal: 0 };
      fc.assert(
        fc.property(
          fc.constantFrom(...small),
          fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 3 }),
          (file, places) => {
            const { before, text } = split(file.bytes);
            const damaged = places.reduce((whole, [at, to]) => damage(whole, at, to), text);
            seen[check(Buffer.concat([before, encode(damaged)]))]++;
          },
        ),
        { numRuns: Math.ceil(RUNS / Object.keys(DAMAGES).length), endOnFailure: true },
      );
      expect(seen.plan + seen.refusal).toBeGreaterThan(0);
    },
    120_000,
  );

  it('in single bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        (file, bytes) => {
          const damaged = Buffer.from(file.bytes);
          for (const [at, value] of bytes) damaged[at % damaged.length] = value;
          check(damaged);
        },
      ),
      { numRuns: Math.ceil(RUNS / 4), endOnFailure: true },
    );
  }, 120_000);
});

const utf16 = (text: string): Buffer =>
  Buffer.from(`\ufeff${text.replace(/encoding="[^"]*"/i, 'encoding="UTF-16"')}`, 'utf16le');
const DATES =
  'Start|Finish|EarlyStart|LateFinish|ConstraintDate|ActualStart|ActualFinish|Resume|Stop|Deadline';
const NUMBERS =
  'LinkLag|LagFormat|PredecessorUID|DayType|OutlineLevel|ConstraintType|CalendarUID|DurationFormat';

/** Ways other programs write the same. */
const WAYS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'with other line ends': (text) => encode(text.replace(/\r?\n/g, '\r\n')),
  'with a mark in front': (text) => encode(`\ufeff${text}`),
  'in UTF-16': utf16,
  'in UTF-16, the other order': (text) => utf16(text).swap16(),
  'with a prefix for the namespace': (text) =>
    encode(text.replace(/<(\/?)([A-Za-z])/g, '<$1p:$2').replace('xmlns="', 'xmlns:p="')),
  'with comments and instructions': (text) =>
    encode(text.replace(/<\/(Task|UID|Name)>/g, '</$1><!-- - --><?x y?>')),
  'with true and false': (text) =>
    encode(
      text.replace(/<(Summary|Milestone|Manual|Active|IsNull|DayWorking)>([01])</g, (_, name, value) =>
        value === '1' ? `<${name}>true<` : `<${name}>false<`,
      ),
    ),
  'with short durations': (text) =>
    encode(text.replace(/PT(\d+)H0M0S/g, 'PT$1H').replace(/PT0H(\d+)M0S/g, 'PT$1M')),
  'with elements nobody knows': (text) =>
    encode(text.replace(/<\/UID>/g, '</UID><Neu a="1"><Alt/></Neu><Leer/>')),
  'with blanks around values': (text) =>
    encode(
      text.replace(
        new RegExp(`<(UID|Type|FromTime|ToTime|Units|Work|Duration|${DATES}|${NUMBERS})>([^<]+)<`, 'g'),
        '<$1>\n  $2\n  <',
      ),
    ),
  'with fractions of a second': (text) =>
    encode(text.replace(new RegExp(`<(${DATES})>([\\dT:-]{19})<`, 'g'), '<$1>$2.000<')),
  'with decimals': (text) =>
    encode(text.replace(new RegExp(`<(UID|${NUMBERS})>(-?\\d+)<`, 'g'), '<$1>$2.0<')),
  'with names as character data': (text) =>
    encode(text.replace(/<Name>([^<&]+)<\/Name>/g, '<Name><![CDATA[$1]]></Name>')),
};

describe('written another way, a real plan is the same plan', () => {
  const plans = filesOf(['mspdi', 'mspdi-from-mpp', 'mspdi-other'], 150_000);
  const summary = (bytes: Uint8Array) => {
    const result = read(bytes);
    if (!result.ok) return result.refusal.code;
    const dates = schedule(toCpmInput(result.project));
    return {
      dates: dates.ok && [...dates.dates],
      tasks: result.project.tasks.map(({ uid, name, start, duration, stored }) => [
        uid,
        name,
        start,
        duration,
        stored,
      ]),
      warnings: result.warningCounts,
    };
  };
  const known = plans.map(({ bytes }) => summary(bytes));
  it.each(Object.entries(WAYS))('%s', (_, write) => {
    expect(plans.length).toBeGreaterThan(25);
    plans.forEach(({ name, bytes }, i) => {
      const text = new TextDecoder().decode(bytes);
      expect(summary(write(text)), name).toEqual(known[i]);
    });
  });
});
