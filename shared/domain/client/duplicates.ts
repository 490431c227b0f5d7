/** Whether two records are about the same person or firm, however they were typed. */
import { simplified } from '../text/hanForms.ts';

const GROUP = /(?:集团公司|集團公司|集团|集團)$/;
const LEGAL =
  /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|公司|(?:,|，)?\s*(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|plc|gmbh|ag|sa|bv|pte|sdn|bhd)\.?)$/i;

const letters = (text: string): string =>
  simplified(text.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, '');

const withoutBrackets = (text: string): string => text.normalize('NFKC').replace(/\([^()]*\)/g, '') || text;

/** The name without its legal form; `also` takes another ending away with it. Never empty for a name. */
function withoutForm(name: string, also: RegExp | null): string {
  let text = name.normalize('NFKC').trim();
  for (let turn = 0; turn < 3; turn++) {
    const shorter = text.replace(LEGAL, '').trim();
    const next = shorter === text && also !== null ? text.replace(also, '').trim() : shorter;
    // 公司 alone would leave nothing to compare.
    if (next === text || letters(withoutBrackets(next)).length < 2) break;
    text = next;
  }
  return text;
}

/**
 * A firm's name for comparing: without legal form, group, brackets, blanks and signs, in simplified characters.
 * Never empty for a name.
 */
export function companyKey(name: string): string {
  const text = withoutForm(name, GROUP);
  return letters(withoutBrackets(text)) || letters(name) || name.trim();
}

/** As {@link companyKey}, but a branch in brackets and a group are firms of their own. */
export const fullCompanyKey = (name: string): string => letters(withoutForm(name, null)) || companyKey(name);

/** Whether the name is that of the register, and not what people call the firm for short. */
export const hasLegalForm = (name: string): boolean => LEGAL.test(name.normalize('NFKC').trim());

const bare = (text: string): string => letters(withoutBrackets(text));

/** A person's name for comparing: without blanks and forms of address. */
export function personKey(name: string): string {
  const text = name.normalize('NFKC').trim();
  const plain = text
    .replace(/\s*(?:先生|女士|小姐|老师|老師|总|總|经理|經理)$/, '')
    .replace(/^(?:mr|mrs|ms|dr)\.?\s+/i, '');
  return bare(plain.length > 1 ? plain : text);
}

/** Digits of a telephone number without the prefix of a country; null for what is too short to tell people apart. */
export function phoneKey(phone: string): string | null {
  const text = phone.normalize('NFKC').replace(/(?:ext\.?|extension|分机|分機|转|轉|#|x)\s*\d+\s*$/i, '');
  let digits = text.replace(/\D/g, '');
  const international = /^\s*(?:\+|00)/.test(text);
  if (digits.startsWith('00')) digits = digits.slice(2);
  for (const prefix of ['86', '886', '852', '853'])
    if (digits.startsWith(prefix) && (international || digits.length > 11)) {
      digits = digits.slice(prefix.length);
      break;
    }
  // 0 before the area code is dialled only inside the country.
  digits = digits.replace(/^0+/, '');
  return digits.length >= 6 ? digits : null;
}

/** One number is the other with or without the prefix of its country or area. */
export function samePhone(left: string, right: string): boolean {
  const [a, b] = [phoneKey(left), phoneKey(right)];
  if (a === null || b === null) return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 9 && long.length - short.length <= 3 && long.endsWith(short);
}

export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** How a person was recognised, the surest first. */
export const MATCH_REASONS = ['email', 'phone', 'name', 'phoneOnly'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface KnownPerson {
  /** Record, or `row:7` for one that comes with the same file. */
  readonly id: string;
  /** Client record, or a key that stands for a new one. */
  readonly clientId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Match {
  readonly person: KnownPerson;
  readonly reason: MatchReason;
}

/** `phoneOnly`: another name on the same number may be a colleague at the switchboard. */
export const isSure = ({ reason }: Match): boolean => reason !== 'phoneOnly';

/** People by what they can be recognised by; grows while a file is gone through. */
export class People {
  readonly #byEmail = new Map<string, KnownPerson>();
  readonly #byPhone = new Map<string, KnownPerson[]>();
  readonly #byName = new Map<string, KnownPerson>();

  add(person: KnownPerson): void {
    if (person.email !== null && !this.#byEmail.has(emailKey(person.email)))
      this.#byEmail.set(emailKey(person.email), person);
    const phone = person.phone === null ? null : phoneKey(person.phone);
    if (phone !== null) {
      // The last digits find numbers with and without prefixes; the rule itself decides.
      const list = this.#byPhone.get(phone.slice(-9)) ?? [];
      list.push(person);
      this.#byPhone.set(phone.slice(-9), list);
    }
    const name = nameKey(person.clientId, person.name);
    if (!this.#byName.has(name)) this.#byName.set(name, person);
  }

  /** The person that is meant, or null. `clientId` is that of the firm the file names. */
  find(wanted: Omit<KnownPerson, 'id'>): Match | null {
    const byEmail = wanted.email === null ? undefined : this.#byEmail.get(emailKey(wanted.email));
    if (byEmail) return { person: byEmail, reason: 'email' };
    const { phone } = wanted;
    const key = phone === null ? null : phoneKey(phone);
    const same =
      phone === null || key === null
        ? []
        : (this.#byPhone.get(key.slice(-9)) ?? []).filter((person) => samePhone(person.phone ?? '', phone));
    const named = same.find((person) => personKey(person.name) === personKey(wanted.name));
    if (named) return { person: named, reason: 'phone' };
    const byName = this.#byName.get(nameKey(wanted.clientId, wanted.name));
    if (byName) return { person: byName, reason: 'name' };
    return same[0] ? { person: same[0], reason: 'phoneOnly' } : null;
  }
}

const nameKey = (clientId: string, name: string): string => `${clientId} ${personKey(name)}`;
