import { WRITTEN_BY } from './elements.ts';
import type { MspdiProperties, Producer } from './model.ts';

const ROOT = /<(?:\w+:)?Project\b[^>]*>/;

/** Which program wrote the file, from its first characters and what it says about itself (semantics §7). */
export function detectProducer(
  head: string,
  { saveVersion, buildNumber }: Pick<MspdiProperties, 'saveVersion' | 'buildNumber'>,
): Producer {
  if (head.includes(WRITTEN_BY)) return 'milepost';
  if (/<!--[^>]*Aspose/.test(head)) return 'aspose';
  if (buildNumber) return 'msproject-2016';
  const root = ROOT.exec(head);
  if (!root) return 'unknown';
  if (/xmlns:xsd=/.test(root[0])) return 'dotnet';
  const after = head.slice(root.index + root[0].length);
  if (/^\r?\n\t</.test(after)) {
    if (saveVersion === 12) return 'msproject-2007';
    return saveVersion === 14 ? 'msproject-2010' : 'msproject-2002';
  }
  if (/^\r?\n {4}</.test(after))
    return saveVersion === null || /<Manager\/>/.test(after) ? 'projectlibre' : 'mpxj';
  if (!after.startsWith('<')) return 'unknown';
  if (/^<\?xml version="1\.0"\?>/.test(head) && saveVersion === null) return 'msproject-2002';
  return /standalone="yes"/.test(head) ? 'mpxj-old' : 'unknown';
}
