import {
  addText,
  createXmlFeed,
  type FeedLimits,
  localName,
  type Stop,
  type XmlHandler,
} from '../xml/feed.ts';
import { assembleProject } from './assemble.ts';
import { createCollector, type RecordKind } from './collect.ts';
import { createWarningLog, type MspdiRefusal, type MspdiWarning, type WarningLog } from './issues.ts';
import type { LeftOut, MspdiProject } from './model.ts';
import { foreignRoot } from './sniff.ts';
import { createNode, createRawStore, type Node, type RawLimits } from './tree.ts';

/** Bounds on what one file can cost (reliability c2). Characters are UTF-16 code units. */
export interface MspdiLimits extends FeedLimits {
  readonly depth: number;
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

/** Time-phased blocks of one record that are built; with more of them none is kept, so none need be built. */
const TIMEPHASED_PER_RECORD = 500;

interface State {
  readonly open: Node[];
  /** Depth of an element that is read past with all below it; 0 = none. */
  skipping: number;
  depth: number;
  path: string[];
  elements: number;
  timephased: number;
}

const freshState = (): State => ({
  open: [],
  skipping: 0,
  depth: 0,
  path: [],
  elements: 0,
  timephased: 0,
});

/** Open and close tags: which element belongs to which record, and what is read past. */
function createTagHandlers(
  state: State,
  limits: MspdiLimits,
  collector: ReturnType<typeof createCollector>,
  refuse: Stop,
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

function checkRoot(name: string, attributes: Record<string, string>, refuse: Stop): void {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
  const code = foreignRoot(localName(name), namespace);
  if (code) refuse(code, { root: name.slice(0, 60) });
}

/** Records are built one at a time; what is not part of one is read past. */
function recordHandler(
  state: State,
  limits: MspdiLimits,
  collector: ReturnType<typeof createCollector>,
  stop: Stop,
): XmlHandler {
  const tags = createTagHandlers(state, limits, collector, stop);
  return {
    path: () => state.path,
    open(name, attributes, line) {
      if (state.depth === 0) checkRoot(name, attributes, stop);
      tags.open(localName(name), attributes, line);
    },
    text(part) {
      if (state.skipping === 0) addText(state.open.at(-1), part, limits, stop);
    },
    close: tags.close,
  };
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
  const feed = createXmlFeed(
    limits,
    (stop) => recordHandler(state, limits, collector, stop),
    options.onProgress,
  );
  return {
    write: feed.write,
    end() {
      const refused = feed.end((stop) => {
        if (!collector.isMspdi()) stop('NOT_MSPDI', { root: 'Project' });
      });
      if (refused) return { ok: false, refusal: refused };
      const project = assembleProject({ head: feed.head(), ...collector.collected }, { log, raw });
      const leftOut = {
        timephasedBlocks: raw.timephased.blocks,
        timephasedDropped: raw.timephased.dropped,
        unknownElementsDropped: raw.dropped(),
      };
      return { ok: true, project, warnings: log.list, warningCounts: log.counts, leftOut };
    },
  };
}
