import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/contract.ts';

export default {
  reporting: {
    audience: { client: '客戶', parties: '分包與供應商' },
  },
} as const satisfies Translated<typeof zhCN>;
