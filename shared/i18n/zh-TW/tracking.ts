import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/tracking.ts';

export default {
  automatic: {
    contractBaseline: '合約計畫',
    contractReason: '專案進入合約之後的階段',
  },
} as const satisfies Translated<typeof zhCN>;
