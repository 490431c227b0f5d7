export default {
  automatic: {
    contractBaseline: '合同计划',
    contractReason: '项目进入合同之后的阶段',
  },
} as const;
