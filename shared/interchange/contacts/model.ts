/** People and firms as other programs hand them over, before anybody decides what becomes of them. */

export const CONTACT_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type ContactLanguage = (typeof CONTACT_LANGUAGES)[number];

/** What is wrong with a row; texts are `contactImport:problem.<code>`. */
export const CONTACT_PROBLEMS = [
  'NAME_MISSING',
  'NAME_TOO_LONG',
  'COMPANY_TOO_LONG',
  'EMAIL_UNREADABLE',
  'TEXT_TOO_LONG',
  'PHONE_ROUNDED',
  'CARD_OPEN',
] as const;
export type ContactProblemCode = (typeof CONTACT_PROBLEMS)[number];

export interface ContactProblem {
  readonly code: ContactProblemCode;
  /** What stands there, cut. */
  readonly text: string;
}

/** Problems without which a row can still be taken over; what could not be read stands in its notes. */
export const isFatal = ({ code }: ContactProblem): boolean =>
  code !== 'EMAIL_UNREADABLE' && code !== 'TEXT_TOO_LONG' && code !== 'PHONE_ROUNDED';

export interface ContactDraft {
  /** Card of the file or row of the sheet, from 1. */
  readonly row: number;
  /** Empty: the row is about a firm only. */
  readonly name: string;
  readonly company: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly im: string | null;
  readonly language: ContactLanguage | null;
  readonly notes: string | null;
  /** Of the firm. */
  readonly address: string | null;
  readonly industry: string | null;
  readonly taxNo: string | null;
  readonly owner: string | null;
  readonly problems: readonly ContactProblem[];
}

/** What cards carry that is left out, where there is a word for it: `contactImport:left.<name>`. */
export const LEFT_OUT_NAMES = [
  'PHOTO',
  'LOGO',
  'SOUND',
  'BDAY',
  'ANNIVERSARY',
  'GENDER',
  'GEO',
  'TZ',
  'KEY',
  'CATEGORIES',
  'RELATED',
  'AGENT',
  'MEMBER',
  'GROUP',
] as const;

export interface ReadContacts {
  readonly drafts: readonly ContactDraft[];
  /** Kinds of information that have no place here: pictures, birthdays. */
  readonly leftOut: readonly string[];
  /** Rows beyond the limit. */
  readonly cut: number;
}

export const CONTACT_LIMITS = { rows: 10_000, fileBytes: 64 * 1024 * 1024 } as const;
