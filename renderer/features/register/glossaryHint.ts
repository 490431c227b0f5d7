import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { isTermOf, termsIn } from '#shared/domain/communication/glossary.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';

/** Fields in the words of the client, and the field in ours beside them; null: the title of the record. */
const OURS: Readonly<Record<string, string | null>> = { client_text: null, client_measure: 'measure' };

/**
 * O7: what the glossary offers for the words of a record, said below the field with its words for the client;
 * undefined: nothing, or another field.
 */
export function useGlossaryHint(
  entity: EntityType,
  field: string,
  record: Readonly<Record<string, unknown>>,
): string | undefined {
  const { t } = useRegisterTools();
  const ours = OURS[field];
  const forClient = ours !== undefined;
  const { data } = useAnswer('glossary_term.list', {}, forClient);
  if (!forClient || !data) return undefined;
  const projectId = typeof record['project_id'] === 'string' ? record['project_id'] : null;
  const text = [record[ours ?? entityOf(entity).title], record[field]].filter(Boolean).join('\n');
  const words = termsIn(
    text,
    data.filter((term) => isTermOf(term, projectId)),
  );
  if (words.length === 0) return undefined;
  const pairs = words.map(({ term, client_term }) =>
    t('communication:glossary.pair', { term, plain: client_term ?? '' }),
  );
  return t('communication:glossary.hint', { words: pairs.join(t('communication:glossary.separator')) });
}
