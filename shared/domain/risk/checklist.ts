import type { RISK_CATEGORIES } from '../../model/entities/control.ts';

type Category = (typeof RISK_CATEGORIES)[number];

/**
 * K1, K4: typical risks of engineering work to tick off at the start of a project. The texts stand in
 * the catalogues as `risk:checklist.<key>`; the order is that of the list.
 */
export const RISK_CHECKLIST = [
  { key: 'scopeUnclear', category: 'technical' },
  { key: 'designChange', category: 'design_change' },
  { key: 'siteDiffers', category: 'technical' },
  { key: 'interfaces', category: 'technical' },
  { key: 'supplyDelay', category: 'supply' },
  { key: 'wrongMaterial', category: 'supply' },
  { key: 'priceRise', category: 'market' },
  { key: 'keyPerson', category: 'resource' },
  { key: 'subcontractor', category: 'resource' },
  { key: 'clientLate', category: 'time' },
  { key: 'permitLate', category: 'legal' },
  { key: 'standardChange', category: 'standards' },
  { key: 'weather', category: 'weather' },
  { key: 'paymentLate', category: 'cost' },
  { key: 'accident', category: 'other' },
  { key: 'forceMajeure', category: 'force_majeure' },
] as const satisfies readonly { readonly key: string; readonly category: Category }[];

export type ChecklistKey = (typeof RISK_CHECKLIST)[number]['key'];

export const CHECKLIST_KEYS = RISK_CHECKLIST.map((item) => item.key) as [ChecklistKey, ...ChecklistKey[]];
