import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Banner } from '#renderer/ui/index.ts';
import type { GuardWarning } from '#shared/domain/communication/guard.ts';
import { guardPath, guardText, type SayGuard } from '#shared/domain/communication/guardText.ts';
import type { GuardInput } from '#shared/ipc/channels/communication.ts';
import styles from './communication.module.css';

/** MS-5: what speaks against a promise, in sentences. */
export function GuardWarnings({ warnings }: { readonly warnings: readonly GuardWarning[] }) {
  const { t, format } = useI18n();
  const say = t as unknown as SayGuard;
  const day = (date: string): string => format.date(date);
  if (warnings.length === 0) return null;
  return (
    <Banner tone="warn">
      <strong>{t('communication:promise.warnings')}</strong>
      <ul className={styles.warnings}>
        {warnings.map((warning) => {
          const steps = guardPath(warning, say, day);
          return (
            <li key={warning.kind}>
              {guardText(warning, say, day)}
              {steps.length === 0 ? null : (
                <p>{t('communication:promise.path', { steps: steps.join(' → ') })}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}

/** The warnings as the plan stands now; undefined until the core has answered. */
export function useGuard(input: GuardInput): readonly GuardWarning[] | undefined {
  return useAnswer('promise.check', input).data?.warnings;
}
