import { Suspense, useState } from 'react';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { TRACKING_SECTIONS, type TrackingSection } from '../../state/route.ts';
import { useRegisterTools } from '../register/public.ts';
import { Baselines } from './Baselines.tsx';
import { Buffers } from './Buffers.tsx';
import { Checks } from './Checks.tsx';
import { Deviations } from './Deviations.tsx';
import { MustHappen } from './MustHappen.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Trend } from './Trend.tsx';
import styles from './tracking.module.css';

export interface TrackingScreenProps {
  readonly projectId: string;
  readonly section?: TrackingSection | undefined;
  /** A deviation to open. */
  readonly itemId?: string | undefined;
}

function contentOf(section: TrackingSection, { projectId, itemId }: TrackingScreenProps) {
  switch (section) {
    case 'deviations':
      return <Deviations projectId={projectId} itemId={itemId} />;
    case 'must':
      return <MustHappen projectId={projectId} />;
    case 'checks':
      return <Checks projectId={projectId} />;
    case 'trend':
      return <Trend projectId={projectId} />;
    case 'buffers':
      return <Buffers projectId={projectId} />;
    case 'baselines':
      return <Baselines projectId={projectId} />;
  }
}

/** Plan against reality: deviations, what must happen, confirmations, forecasts, buffers and baselines. */
export function TrackingScreen(props: TrackingScreenProps) {
  const { t } = useRegisterTools();
  const [tab, setTab] = useState<TrackingSection>(props.section ?? 'deviations');
  const [linked, setLinked] = useState(props.section);
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== props.section) {
    setLinked(props.section);
    if (props.section !== undefined) setTab(props.section);
  }
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('tracking:heading')}</h1>
        <Suspense fallback={<Spinner />}>
          <StatusBar projectId={props.projectId} />
        </Suspense>
      </div>
      <div className={styles.tabs}>
        <Suspense fallback={<Spinner />}>
          <Tabs<TrackingSection>
            label={t('tracking:heading')}
            value={tab}
            onChange={setTab}
            items={TRACKING_SECTIONS.map((id) => ({
              id,
              label: t(`tracking:tabs.${id}`),
              content: contentOf(id, props),
            }))}
          />
        </Suspense>
      </div>
    </div>
  );
}
