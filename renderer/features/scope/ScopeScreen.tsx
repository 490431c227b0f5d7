import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Badge, Spacer, SplitPane } from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { DocumentButton } from '../documents/public.ts';
import { ScopeList } from './ScopeList.tsx';
import { ScopeWork } from './ScopeWork.tsx';
import styles from './scope.module.css';

export interface ScopeScreenProps {
  readonly projectId: string;
}

type Scope = OutputOf<'scope.get'>;

function Coverage({ scope }: { readonly scope: Scope }) {
  const { t, format } = useI18n();
  if (scope.percent === null || scope.items.length === 0) return null;
  return (
    <div className={styles.coverage}>
      <span>{t('scope:coverage', { percent: format.percent(scope.percent / 100, 1) })}</span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${scope.percent}%` }} />
      </span>
      {scope.without > 0 ? (
        <Badge tone="warn">{t('scope:withoutCount', { count: scope.without })}</Badge>
      ) : null}
      {scope.outside > 0 ? (
        <Badge tone="bad">{t('scope:outsideCount', { count: scope.outside })}</Badge>
      ) : null}
      {scope.without + scope.outside === 0 ? <Badge tone="good">{t('scope:allCovered')}</Badge> : null}
    </div>
  );
}

/** H2: what the project contains and what it does not, and the work that belongs to neither. */
export function ScopeScreen({ projectId }: ScopeScreenProps) {
  const { t } = useI18n();
  const scope = useReadyAnswer('scope.get', { projectId });
  const [width, setWidth] = useState(430);
  const side = (which: 'in' | 'out') => (
    <ScopeList projectId={projectId} side={which} items={scope.items.filter((item) => item.side === which)} />
  );
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('scope:heading')}</h1>
        <Coverage scope={scope} />
        <Spacer />
        <DocumentButton kind="scope" subjectId={projectId} projectId={projectId} />
      </div>
      <div className={styles.body}>
        <SplitPane
          label={t('scope:resize')}
          sized="first"
          size={width}
          onSize={setWidth}
          min={320}
          max={760}
          first={
            <div className={styles.lists}>
              {side('in')}
              {side('out')}
            </div>
          }
          second={<ScopeWork projectId={projectId} scope={scope} />}
        />
      </div>
    </div>
  );
}
