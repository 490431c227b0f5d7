export default {
  reporting: {
    audience: { client: '客户', parties: '分包与供应商' },
  },
} as const;
