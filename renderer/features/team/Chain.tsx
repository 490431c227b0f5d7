import { valueName } from '#renderer/i18n/words.ts';
import { partyChain } from '#shared/domain/project/raci.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './team.module.css';

/** A3: the chain of parties, from the owner down to our own suppliers. */
export function Chain({ links }: { readonly links: readonly RecordOf<'party_link'>[] }) {
  const { t } = useRegisterTools();
  if (links.length < 2) return null;
  return (
    <ul className={styles.chain} aria-label={t('team:chain')}>
      {partyChain(links).map(({ link, depth }) => (
        <li
          key={link.id}
          style={{ paddingInlineStart: `${depth * 20}px` }}
          data-own={link.who === 'own' ? '' : undefined}
        >
          <span>{depth === 0 ? '' : '└ '}</span>
          <strong>{link.name}</strong>{' '}
          <span className={styles.quiet}>{valueName(t, 'party_link', 'role', link.role)}</span>
        </li>
      ))}
    </ul>
  );
}
