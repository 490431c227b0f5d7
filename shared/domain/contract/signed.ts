/** When a contract binds, and what of it then stays as it is. Pure. */

/** Nothing is owed by a contract before it is signed; one that was only drafted and given up never was. */
export function isSigned(contract: { readonly status: string; readonly signed_on: string | null }): boolean {
  if (contract.signed_on === null) return false;
  return contract.status === 'signed' || contract.status === 'finished' || contract.status === 'ended';
}

/** Registers of a signed contract and its parts that no edit changes; `*` stands for all but the ones in `free`. */
export const SEALED_TERMS = {
  contract: {
    sealed: [
      'total_minor',
      'term',
      'direction',
      'party_id',
      'signed_on',
      'sign_reason',
      'sign_gaps',
      'retention_percent',
      'warranty_terms',
      'project_id',
    ],
  },
  contract_party: { free: ['party_id', 'signatory'] },
  clause: { free: ['task_id', 'risk_id', 'rank'] },
  payment_stage: {
    sealed: ['contract_id', 'kind', 'amount', 'due_rule', 'due_days', 'due_on', 'condition'],
  },
} as const satisfies Readonly<
  Record<string, { readonly sealed: readonly string[] } | { readonly free: readonly string[] }>
>;

/** Types of records that are the wording of a contract: with it signed none is added and none removed. */
export function isSealedPart(entity: string): boolean {
  return entity === 'contract_party' || entity === 'clause';
}

/** Whether a type of record is a signed contract or a part of it. */
export function isContractPart(entity: string): entity is keyof typeof SEALED_TERMS {
  return Object.hasOwn(SEALED_TERMS, entity);
}

/** Whether a register of a record of a signed contract stays as it is. */
export function isSealedTerm(entity: keyof typeof SEALED_TERMS, register: string): boolean {
  const rule: { readonly sealed?: readonly string[]; readonly free?: readonly string[] } =
    SEALED_TERMS[entity];
  return rule.sealed ? rule.sealed.includes(register) : !(rule.free ?? []).includes(register);
}
