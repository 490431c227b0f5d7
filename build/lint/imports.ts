import { parseAst } from 'vite';

export interface ImportSite {
  /** What stands between the quotes; null if it is computed at run time. */
  readonly specifier: string | null;
  readonly line: number;
}

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function literalOf(value: unknown): string | null {
  return isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string'
    ? value['value']
    : null;
}

/** The module a node asks for: undefined if it asks for none, null if the name is computed. */
function requested(node: AstNode): string | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literalOf(node['source']);
    case 'ExportNamedDeclaration':
      return node['source'] === null ? undefined : literalOf(node['source']);
    case 'TSExternalModuleReference':
      return literalOf(node['expression']);
    case 'CallExpression': {
      const { callee, arguments: args } = node;
      const isRequire = isNode(callee) && callee.type === 'Identifier' && callee['name'] === 'require';
      return isRequire && Array.isArray(args) ? literalOf(args[0]) : undefined;
    }
    default:
      return undefined;
  }
}

/** Every import of a source text: static, dynamic, of types, re-exports and `require`. */
export function importsOf(code: string, lang: 'ts' | 'tsx'): ImportSite[] {
  const out: ImportSite[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (!isNode(value)) return;
    const specifier = requested(value);
    if (specifier !== undefined) out.push({ specifier, line: code.slice(0, value.start).split('\n').length });
    for (const child of Object.values(value)) if (typeof child === 'object') visit(child);
  };
  visit(parseAst(code, { lang }));
  return out;
}
