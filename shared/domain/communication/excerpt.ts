/** O12: reads what was pasted from a mail or a chat, so that nobody has to type who said what and when. */

import { clipped } from '../text/clip.ts';
import { findDatePhrase } from '../text/datePhrase.ts';

export interface ExcerptMessage {
  /** Name as it stands there; null where nobody is named. */
  readonly sender: string | null;
  /** Wall clock `YYYY-MM-DDTHH:MM:SS`; null if no time is given. */
  readonly at: string | null;
  readonly text: string;
}

export interface Excerpt {
  readonly kind: 'mail' | 'chat';
  readonly subject: string | null;
  readonly messages: readonly ExcerptMessage[];
}

/** One line of a chat that begins a message. */
interface Header {
  readonly sender: string | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly rest: string;
}

const two = (value: string | number): string => String(value).padStart(2, '0');

/** `2026/11/20`, `2026年11月20日`, `2026.11.20` or, without a year, the last such day up to today. */
function dateOf(text: string, today: string): string | null {
  const full = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  if (full) return `${full[1]}-${two(full[2] ?? '')}-${two(full[3] ?? '')}`;
  const short = /(?<!\d)(\d{1,2})\s*[/月-]\s*(\d{1,2})(?!\d)/.exec(text);
  if (!short) return null;
  const day = `${two(short[1] ?? '')}-${two(short[2] ?? '')}`;
  const year = Number(today.slice(0, 4));
  return `${year}-${day}` <= today ? `${year}-${day}` : `${year - 1}-${day}`;
}

/** `14:03`, `2:03 PM`, `下午2:03`, `下午 02:03`. */
function timeOf(text: string): string | null {
  const match =
    /(上午|下午|晚上|凌晨|中午|早上)?\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?\s*([ap]\.?m\.?)?/i.exec(text);
  if (!match) return null;
  const [, before, hours = '', minutes = '', seconds, suffix] = match;
  const isLater = before === '下午' || before === '晚上' || /^p/i.test(suffix ?? '');
  const isEarly = before === '上午' || before === '凌晨' || /^a/i.test(suffix ?? '');
  let hour = Number(hours);
  if (isLater && hour < 12) hour += 12;
  if (isEarly && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${two(hour)}:${minutes}:${seconds ?? '00'}`;
}

const TIME =
  '(?:上午|下午|晚上|凌晨|中午|早上)?\\s?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?';
const DATE =
  '(?:\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}日?|\\d{1,2}月\\d{1,2}日|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)';
const NAME = '[^\\s:：\\[\\]][^:：\\t\\[\\]]{0,39}?';

/** A line that only says the day: the separators of LINE. */
const DAY_LINE = new RegExp(
  `^(${DATE})\\s*[（(]?(?:(?:星期|週|周)?[一二三四五六日天]|[A-Za-z]{3,9})?[）)]?$`,
);
/** `张工 2026/11/20 14:03` or `张工 14:03` alone on a line: WeChat. */
const NAME_THEN_TIME = new RegExp(`^(${NAME})\\s*[:：]?\\s+(?:(${DATE})\\s*)?(${TIME})$`);
/** `2026-11-20 14:03 张工` alone on a line: QQ, DingTalk. */
const TIME_THEN_NAME = new RegExp(`^(${DATE})\\s+(${TIME})\\s+(${NAME})$`);
/** `14:03⇥王小姐⇥內容` or with single spaces: LINE. */
const LINE_ROW = new RegExp(`^(${TIME})[\\t ]+([^\\t ]{1,40})[\\t ]+(.+)$`);
/** `[2026/11/20 14:03] Name: text` and `20/11/2026, 14:03 - Name: text`. */
const BRACKET_ROW = new RegExp(`^\\[?(${DATE})[,，]?\\s+(${TIME})\\]?\\s*(?:-\\s*)?(${NAME})[:：]\\s?(.*)$`);
/** `张工：` alone on a line. */
const NAME_LINE = /^([^\s:：][^:：]{0,19})[:：]$/;

/** A longer line is something that was said. */
const MAX_HEADER = 240;

function headerOf(line: string): Header | null {
  if (line.length > MAX_HEADER) return null;
  const bracket = BRACKET_ROW.exec(line);
  if (bracket)
    return {
      date: bracket[1] ?? null,
      time: bracket[2] ?? null,
      sender: bracket[3] ?? null,
      rest: bracket[4] ?? '',
    };
  const wechat = NAME_THEN_TIME.exec(line);
  if (wechat)
    return { sender: wechat[1] ?? null, date: wechat[2] ?? null, time: wechat[3] ?? null, rest: '' };
  const qq = TIME_THEN_NAME.exec(line);
  if (qq) return { date: qq[1] ?? null, time: qq[2] ?? null, sender: qq[3] ?? null, rest: '' };
  const row = LINE_ROW.exec(line);
  if (row) return { time: row[1] ?? null, date: null, sender: row[2] ?? null, rest: row[3] ?? '' };
  const named = NAME_LINE.exec(line);
  return named ? { sender: named[1] ?? null, date: null, time: null, rest: '' } : null;
}

interface Draft {
  sender: string | null;
  at: string | null;
  lines: string[];
}

function chatMessages(lines: readonly string[], today: string): ExcerptMessage[] | null {
  const drafts: Draft[] = [];
  let day: string | null = null;
  let isChat = false;
  for (const line of lines) {
    const only = DAY_LINE.exec(line.trim());
    if (only) {
      day = dateOf(only[1] ?? '', today);
      continue;
    }
    const header = headerOf(line.trim());
    if (!header) {
      const open = drafts.at(-1);
      if (open) open.lines.push(line);
      else if (line.trim() !== '') drafts.push({ sender: null, at: null, lines: [line] });
      continue;
    }
    isChat = true;
    const date = header.date === null ? day : dateOf(header.date, today);
    const time = header.time === null ? null : timeOf(header.time);
    // A chat that gives only times was copied on its day.
    const at = time === null ? null : `${date ?? today}T${time}`;
    drafts.push({
      sender: header.sender?.trim() ?? null,
      at,
      lines: header.rest === '' ? [] : [header.rest],
    });
  }
  if (!isChat) return null;
  return drafts
    .map(({ sender, at, lines: own }) => ({ sender, at, text: own.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

const MAIL_FIELDS = {
  sender: /^\s*(?:发件人|寄件者|寄件人|From)\s*[:：]\s*(.+)$/i,
  at: /^\s*(?:发送时间|发件时间|傳送時間|寄件日期|日期|Sent|Date)\s*[:：]\s*(.+)$/i,
  subject: /^\s*(?:主题|主旨|主題|Subject)\s*[:：]\s*(.*)$/i,
  other:
    /^\s*(?:收件人|收件者|抄送|副本|密件抄送|To|Cc|Bcc|重要性|Importance|附件|Attachments?)\s*[:：]\s*.*$/i,
} as const;

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Friday, November 20, 2026 2:03 PM`, `Fri, 20 Nov 2026 14:03:11 +0800`, `2026年11月20日 14:03`. */
function mailTime(text: string, today: string): string | null {
  const time = timeOf(text) ?? '00:00:00';
  const named = /([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})/.exec(text);
  if (named) {
    const month = ENGLISH_MONTHS.indexOf((named[1] ?? named[5] ?? '').slice(0, 3).toLowerCase());
    if (month >= 0)
      return `${named[3] ?? named[6]}-${two(month + 1)}-${two(named[2] ?? named[4] ?? '')}T${time}`;
  }
  const date = dateOf(text, today);
  return date === null ? null : `${date}T${time}`;
}

/** The address is nobody's name, except where there is no name. */
function nameOf(from: string): string {
  const name = from.replace(/<[^>]*>|\[mailto:[^\]]*\]/gi, '').replace(/^["'\s]+|["'\s]+$/g, '');
  return name === '' ? from.trim() : name;
}

function mailOf(lines: readonly string[], today: string): Excerpt | null {
  const first = lines.findIndex((line) => MAIL_FIELDS.sender.test(line));
  if (first < 0 || first > 5) return null;
  let sender: string | null = null;
  let at: string | null = null;
  let subject: string | null = null;
  let end = first;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const [from, sent, about] = [
      MAIL_FIELDS.sender.exec(line),
      MAIL_FIELDS.at.exec(line),
      MAIL_FIELDS.subject.exec(line),
    ];
    if (from) sender ??= nameOf(from[1] ?? '');
    else if (sent) at ??= mailTime(sent[1] ?? '', today);
    else if (about) subject ??= (about[1] ?? '').trim();
    else if (!MAIL_FIELDS.other.test(line)) break;
  }
  if (at === null && subject === null) return null;
  // What is quoted below is an earlier mail.
  const below = lines.slice(end);
  const quoted = below.findIndex(
    (line) => MAIL_FIELDS.sender.test(line) || /^-{3,}|^_{5,}/.test(line.trim()),
  );
  const text = (quoted < 0 ? below : below.slice(0, quoted)).join('\n').trim();
  return { kind: 'mail', subject: subject || null, messages: [{ sender, at, text }] };
}

/** Reads a pasted excerpt; null if it is neither a mail nor a chat but plain words. */
export function readExcerpt(pasted: string, today: string): Excerpt | null {
  const lines = pasted
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '')
    .split('\n');
  const mail = mailOf(lines, today);
  if (mail) return mail;
  const messages = chatMessages(lines, today);
  return messages && messages.length > 0 ? { kind: 'chat', subject: null, messages } : null;
}

export interface ExcerptDraft {
  readonly summary: string;
  readonly happened_at: string | null;
  readonly sender: string | null;
  readonly channel: 'email' | 'im';
  readonly imported_from: 'mail' | 'chat';
  /** A sentence that names a day, and that day. */
  readonly next: { readonly text: string; readonly due_on: string } | null;
}

const SENTENCE_END = /(?<=[。！？!?；;\n]|\.\s)/;

/** A first draft of the log entry; the user reads it over. The excerpt itself is kept word for word beside it. */
export function draftOf(excerpt: Excerpt, today: string): ExcerptDraft {
  const { kind, subject, messages } = excerpt;
  const latest = [...messages].reverse().find(({ at }) => at !== null);
  const said = messages.map(({ sender, text }) => (kind === 'chat' && sender ? `${sender}: ${text}` : text));
  const body = said.join('\n');
  const summary = kind === 'mail' && subject ? `${subject}\n${clipped(body, 600)}` : clipped(body, 600);
  const dated = messages
    .flatMap(({ text }) => text.split(SENTENCE_END))
    .map((sentence) => ({ text: sentence.trim(), found: findDatePhrase(sentence, today) }))
    .find(({ found }) => found !== null && found.value >= today);
  return {
    summary: summary.trim(),
    happened_at: latest?.at ?? null,
    sender: messages.find(({ sender }) => sender !== null)?.sender ?? null,
    channel: kind === 'mail' ? 'email' : 'im',
    imported_from: kind,
    next: dated?.found ? { text: clipped(dated.text, 500), due_on: dated.found.value } : null,
  };
}
