/** Changes of wording as new values; empty parts are dropped, so that "nothing edited" is an empty object. */
import type { SectionId } from '#shared/domain/report/snapshot.ts';
import type { ItemWording, Wording } from '#shared/domain/report/wording.ts';

function cleaned(wording: Wording): Wording {
  const out: Wording = {};
  if (wording.texts && Object.keys(wording.texts).length > 0) out.texts = wording.texts;
  if (wording.hiddenSections && wording.hiddenSections.length > 0)
    out.hiddenSections = wording.hiddenSections;
  if (wording.items && Object.keys(wording.items).length > 0) out.items = wording.items;
  if (wording.preparedBy !== undefined && wording.preparedBy.trim() !== '')
    out.preparedBy = wording.preparedBy;
  return out;
}

export function withText(wording: Wording, section: SectionId, text: string): Wording {
  const texts = { ...wording.texts };
  if (text.trim() === '') delete texts[section];
  else texts[section] = text;
  return cleaned({ ...wording, texts });
}

export function withSectionShown(wording: Wording, section: SectionId, shown: boolean): Wording {
  const others = (wording.hiddenSections ?? []).filter((id) => id !== section);
  return cleaned({ ...wording, hiddenSections: shown ? others : [...others, section] });
}

export function withItem(wording: Wording, id: string, change: ItemWording): Wording {
  const items = { ...wording.items };
  const next = { ...items[id], ...change };
  if (next.text?.trim() === '') delete next.text;
  if (next.hidden === false) delete next.hidden;
  if (Object.keys(next).length === 0) delete items[id];
  else items[id] = next;
  return cleaned({ ...wording, items });
}
