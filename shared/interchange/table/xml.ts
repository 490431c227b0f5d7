import { SaxesParser } from 'saxes';
import { TableRefusal } from './model.ts';

export interface XmlHandlers {
  /** `name` without its prefix; attributes with theirs. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, depth: number) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, depth: number) => void;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
const CHUNK = 65_536;
const MAX_DEPTH = 100;

/**
 * Reads a part of a workbook. Entities are not expanded, apart from the five of XML itself.
 * @throws TableRefusal BROKEN_XML with the name of the part and the line
 */
export function parseXml(text: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  const fail = (): never => {
    throw new TableRefusal('BROKEN_XML', { part, line: parser.line });
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) fail();
    handlers.open(bare(name), attributes, depth);
  });
  if (handlers.text) parser.on('text', handlers.text);
  parser.on('closetag', ({ name }) => {
    handlers.close?.(bare(name), depth);
    depth -= 1;
  });
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
}
