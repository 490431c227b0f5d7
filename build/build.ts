import { build } from 'vite';
import { rendererConfig } from './vite/renderer.ts';

/** What is built, in order; each part stands alone, so `build.ts renderer` builds one. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  renderer: () => build(rendererConfig()),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. Known: ${Object.keys(parts).join(', ')}\n`);
  process.exit(1);
}
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
