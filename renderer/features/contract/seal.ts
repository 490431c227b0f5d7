import { isContractPart, isSealedPart, isSealedTerm, isSigned } from '#shared/domain/contract/signed.ts';
import { entityOf } from '#shared/model/registry.ts';
import { navigate } from '../../state/route.ts';
import { type Seal, useRegisterTools } from '../register/public.ts';
import type { Contract } from './parts.tsx';

/** D, E: what a signed contract keeps as it is, by the rules of the core, and the two ways on. */
export function useContractSeal(contract: Contract | undefined, onFees: () => void): Seal | null {
  const { t, format } = useRegisterTools();
  if (contract === undefined || contract.signed_on === null || !isSigned(contract)) return null;
  const { project_id: projectId, signed_on: day } = contract;
  return {
    field: (entity, field) =>
      isContractPart(entity) && isSealedTerm(entity, entityOf(entity).registerOf[field] ?? field),
    whole: isSealedPart,
    reason: t('contract:sealed', { date: format.plainDate(day) }),
    ways: [
      { label: t('contract:toFees'), onPress: onFees },
      {
        label: t('contract:toAdjustments'),
        onPress: () => navigate({ name: 'goals', projectId, section: 'adjustments' }),
      },
    ],
  };
}
