import { seedRecords } from '#test/contract/examples/records.ts';
import type { World } from '#test/contract/examples/types.ts';
import { fakePdf } from './fakePdf.ts';
import { startTestApp, type TestAppOptions } from './testApp.ts';

/** A core with one record of every type, made in one entry of the log. */
export async function startWorld(options: TestAppOptions = {}): Promise<World> {
  const t = await startTestApp({ print: { toPdf: () => fakePdf() }, ...options });
  const context = t.app.context();
  if (!context) throw new Error('the store did not open');
  const { value: ids } = context.log.commit({ key: 'create', args: {} }, seedRecords);
  return { t, ids };
}
