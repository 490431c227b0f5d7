import { SaxesParser } from 'saxes';
import { type MspdiRefusal, type RefusalCode, refusal } from '../mspdi/issues.ts';
import type { Node } from '../mspdi/tree.ts';

/** Bounds on what stands between two tags, whatever the format. Characters are UTF-16 code units. */
export interface FeedLimits {
  readonly characters: number;
  /** One text, comment, attribute or anything else between two tags. */
  readonly token: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

/** Refuses the document and leaves the parser at once. */
export type Stop = (code: RefusalCode, args?: Record<string, string | number>) => never;

/** What a format makes of the elements, in the order of the document. */
export interface XmlHandler {
  /** `name` as written, with its prefix. */
  open(name: string, attributes: Record<string, string>, line: number): void;
  text(part: string): void;
  close(): void;
  /** Names of the open elements, outermost first: where a refusal stands. */
  path(): readonly string[];
}

export interface XmlFeed {
  /** Feed the next piece of text. false: the document is refused, more is of no use. */
  write(chunk: string): boolean;
  /** Nothing more comes. `check` may still refuse what was read. Why the document was refused, or null. */
  end(check?: (stop: Stop) => void): MspdiRefusal | null;
  /** The first 4096 characters fed so far. */
  head(): string;
}

/** Thrown through the parser to stop it at once; never leaves this module. */
const STOP = Symbol('refused');
const SLICE = 64 * 1024;
const HEAD = 4096;
const OPEN_DOCTYPE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]{0,4000}?-->\s*){0,20}<!DOCTYPE/i;
const BARE_AMPERSAND = /&(?!#?\w{1,32};)[^<]{0,10000}</;

/** The name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Adds a piece to the text of an element, which has a bound. */
export function addText(node: Node | undefined, part: string, limits: FeedLimits, stop: Stop): void {
  if (!node) return;
  if (node.text.length + part.length > limits.token) stop('XML_TEXT_TOO_LONG', { limit: limits.token });
  node.text += part;
}

/** A parser that tells `handler` of elements, and `onSign` of anything at all. */
function createParser(
  handler: XmlHandler,
  limits: FeedLimits,
  stop: Stop,
  events: { readonly onSign: () => void; readonly isClosing: () => boolean },
) {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  let attributes = 0;
  const text = (part: string) => {
    events.onSign();
    handler.text(part);
  };
  parser.on('error', () => stop(events.isClosing() ? 'XML_TRUNCATED' : 'XML_MALFORMED'));
  parser.on('doctype', () => stop('XML_DOCTYPE'));
  parser.on('comment', events.onSign);
  parser.on('processinginstruction', events.onSign);
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', ({ value }) => {
    attributes++;
    if (attributes > limits.attributes) stop('XML_TOO_MANY_ATTRIBUTES', { limit: limits.attributes });
    if (value.length > limits.token) stop('XML_TEXT_TOO_LONG', { limit: limits.token });
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag) => {
    events.onSign();
    handler.open(tag.name, tag.attributes as Record<string, string>, parser.line);
  });
  parser.on('closetag', () => {
    events.onSign();
    handler.close();
  });
  return parser;
}

/**
 * Reads XML piece by piece for a format. DOCTYPE and with it every entity of its own is refused, and so is a
 * document that is damaged anywhere; a refusal says line, column and place.
 * @param create makes the handler; it gets the way to refuse
 * @param onProgress called now and then with the characters read so far
 */
export function createXmlFeed(
  limits: FeedLimits,
  create: (stop: Stop) => XmlHandler,
  onProgress?: (characters: number) => void,
): XmlFeed {
  let refused: MspdiRefusal | null = null;
  let characters = 0;
  let parsed = 0;
  let head = '';
  /** What was fed since the parser last reported anything, and its characters. */
  let tail = '';
  let silent = 0;
  let closing = false;
  const stop: Stop = (code, args = {}) => {
    const path = handler.path().slice(0, 8).join('/');
    refused ??= refusal(code, args, { line: parser.line, column: parser.column, path });
    throw STOP;
  };
  const handler = create(stop);
  const onSign = () => {
    silent = 0;
  };
  const parser = createParser(handler, limits, stop, { onSign, isClosing: () => closing });
  const guard = (work: () => void): void => {
    if (refused) return;
    try {
      work();
    } catch (thrown) {
      if (thrown !== STOP) throw thrown;
    }
  };
  const feed = (chunk: string) => {
    for (let i = 0; i < chunk.length; i += SLICE) {
      const slice = chunk.slice(i, i + SLICE);
      tail = silent > 0 ? tail + slice : slice;
      silent += slice.length;
      parser.write(slice);
      parsed += slice.length;
      onProgress?.(parsed);
      if (silent <= limits.token + SLICE) continue;
      // The parser tells of a DOCTYPE at its end; nobody has to read 100 MB of entities up to there.
      if (handler.path().length === 0 && OPEN_DOCTYPE.test(head)) stop('XML_DOCTYPE');
      stop('XML_TEXT_TOO_LONG', { limit: limits.token });
    }
  };
  return {
    head: () => head,
    write(chunk) {
      guard(() => {
        characters += chunk.length;
        if (characters > limits.characters)
          stop('FILE_TOO_LARGE', { limit: Math.floor(limits.characters / 1_048_576) });
        if (head.length < HEAD) head += chunk.slice(0, HEAD - head.length);
        feed(chunk);
      });
      return refused === null;
    },
    end(check) {
      guard(() => {
        if (head.trim() === '') stop('FILE_EMPTY');
        // The parser looks for the end of an entity to the end of the file: not cut off, but a bare “&”.
        if (BARE_AMPERSAND.test(tail) && handler.path().length > 0) stop('XML_MALFORMED');
        closing = true;
        parser.close();
        check?.(stop);
      });
      return refused;
    },
  };
}
