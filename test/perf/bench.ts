/** `npm run bench`: prints how the app compares with the least that could do the same, as ratios of medians. */
import { clientResults } from './clients.ts';
import { line, type Result } from './compare.ts';
import { paintResults } from './paint.ts';
import { storeResults } from './store.ts';

async function print(results: () => Promise<Result[]>): Promise<Result[]> {
  const out = await results();
  for (const result of out) console.log(line(result));
  return out;
}

const all = await print(storeResults);
all.push(...(await print(clientResults)));
try {
  all.push(...(await print(paintResults)));
} catch (error) {
  console.log(`first paint: not measured (${error instanceof Error ? error.message : String(error)})`);
}
const missed = all.filter(({ ratio, limit }) => limit !== null && ratio > limit);
console.log(`${all.length} ratios, ${missed.length} missed`);
process.exitCode = missed.length === 0 ? 0 : 1;
