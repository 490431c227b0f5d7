import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { isTermOf } from '#shared/domain/communication/glossary.ts';
import { Register, simpleRegister } from '../register/public.ts';
import styles from './communication.module.css';

const definition = simpleRegister('glossary_term', {
  columns: ['term', 'client_term', 'meaning', 'source'],
  sections: [{ id: 'what', items: ['term', 'client_term', 'meaning', 'source'] }],
  quickLabel: ({ t }) => t('communication:glossary.quick'),
  empty: ({ t }) => t('communication:glossary.empty'),
  sort: { column: 'term', descending: false },
});

export interface GlossaryProps {
  readonly projectId: string;
  readonly itemId: string | undefined;
}

/** O7: words of the trade in the client's words; those of this project and those of all projects. */
export function Glossary({ projectId, itemId }: GlossaryProps) {
  const all = useReadyAnswer('glossary_term.list', {});
  const records = useMemo(() => all.filter((term) => isTermOf(term, projectId)), [all, projectId]);
  return (
    <div className={styles.fill}>
      <Register definition={definition} records={records} projectId={projectId} itemId={itemId} />
    </div>
  );
}
