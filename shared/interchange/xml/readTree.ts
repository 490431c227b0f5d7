import { type MspdiRefusal, refusal } from '../mspdi/issues.ts';
import { createNode, type Node } from '../mspdi/tree.ts';
import { addText, createXmlFeed, type FeedLimits, localName, type Stop, type XmlHandler } from './feed.ts';

/** Bounds on what one document can cost. Characters are UTF-16 code units. */
export interface TreeLimits extends FeedLimits {
  readonly depth: number;
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

/** Keeps every element below its parent; `onRoot` gets the outermost one. */
function treeHandler(limits: TreeLimits, onRoot: (root: Node) => void, stop: Stop): XmlHandler {
  const open: Node[] = [];
  let elements = 0;
  return {
    path: () => open.map(({ name }) => name),
    open(name, attributes, line) {
      elements++;
      if (elements > limits.elements)
        stop('TOO_MANY_RECORDS', { what: localName(name), limit: limits.elements });
      if (open.length >= limits.depth) stop('XML_TOO_DEEP', { limit: limits.depth });
      const node = createNode(localName(name), line, Object.entries(attributes));
      const parent = open.at(-1);
      if (parent) parent.children.push(node);
      else onRoot(node);
      open.push(node);
    },
    text: (part) => addText(open.at(-1), part, limits, stop),
    close() {
      open.pop();
    },
  };
}

/**
 * The whole document as a tree, for formats that are small by nature.
 * @param onProgress called after each piece with the characters read so far
 */
export function readXmlTree(
  text: string,
  limits: TreeLimits = TREE_LIMITS,
  onProgress?: (characters: number) => void,
): TreeResult {
  let root: Node | null = null;
  const onRoot = (node: Node) => {
    root = node;
  };
  const feed = createXmlFeed(limits, (stop) => treeHandler(limits, onRoot, stop), onProgress);
  feed.write(text);
  const refused = feed.end();
  if (refused) return { ok: false, refusal: refused };
  return root ? { ok: true, root } : { ok: false, refusal: refusal('XML_TRUNCATED') };
}

/** Value of an attribute; null if it is absent. */
export function attribute(node: Node, name: string): string | null {
  for (const [key, value] of node.attributes) if (key === name) return value;
  return null;
}
