import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button } from './Button.tsx';
import styles from './Misc.module.css';
import { showToast } from './Toast.tsx';

export interface ErrorBoundaryProps {
  /** Name of the part, for the details. Not shown. */
  readonly name: string;
  readonly children: ReactNode;
  /** Hears of the error, for the log. */
  readonly onError?: (error: Error, details: string) => void;
}

interface State {
  readonly error: Error | null;
  readonly details: string;
}

/** Keeps a failure inside one panel: the rest of the window goes on working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, details: '' };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const details = [this.props.name, error.stack ?? error.message, info.componentStack ?? ''].join('\n\n');
    this.setState({ details });
    this.props.onError?.(error, details);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Failure
        details={this.state.details || this.state.error.message}
        onRetry={() => this.setState({ error: null, details: '' })}
      />
    );
  }
}

function Failure({ details, onRetry }: { readonly details: string; readonly onRetry: () => void }) {
  const { t } = useI18n();
  const copy = async () => {
    await navigator.clipboard.writeText(details);
    showToast({ text: t('common:toast.detailsCopied'), tone: 'good' });
  };
  return (
    <div role="alert" className={styles.failure}>
      <strong>{t('common:panel.failed')}</strong>
      <p>{t('common:panel.failedHint')}</p>
      <div className={styles.actions}>
        <Button onPress={onRetry}>{t('common:verb.retry')}</Button>
        <Button look="link" onPress={() => void copy()}>
          {t('common:verb.copyDetails')}
        </Button>
      </div>
    </div>
  );
}
