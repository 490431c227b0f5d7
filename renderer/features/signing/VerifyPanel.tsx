import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Banner, Button } from '#renderer/ui/index.ts';
import type { VerifyProblem } from '#shared/ipc/channels/signing.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import styles from './signing.module.css';

type Result = OutputOf<'signoff.verify'>;

function Problem({ problem }: { readonly problem: VerifyProblem }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const { code, title, version, side, name, fields, entity } = problem;
  const who = side === null ? '' : tools.valueName('signoff', 'side', side);
  const names = fields.map((field) =>
    entity === 'signoff'
      ? tools.fieldName('signoff', field as never)
      : tools.fieldName('document', field as never),
  );
  return (
    <li>
      <b>{t(`signing:verify.${code}`, { title, version: version ?? 0, who, name: name ?? '' })}</b>
      {names.length === 0 ? null : (
        <span className={styles.quiet}> {t('signing:verify.fields', { fields: names.join(', ') })}</span>
      )}
      <span className={styles.seal}> {problem.id}</span>
    </li>
  );
}

/** MS-3 (c): holds every signature, document and picture against what it was. */
export function VerifyPanel({ projectId }: { readonly projectId: string | null }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const [result, setResult] = useState<Result | null>(null);
  const [error, setError] = useState<string | null>(null);
  const verify = async () => {
    setError(null);
    try {
      setResult(await request('signoff.verify', { projectId }));
    } catch (problem) {
      setResult(null);
      setError(tools.problemText(problem));
    }
  };
  return (
    <div className={styles.verify}>
      <div className={styles.row}>
        <Button icon={<ShieldCheck aria-hidden="true" />} onPress={() => void verify()}>
          {t('signing:verify.button')}
        </Button>
        <span className={styles.quiet}>{t('signing:verify.explain')}</span>
      </div>
      <div role="status">
        {error === null ? null : <Banner tone="bad">{error}</Banner>}
        {result === null ? null : result.problems.length === 0 ? (
          <Banner tone="good">
            {t('signing:verify.ok', { signatures: result.signatures, documents: result.documents })}
          </Banner>
        ) : (
          <Banner tone="bad">
            <p>{t('signing:verify.found', { count: result.problems.length })}</p>
            <ul className={styles.problems}>
              {result.problems.map((problem) => (
                <Problem key={`${problem.id} ${problem.code}`} problem={problem} />
              ))}
            </ul>
          </Banner>
        )}
      </div>
    </div>
  );
}
