/** A MIME reader that accepts only what the standards allow, to hold our own messages against. */

export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  readonly disposition: { readonly type: string; readonly params: Readonly<Record<string, string>> } | null;
  /** Decoded body of a leaf. */
  readonly body: Buffer;
  readonly parts: readonly MimePart[];
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function requireLines(raw: Buffer): void {
  for (let i = 0, start = 0; i < raw.length; i++) {
    if (raw[i] === 13 && raw[i + 1] !== 10) throw new Error(`lone CR at ${i}`);
    if (raw[i] !== 10) continue;
    if (raw[i - 1] !== 13) throw new Error(`lone LF at ${i}`);
    if (i - 1 - start > 998) throw new Error(`line of ${i - 1 - start} octets`);
    start = i + 1;
  }
}

function splitHead(raw: Buffer): { headers: Map<string, string>; body: Buffer } {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('no end of headers');
  const head = raw.subarray(0, end).toString('latin1');
  if (/[^\x20-\x7e\r\n\t]/.test(head)) throw new Error('raw octets in headers');
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n([ \t])/g, '$1').split('\r\n')) {
    const match = /^([!-9;-~]+):[ \t]?(.*)$/.exec(line);
    if (!match) throw new Error(`not a header: ${line}`);
    const name = (match[1] ?? '').toLowerCase();
    if (headers.has(name)) throw new Error(`header twice: ${name}`);
    headers.set(name, (match[2] ?? '').trim());
  }
  return { headers, body: raw.subarray(end + 4) };
}

/** RFC 2047: encoded words, adjacent ones joined. */
export function decodeWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, kind: string, data: string) => {
      if (charset.toLowerCase() !== 'utf-8') throw new Error(`charset ${charset}`);
      const bytes =
        kind.toUpperCase() === 'B'
          ? Buffer.from(data, 'base64')
          : Buffer.from(
              data
                .replace(/_/g, ' ')
                .replace(/=([0-9A-F]{2})/gi, (_m, hex: string) =>
                  String.fromCharCode(Number.parseInt(hex, 16)),
                ),
              'latin1',
            );
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    });
}

/** A value with parameters, also those that go on in pieces and are percent-encoded (RFC 2231). */
function parseValue(text: string): { value: string; params: Record<string, string> } {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|[^;"])+/g) ?? [];
  const [value = '', ...rest] = parts.map((part) => part.trim());
  const plain = new Map<string, string>();
  const pieces = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const part of rest) {
    const match = /^([^=]+)=(.*)$/s.exec(part);
    if (!match) throw new Error(`not a parameter: ${part}`);
    const [, name = '', raw = ''] = match;
    const text = raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
    if (!raw.startsWith('"') && !/^[^\s()<>@,;:\\"/[\]?=]+$/.test(raw)) throw new Error(`bare value: ${raw}`);
    const extended = /^(.+?)(?:\*(\d+))?(\*)?$/.exec(name);
    const key = (extended?.[1] ?? name).toLowerCase();
    if (!TOKEN.test(key)) throw new Error(`parameter name ${key}`);
    if (extended?.[2] === undefined && extended?.[3] === undefined) plain.set(key, text);
    else {
      const list = pieces.get(key) ?? [];
      list.push({ index: Number(extended[2] ?? 0), encoded: extended[3] === '*', text });
      pieces.set(key, list);
    }
  }
  for (const [key, list] of pieces) plain.set(key, joinPieces(list));
  return { value: value.toLowerCase(), params: Object.fromEntries(plain) };
}

function joinPieces(list: readonly { index: number; encoded: boolean; text: string }[]): string {
  const sorted = [...list].sort((a, b) => a.index - b.index);
  sorted.forEach((piece, index) => {
    if (piece.index !== index) throw new Error('a piece of the parameter is missing');
  });
  const first = /^([^']*)'([^']*)'/.exec(sorted[0]?.text ?? '');
  if (sorted[0]?.encoded && first?.[1]?.toLowerCase() !== 'utf-8')
    throw new Error('charset of the parameter');
  return sorted
    .map((piece, index) => {
      const text = index === 0 && piece.encoded ? piece.text.slice(first?.[0].length ?? 0) : piece.text;
      return piece.encoded ? decodeURIComponent(text) : text;
    })
    .join('');
}

function decodeBody(body: Buffer, encoding: string): Buffer {
  if (encoding === '7bit') {
    if (body.some((byte) => byte > 127)) throw new Error('eight bits in 7bit');
    return body;
  }
  if (encoding !== 'base64') throw new Error(`transfer encoding ${encoding}`);
  const text = body.toString('latin1');
  for (const line of text.split('\r\n')) if (line.length > 76) throw new Error('base64 line too long');
  const joined = text.replace(/\r\n/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(joined) || joined.length % 4 !== 0) throw new Error('not base64');
  return Buffer.from(joined, 'base64');
}

function parsePart(raw: Buffer): MimePart {
  const { headers, body } = splitHead(raw);
  const { value: type, params } = parseValue(headers.get('content-type') ?? 'text/plain');
  const given = headers.get('content-disposition');
  const parsed = given === undefined ? null : parseValue(given);
  const disposition = parsed && { type: parsed.value, params: parsed.params };
  if (!type.startsWith('multipart/')) {
    const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
    return { headers, type, params, disposition, body: decodeBody(body, encoding), parts: [] };
  }
  const boundary = params['boundary'] ?? '';
  if (boundary === '' || boundary.length > 70) throw new Error('boundary');
  const text = `\r\n${body.toString('latin1')}`;
  const sections = text.split(`\r\n--${boundary}`);
  if (!(sections.at(-1) ?? '').startsWith('--')) throw new Error('multipart is not closed');
  const parts = sections.slice(1, -1).map((section) => {
    if (!section.startsWith('\r\n')) throw new Error('text after a boundary');
    return parsePart(Buffer.from(section.slice(2), 'latin1'));
  });
  return { headers, type, params, disposition, body: Buffer.alloc(0), parts };
}

/** Reads a whole message. @throws on anything that a strict reader would refuse */
export function parseMessage(raw: Uint8Array): MimePart {
  const bytes = Buffer.from(raw);
  requireLines(bytes);
  const message = parsePart(bytes);
  if (message.headers.get('mime-version') !== '1.0') throw new Error('MIME-Version');
  return message;
}
