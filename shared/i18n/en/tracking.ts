import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/tracking.ts';

export default {
  automatic: {
    contractBaseline: 'Contract plan',
    contractReason: 'The project left the contracting stage',
  },
} as const satisfies Translated<typeof zhCN>;
