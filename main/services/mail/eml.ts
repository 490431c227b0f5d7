import MailComposer from 'nodemailer/lib/mail-composer';
import { allowedExternalUrl } from '#main/policy/externalUrl.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface DraftMail {
  /** Sender, if the firm's address is known; the mail program fills it in otherwise. */
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array; readonly type: string };
  readonly date: Date;
  /** Right-hand side is ours and says nothing about the machine. */
  readonly messageId: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const ADDRESS = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/;

/** One header line: whatever would begin another header becomes a space. */
export function headerText(text: string): string {
  return text.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Whether an address may stand in a header as it is. */
export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address);
}

const box = ({ name, address }: Mailbox) => ({ name: headerText(name), address });

/**
 * An e-mail with attachment as an `.eml` file that mail programs open as a draft: RFC 5322 with CRLF, names
 * by RFC 2047 and 2231, `X-Unsent: 1`. Nothing is read from disk or fetched while it is made.
 * @throws TypeError on an address that is none: it must have been checked before
 */
export async function composeEml(mail: DraftMail): Promise<Uint8Array> {
  for (const { address } of [...mail.to, ...mail.cc, ...(mail.from ? [mail.from] : [])])
    if (!isPlainAddress(address)) throw new TypeError('not an e-mail address');
  const composer = new MailComposer({
    ...(mail.from ? { from: box(mail.from) } : {}),
    to: mail.to.map(box),
    cc: mail.cc.map(box),
    subject: headerText(mail.subject),
    text: mail.text.replace(/\r\n?|\n/g, '\r\n'),
    textEncoding: 'base64',
    date: mail.date,
    messageId: mail.messageId,
    headers: { 'X-Unsent': '1' },
    attachments: [
      {
        filename: headerText(mail.attachment.name),
        content: Buffer.from(mail.attachment.bytes),
        contentType: mail.attachment.type,
      },
    ],
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  composer.compile().build((error: Error | null, message?: Buffer) => {
    if (error || !message) reject(error ?? new Error('no message'));
    else resolve(message);
  });
  return promise;
}

const MAILTO_CHARS = 2000;

/** A `mailto:` address with as much of the text as fits: the way out where no program opens drafts. */
export function mailtoUrl(mail: Pick<DraftMail, 'to' | 'cc' | 'subject' | 'text'>): string {
  const addresses = (list: readonly Mailbox[]): string =>
    list.map((m) => encodeURIComponent(m.address)).join(',');
  const build = (text: string): string => {
    const cc = mail.cc.length > 0 ? `cc=${addresses(mail.cc)}&` : '';
    return `mailto:${addresses(mail.to)}?${cc}subject=${encodeURIComponent(headerText(mail.subject))}&body=${encodeURIComponent(text)}`;
  };
  const lines = mail.text.replace(/\r\n?|\n/g, '\r\n').split('\r\n');
  for (; lines.length > 0; lines.pop()) {
    const url = build(lines.join('\r\n'));
    if (url.length <= MAILTO_CHARS && allowedExternalUrl(url) !== null) return url;
  }
  return `mailto:${addresses(mail.to)}`;
}
