import { pinyin } from 'pinyin-pro';

/**
 * What a Chinese text can be found by when only Latin letters are typed:
 * the initials and the full spelling, `项目` → `xm xiangmu`. Other characters stay as they are.
 */
export function pinyinKeys(text: string): string {
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  const full = pinyin(text, { toneType: 'none', type: 'array' }).join('');
  return `${initials} ${full}`.toLowerCase();
}
