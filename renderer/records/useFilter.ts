import { useDeferredValue, useEffect, useMemo, useState } from 'react';

type Spell = (text: string) => string;

/** Spells Chinese; the dictionary is loaded when Latin letters are typed into a filter. */
function useSpell(wanted: boolean): Spell | null {
  const [spell, setSpell] = useState<Spell | null>(null);
  useEffect(() => {
    if (!wanted || spell) return;
    void import('#shared/domain/text/pinyin.ts').then((module) => setSpell(() => module.pinyinKeys));
  }, [wanted, spell]);
  return spell;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Rows whose words contain every word of the text; Chinese is also found by pinyin and its initials. */
export function useFilter<Row>(
  rows: readonly Row[],
  text: string,
  wordsOf: (row: Row) => string,
): readonly Row[] {
  const wanted = useDeferredValue(fold(text).trim());
  const spell = useSpell(/[a-z]/.test(wanted));
  // biome-ignore lint/correctness/useExhaustiveDependencies: wordsOf is the same for every render of a list
  const words = useMemo(
    () => rows.map((row) => fold(`${wordsOf(row)} ${spell?.(wordsOf(row)) ?? ''}`)),
    [rows, spell],
  );
  return useMemo(() => {
    const parts = wanted.split(/\s+/).filter(Boolean);
    if (parts.length === 0) return rows;
    return rows.filter((_, at) => parts.every((part) => words[at]?.includes(part)));
  }, [rows, words, wanted]);
}
