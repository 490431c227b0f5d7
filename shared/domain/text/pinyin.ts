import { pinyin } from 'pinyin-pro';

/**
 * Pinyin keys of a Chinese text: full spelling and initials, e.g. `xiangmuguanli xmgl`.
 * Empty for texts without Han characters.
 */
export function pinyinKeys(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return '';
  const short = text.slice(0, 200);
  const full = pinyin(short, { toneType: 'none', type: 'array', nonZh: 'removed' });
  const initials = full.map((syllable) => syllable.slice(0, 1)).join('');
  return `${full.join('').toLowerCase()} ${initials.toLowerCase()}`;
}
