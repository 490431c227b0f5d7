/** Names and messengers as address books write them into a card. */
import { joinName } from '../contacts/draft.ts';
import type { ContentLine } from './lines.ts';

const HAN = /^[\u3400-\u9FFF\uF900-\uFAFF·]+$/;

export interface WrittenName {
  readonly family: string;
  readonly given: string;
  readonly between: string;
  readonly before: string;
  readonly after: string;
}

/** `伟 张` and `张 伟` are how phones set in another language show 张伟; every other name stays as it is shown. */
export function shownName(shown: string, name: WrittenName): string {
  const { family, given } = name;
  if (!HAN.test(family.trim()) || !HAN.test(given.trim()) || !/\s/.test(shown.trim())) return shown;
  const words = shown.trim().split(/\s+/);
  const both = [family.trim(), given.trim()];
  return words.length === 2 && both.every((part) => words.includes(part))
    ? joinName({ family, given })
    : shown;
}

/** Properties that carry a messenger, by what the messenger is called; '' where the line itself says it. */
const MESSENGERS: Readonly<Record<string, string>> = {
  'X-WECHAT': 'WeChat',
  'X-WEIXIN': 'WeChat',
  'X-QQ': 'QQ',
  'X-TENCENT-QQ': 'QQ',
  'X-LINE': 'LINE',
  IMPP: '',
  'X-SOCIALPROFILE': '',
  SOCIALPROFILE: '',
  'X-MS-IMADDRESS': '',
  'X-SKYPE': 'Skype',
  'X-SKYPE-USERNAME': 'Skype',
  'X-WHATSAPP': 'WhatsApp',
  'X-TELEGRAM': 'Telegram',
  'X-AIM': 'AIM',
  'X-ICQ': 'ICQ',
  'X-MSN': 'MSN',
  'X-YAHOO': 'Yahoo',
  'X-JABBER': 'Jabber',
  'X-GOOGLE-TALK': 'Google Talk',
  'X-GTALK': 'Google Talk',
};

export const isMessenger = (name: string): boolean => name in MESSENGERS;

const SCHEME = /^(?:x-apple|skype|xmpp|im|qq|msnim|aim|wechat|weixin|line|whatsapp|tel):/i;
const NOT_A_SERVICE = /^(?:HOME|WORK|PREF|OTHER|INTERNET)$/;

const isWeb = (text: string): boolean => /^https?:/i.test(text);

function serviceOf({ name, types, service }: ContentLine): string {
  const said = MESSENGERS[name] || service;
  const type = [...types].find((word) => !NOT_A_SERVICE.test(word)) ?? '';
  return (said || type).replace(/^(?:WEIXIN|WECHAT)$/i, 'WeChat');
}

/**
 * Messengers of a card: WeChat first, the first one bare, the others with their service. Pages of a person in
 * social networks are no messengers and stand apart.
 */
export function messengersOf(
  lines: readonly ContentLine[],
  text: (line: ContentLine) => string,
): { readonly ims: readonly string[]; readonly pages: readonly string[] } {
  const found = lines
    .filter(({ name }) => isMessenger(name))
    .map((line) => ({ service: serviceOf(line), value: text(line).trim().replace(SCHEME, '') }))
    .filter(({ value }) => value !== '');
  const rank = ({ service }: { service: string }): number => (service === 'WeChat' ? 0 : 1);
  const ims = found.filter(({ value }) => !isWeb(value)).sort((a, b) => rank(a) - rank(b));
  return {
    ims: ims.map(({ service, value }, i) => (i === 0 || service === '' ? value : `${service} ${value}`)),
    pages: found.filter(({ value }) => isWeb(value)).map(({ value }) => value),
  };
}

/** A list of people that an address book keeps beside them; 4.0 and Apple's way of writing it. */
export const isGroup = (lines: readonly ContentLine[]): boolean =>
  lines.some(
    ({ name, value }) =>
      (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && /^\s*group\s*$/i.test(value),
  );
