import { SaxesParser } from 'saxes';
import { assembleProject } from './assemble.ts';
import { createCollector, type RecordKind } from './collect.ts';
import {
  createWarningLog,
  type MspdiRefusal,
  type MspdiWarning,
  type RefusalCode,
  refusal,
  type WarningLog,
} from './issues.ts';
import type { LeftOut, MspdiProject } from './model.ts';
import { foreignRoot } from './sniff.ts';
import { createNode, createRawStore, type Node, type RawLimits } from './tree.ts';

/** Bounds on what one file can cost (reliability c2). Characters are UTF-16 code units. */
export interface MspdiLimits {
  readonly characters: number;
  readonly depth: number;
  /** One text, comment, attribute or anything else between two tags. */
  readonly token: number;
  readonly attributes: number;
  /** Elements inside one record. */
  readonly elementsPerRecord: number;
  readonly records: Readonly<Record<RecordKind, number>>;
  readonly raw: RawLimits;
}

export const DEFAULT_LIMITS: MspdiLimits = {
  characters: 50 * 1024 * 1024,
  depth: 64,
  token: 1024 * 1024,
  attributes: 64,
  elementsPerRecord: 50_000,
  records: {
    Task: 200_000,
    Resource: 50_000,
    Assignment: 400_000,
    Calendar: 20_000,
    ExtendedAttribute: 5_000,
  },
  raw: { total: 24 * 1024 * 1024, perOwner: 256 * 1024, timephased: 1024 * 1024 },
};

export type MspdiResult =
  | {
      readonly ok: true;
      readonly project: MspdiProject;
      readonly warnings: readonly MspdiWarning[];
      readonly warningCounts: WarningLog['counts'];
      readonly leftOut: LeftOut;
    }
  | { readonly ok: false; readonly refusal: MspdiRefusal };

export interface MspdiReader {
  /** Feed the next piece of text. false: the file is refused, more is of no use. */
  write(chunk: string): boolean;
  /** The whole project or the reason why not; never a part of it. */
  end(): MspdiResult;
}

export interface ReaderOptions {
  readonly limits?: Partial<MspdiLimits>;
  /** Called after each piece with the characters read so far. */
  readonly onProgress?: (characters: number) => void;
}

/** Thrown through the parser to stop it at once; never leaves this module. */
const STOP = Symbol('refused');

/** Time-phased blocks of one record that are built; with more of them none is kept, so none need be built. */
const TIMEPHASED_PER_RECORD = 500;
const SLICE = 64 * 1024;
const HEAD = 4096;
const OPEN_DOCTYPE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]{0,4000}?-->\s*){0,20}<!DOCTYPE/i;
const BARE_AMPERSAND = /&(?!#?\w{1,32};)[^<]{0,10000}</;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

interface State {
  readonly open: Node[];
  /** Depth of an element that is read past with all below it; 0 = none. */
  skipping: number;
  depth: number;
  path: string[];
  elements: number;
  attributes: number;
  timephased: number;
  /** Characters fed since the parser last reported anything. */
  silent: number;
}

const freshState = (): State => ({
  open: [],
  skipping: 0,
  depth: 0,
  path: [],
  elements: 0,
  attributes: 0,
  timephased: 0,
  silent: 0,
});

type Refuse = (code: RefusalCode, args?: Record<string, string | number>) => never;

/** Open and close tags: which element belongs to which record, and what is read past. */
function createTagHandlers(
  state: State,
  limits: MspdiLimits,
  collector: ReturnType<typeof createCollector>,
  refuse: Refuse,
) {
  const overflow = (record: Node) => {
    // A huge subtree of project settings (views, maps) is left out; a huge task is a damaged file.
    if (collector.isRecord(state.path)) refuse('RECORD_TOO_LARGE', { limit: limits.elementsPerRecord });
    record.children.length = 0;
    record.text = '';
    collector.drop();
    state.skipping = state.depth;
    state.open.length = 0;
  };
  return {
    open(name: string, attributes: Record<string, string>, line: number) {
      state.depth++;
      state.path.push(name);
      if (state.depth > limits.depth) refuse('XML_TOO_DEEP', { limit: limits.depth });
      if (state.skipping > 0) return;
      const parent = state.open[state.open.length - 1];
      if (!parent) {
        if (collector.startsHere(state.path)) {
          state.elements = 0;
          state.timephased = 0;
          const refused = collector.count(state.path);
          if (refused) refuse('TOO_MANY_RECORDS', { what: name, limit: refused });
          state.open.push(createNode(name, line, plainAttributes(attributes)));
        }
        return;
      }
      if (name === 'TimephasedData' && ++state.timephased > TIMEPHASED_PER_RECORD) {
        const record = state.open[0] ?? parent;
        record.skipped++;
        state.skipping = state.depth;
        return;
      }
      state.elements++;
      if (state.elements > limits.elementsPerRecord) return overflow(state.open[0] ?? parent);
      const node = createNode(name, line, plainAttributes(attributes));
      parent.children.push(node);
      state.open.push(node);
    },
    close() {
      if (state.skipping > 0) {
        if (state.skipping === state.depth) state.skipping = 0;
      } else if (state.open.length > 0) {
        const node = state.open.pop();
        if (node && node.children.length > 0 && node.text.trim() === '') node.text = '';
        if (node && state.open.length === 0) collector.take(state.path, node);
      }
      state.depth--;
      state.path.pop();
    },
  };
}

const NO_ATTRIBUTES: Node['attributes'] = [];

function plainAttributes(attributes: Record<string, string>): Node['attributes'] {
  const names = Object.keys(attributes);
  if (names.length === 0) return NO_ATTRIBUTES;
  return names
    .filter((name) => !name.startsWith('xmlns') && !name.includes(':'))
    .map((name) => [name, attributes[name] ?? '']);
}

function checkRoot(name: string, attributes: Record<string, string>, refuse: Refuse): void {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
  const code = foreignRoot(localName(name), namespace);
  if (code) refuse(code, { root: name.slice(0, 60) });
}

function createParser(
  state: State,
  limits: MspdiLimits,
  collector: ReturnType<typeof createCollector>,
  stop: Refuse,
  isClosing: () => boolean,
) {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const tags = createTagHandlers(state, limits, collector, stop);
  const text = (part: string) => {
    state.silent = 0;
    if (state.skipping > 0) return;
    const node = state.open[state.open.length - 1];
    if (!node) return;
    if (node.text.length + part.length > limits.token) stop('XML_TEXT_TOO_LONG', { limit: limits.token });
    node.text += part;
  };
  parser.on('error', () => {
    stop(isClosing() ? 'XML_TRUNCATED' : 'XML_MALFORMED');
  });
  parser.on('doctype', () => stop('XML_DOCTYPE'));
  parser.on('comment', () => {
    state.silent = 0;
  });
  parser.on('processinginstruction', () => {
    state.silent = 0;
  });
  parser.on('opentagstart', () => {
    state.attributes = 0;
  });
  parser.on('attribute', ({ value }) => {
    state.attributes++;
    if (state.attributes > limits.attributes) stop('XML_TOO_MANY_ATTRIBUTES', { limit: limits.attributes });
    if (value.length > limits.token) stop('XML_TEXT_TOO_LONG', { limit: limits.token });
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag) => {
    state.silent = 0;
    if (state.depth === 0) checkRoot(tag.name, tag.attributes, stop);
    tags.open(localName(tag.name), tag.attributes, parser.line);
  });
  parser.on('closetag', () => {
    state.silent = 0;
    tags.close();
  });
  return parser;
}

/**
 * Read an MSPDI document piece by piece, in memory proportional to what it says and not to its bytes. DOCTYPE and
 * with it every entity of its own is refused. A file that is damaged anywhere is refused whole.
 */
export function createMspdiReader(options: ReaderOptions = {}): MspdiReader {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const log = createWarningLog();
  const raw = createRawStore(limits.raw);
  const collector = createCollector({ log, raw }, limits.records);
  const state = freshState();
  let refused: MspdiRefusal | null = null;
  let characters = 0;
  let head = '';
  let closing = false;
  const stop: Refuse = (code, args = {}) => {
    refused ??= refusal(code, args, {
      line: parser.line,
      column: parser.column,
      path: state.path.slice(0, 8).join('/'),
    });
    throw STOP;
  };
  const parser = createParser(state, limits, collector, stop, () => closing);
  const guard = (work: () => void): void => {
    if (refused) return;
    try {
      work();
    } catch (thrown) {
      if (thrown !== STOP) throw thrown;
    }
  };
  let tail = '';
  const feed = (chunk: string) => {
    for (let i = 0; i < chunk.length; i += SLICE) {
      const slice = chunk.slice(i, i + SLICE);
      tail = state.silent > 0 ? tail + slice : slice;
      state.silent += slice.length;
      parser.write(slice);
      if (state.silent <= limits.token + SLICE) continue;
      // The parser tells of a DOCTYPE at its end; nobody has to read 100 MB of entities up to there.
      if (state.depth === 0 && OPEN_DOCTYPE.test(head)) stop('XML_DOCTYPE');
      stop('XML_TEXT_TOO_LONG', { limit: limits.token });
    }
  };
  return {
    write(chunk) {
      guard(() => {
        characters += chunk.length;
        if (characters > limits.characters)
          stop('FILE_TOO_LARGE', { limit: Math.floor(limits.characters / 1_048_576) });
        if (head.length < HEAD) head += chunk.slice(0, HEAD - head.length);
        feed(chunk);
      });
      options.onProgress?.(characters);
      return refused === null;
    },
    end() {
      guard(() => {
        if (head.trim() === '') stop('FILE_EMPTY');
        // The parser looks for the end of an entity to the end of the file: not cut off, but a bare “&”.
        if (BARE_AMPERSAND.test(tail) && state.depth > 0) stop('XML_MALFORMED');
        closing = true;
        parser.close();
        if (!collector.isMspdi()) stop('NOT_MSPDI', { root: 'Project' });
      });
      if (refused) return { ok: false, refusal: refused };
      const project = assembleProject({ head, ...collector.collected }, { log, raw });
      const leftOut = {
        timephasedBlocks: raw.timephased.blocks,
        timephasedDropped: raw.timephased.dropped,
        unknownElementsDropped: raw.dropped(),
      };
      return { ok: true, project, warnings: log.list, warningCounts: log.counts, leftOut };
    },
  };
}
