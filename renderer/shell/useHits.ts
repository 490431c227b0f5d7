import { useDeferredValue, useState } from 'react';
import type { SearchHit } from '#shared/ipc/channels/app.ts';
import { useAnswer } from '../client/hooks.ts';
import { useI18n } from '../i18n/index.ts';
import { entityName } from '../i18n/words.ts';
import { openRecord } from '../state/openRecord.ts';
import type { PaletteItem } from '../ui/index.ts';

const LIMIT = 12;
const PREFIX = 'hit:';

export interface Hits {
  readonly onText: (text: string) => void;
  /** Records that fit the text, as entries of the palette. */
  readonly items: readonly PaletteItem[];
  /** Opens the record of an entry; false if the entry is none of ours. */
  readonly open: (itemId: string) => boolean;
}

/** Clients, contacts, projects, tasks, risks … that contain the text of the palette. */
export function useHits(): Hits {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim().slice(0, 200));
  const { data } = useAnswer('search.find', { text: wanted, limit: LIMIT }, wanted !== '');
  const hits: readonly SearchHit[] = wanted === '' ? [] : (data ?? []);
  return {
    onText: setText,
    items: hits.map((hit) => ({
      id: `${PREFIX}${hit.id}`,
      label: hit.title.slice(0, 120),
      detail:
        hit.context === '' ? entityName(t, hit.entity) : `${entityName(t, hit.entity)} · ${hit.context}`,
    })),
    open: (itemId) => {
      if (!itemId.startsWith(PREFIX)) return false;
      const hit = hits.find(({ id }) => itemId === `${PREFIX}${id}`);
      if (hit) void openRecord(hit);
      return true;
    },
  };
}
