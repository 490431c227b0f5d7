import type { RawElement } from './model.ts';

/** One element of a record (task, calendar …): small, built while reading and dropped after mapping. */
export interface Node {
  readonly name: string;
  readonly line: number;
  text: string;
  /** Time-phased blocks read past because there were too many. */
  skipped: number;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: Node[];
}

export function createNode(name: string, line: number, attributes: Node['attributes'] = []): Node {
  return { name, line, text: '', skipped: 0, attributes, children: [] };
}

export function child(node: Node, name: string): Node | undefined {
  return node.children.find((candidate) => candidate.name === name);
}

export function childrenOf(node: Node, name: string): Node[] {
  return node.children.filter((candidate) => candidate.name === name);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escapeXml = (text: string) => text.replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char);

/** XML text of an element and all below it. */
export function serialise(node: Node): string {
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  if (node.children.length === 0 && node.text === '') return `<${node.name}${attributes}/>`;
  const inner = node.children.length > 0 ? node.children.map(serialise).join('') : escapeXml(node.text);
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}

/** Remembers what fits and counts what does not. */
export interface RawStore {
  /** Children of `node` that are not `known`, as XML. */
  keep(node: Node, known: ReadonlySet<string>): RawElement[];
  /** Count an element that was too large to be built. */
  drop(): void;
  readonly timephased: { blocks: number; dropped: number };
  readonly dropped: () => number;
}

const TIMEPHASED = 'TimephasedData';

export interface RawLimits {
  /** Characters of XML kept in the whole file, and per owner. */
  readonly total: number;
  readonly perOwner: number;
  /** Time-phased blocks have a budget of their own: they are most of the bytes of large files. */
  readonly timephased: number;
}

export function createRawStore(limits: RawLimits): RawStore {
  let left = limits.total;
  let timephasedLeft = limits.timephased;
  let dropped = 0;
  const timephased = { blocks: 0, dropped: 0 };
  /** All blocks of an owner or none: a part of them would be a wrong distribution of the work. */
  const keepTimephased = (node: Node): RawElement[] => {
    const blocks = childrenOf(node, TIMEPHASED);
    timephased.blocks += blocks.length + node.skipped;
    const kept = node.skipped > 0 ? [] : blocks.map((block) => ({ name: TIMEPHASED, xml: serialise(block) }));
    const size = kept.reduce((sum, { xml }) => sum + xml.length, 0);
    if (node.skipped > 0 || size > timephasedLeft) {
      timephased.dropped += blocks.length + node.skipped;
      return [];
    }
    timephasedLeft -= size;
    return kept;
  };
  return {
    timephased,
    dropped: () => dropped,
    drop() {
      dropped++;
    },
    keep(node, known) {
      const kept: RawElement[] = [];
      let ownerLeft = limits.perOwner;
      for (const element of node.children) {
        if (known.has(element.name) || element.name === TIMEPHASED) continue;
        const xml = serialise(element);
        if (xml.length > Math.min(left, ownerLeft)) {
          dropped++;
          continue;
        }
        left -= xml.length;
        ownerLeft -= xml.length;
        kept.push({ name: element.name, xml });
      }
      return known.has(TIMEPHASED) ? kept : [...kept, ...keepTimephased(node)];
    },
  };
}
