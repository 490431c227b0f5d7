/** What one typed line says about clauses, instalments and costs. Pure. */
import { parseMoneyInput } from '../text/moneyInput.ts';
import type { CheckedClause } from './completeness.ts';

/** Words by which a title tells the type of its clause; the first that fits wins. */
const WORDS: readonly (readonly [CheckedClause, RegExp])[] = [
  ['liability', /违约|違約|赔偿|賠償|逾期|罚|罰|penalt|liabilit|damages/i],
  ['warranty', /质保|质量保证|保固|保修|售后|售後|warrant|after-sales/i],
  ['dispute', /争议|爭議|仲裁|诉讼|訴訟|dispute|arbitrat/i],
  ['payment', /付款|支付|预付|預付|结算|結算|payment|instalment/i],
  ['change', /变更|變更|change/i],
  ['fees', /费用|費用|总价|總價|价款|價款|fee|price/i],
  ['reporting', /汇报|匯報|回報|报告|報告|周报|週報|月报|月報|沟通|溝通|report|communicat/i],
  ['acceptance', /验收|驗收|accept/i],
  ['deliverables', /交付|deliver/i],
  ['schedule', /工期|进度|進度|时间|時程|里程碑|schedule|milestone/i],
  ['quality', /质量|品質|quality/i],
  ['scope', /范围|範圍|scope/i],
  ['rights', /权利|權利|义务|義務|rights|duties/i],
  ['risk_share', /风险|風險|不可抗力|risk|force majeure/i],
];

/** Type of a clause by its title; `other` where no word tells. */
export function clauseKindOf(title: string): CheckedClause | 'other' {
  return WORDS.find(([, words]) => words.test(title))?.[0] ?? 'other';
}

export interface QuickAmount {
  readonly name: string;
  readonly percent: number | null;
  readonly amountMinor: number | null;
}

const LAST_WORD = /^(.*\S)\s+(\S+)$/;
const PERCENT = /^(\d{1,3}(?:[.．]\d{1,4})?)[%％]$/;
const GLUED = /^(.*[^\d.．\s])\s*(\d{1,3}(?:[.．]\d{1,4})?[%％])$/;

/**
 * A name with a percent or an amount at its end: `预付款 30%`, `预付款30%`, `Deposit 5,000`, `水泵 20万`. A percent above
 * 100 and a number that is no amount stay part of the name.
 * @param digits decimal places of the currency
 */
export function quickAmount(line: string, digits = 2): QuickAmount {
  const text = line.trim();
  const nothing = { name: text, percent: null, amountMinor: null };
  const [, name = '', last = ''] = GLUED.exec(text) ?? LAST_WORD.exec(text) ?? [];
  if (name === '') return nothing;
  const percent = PERCENT.exec(last);
  if (percent) {
    const value = Number(percent[1]?.replace('．', '.'));
    return value <= 100 ? { name: name.trim(), percent: value, amountMinor: null } : nothing;
  }
  if (!/\d/.test(last)) return nothing;
  const read = parseMoneyInput(last, digits);
  return read.ok && read.minor !== null
    ? { name: name.trim(), percent: null, amountMinor: read.minor }
    : nothing;
}
