import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/contract.ts';

export default {
  reporting: {
    audience: { client: 'Client', parties: 'Subcontractors and suppliers' },
  },
} as const satisfies Translated<typeof zhCN>;
