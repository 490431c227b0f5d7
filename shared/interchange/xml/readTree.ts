import { SaxesParser } from 'saxes';
import { type MspdiRefusal, type RefusalCode, refusal } from '../mspdi/issues.ts';
import { createNode, type Node } from '../mspdi/tree.ts';

/** Bounds on what one document can cost. Characters are UTF-16 code units. */
export interface TreeLimits {
  readonly characters: number;
  readonly depth: number;
  readonly token: number;
  readonly attributes: number;
  readonly elements: number;
}

export const TREE_LIMITS: TreeLimits = {
  characters: 50 * 1024 * 1024,
  depth: 128,
  token: 1024 * 1024,
  attributes: 64,
  elements: 2_000_000,
};

export type TreeResult =
  | { readonly ok: true; readonly root: Node }
  | { readonly ok: false; readonly refusal: MspdiRefusal };

/** Thrown through the parser to stop it at once; never leaves this module. */
const STOP = Symbol('refused');
const SLICE = 64 * 1024;
const OPEN_DOCTYPE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]{0,4000}?-->\s*){0,20}<!DOCTYPE/i;

interface State {
  readonly open: Node[];
  root: Node | null;
  elements: number;
  attributes: number;
  /** Characters fed since the parser last reported anything. */
  silent: number;
}

type Stop = (code: RefusalCode, args?: Record<string, string | number>) => never;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function createParser(state: State, limits: TreeLimits, stop: Stop, isClosing: () => boolean) {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const text = (part: string) => {
    state.silent = 0;
    const node = state.open[state.open.length - 1];
    if (!node) return;
    if (node.text.length + part.length > limits.token) stop('XML_TEXT_TOO_LONG', { limit: limits.token });
    node.text += part;
  };
  const alive = () => {
    state.silent = 0;
  };
  parser.on('error', () => stop(isClosing() ? 'XML_TRUNCATED' : 'XML_MALFORMED'));
  parser.on('doctype', () => stop('XML_DOCTYPE'));
  parser.on('comment', alive);
  parser.on('processinginstruction', alive);
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
    alive();
    state.elements++;
    if (state.elements > limits.elements)
      stop('TOO_MANY_RECORDS', { what: localName(tag.name), limit: limits.elements });
    if (state.open.length >= limits.depth) stop('XML_TOO_DEEP', { limit: limits.depth });
    const attributes = Object.entries(tag.attributes as Record<string, string>);
    const node = createNode(localName(tag.name), parser.line, attributes);
    const parent = state.open[state.open.length - 1];
    if (parent) parent.children.push(node);
    else state.root = node;
    state.open.push(node);
  });
  parser.on('closetag', () => {
    alive();
    state.open.pop();
  });
  return parser;
}

/**
 * The whole document as a tree, for formats that are small by nature. DOCTYPE and with it every entity of its own
 * is refused; a document that is damaged anywhere is refused whole.
 * @param onProgress called after each piece with the characters read so far
 */
export function readXmlTree(
  text: string,
  limits: TreeLimits = TREE_LIMITS,
  onProgress?: (characters: number) => void,
): TreeResult {
  const state: State = { open: [], root: null, elements: 0, attributes: 0, silent: 0 };
  let refused: MspdiRefusal | null = null;
  let closing = false;
  const stop: Stop = (code, args = {}) => {
    const path = state.open.slice(0, 8).map(({ name }) => name);
    refused ??= refusal(code, args, { line: parser.line, column: parser.column, path: path.join('/') });
    throw STOP;
  };
  const parser = createParser(state, limits, stop, () => closing);
  try {
    if (text.trim() === '') stop('FILE_EMPTY');
    if (text.length > limits.characters)
      stop('FILE_TOO_LARGE', { limit: Math.floor(limits.characters / 1_048_576) });
    for (let i = 0; i < text.length; i += SLICE) {
      const slice = text.slice(i, i + SLICE);
      state.silent += slice.length;
      parser.write(slice);
      onProgress?.(i + slice.length);
      if (state.silent <= limits.token + SLICE) continue;
      if (state.root === null && OPEN_DOCTYPE.test(text.slice(0, 4096))) stop('XML_DOCTYPE');
      stop('XML_TEXT_TOO_LONG', { limit: limits.token });
    }
    closing = true;
    parser.close();
  } catch (thrown) {
    if (thrown !== STOP) throw thrown;
  }
  if (refused) return { ok: false, refusal: refused };
  return state.root ? { ok: true, root: state.root } : { ok: false, refusal: refusal('XML_TRUNCATED') };
}

/** Value of an attribute; null if it is absent. */
export function attribute(node: Node, name: string): string | null {
  for (const [key, value] of node.attributes) if (key === name) return value;
  return null;
}
