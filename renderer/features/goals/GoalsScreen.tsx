import { Suspense, useState } from 'react';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { GOALS_SECTIONS, type GoalsSection } from '../../state/route.ts';
import { useRegisterTools } from '../register/public.ts';
import { Adjustments } from './Adjustments.tsx';
import { Charter } from './Charter.tsx';
import { Delays } from './Delays.tsx';
import { Goals } from './Goals.tsx';
import styles from './goals.module.css';
import { Signatures } from './Signatures.tsx';

export interface GoalsScreenProps {
  readonly projectId: string;
  readonly section?: GoalsSection | undefined;
  /** A goal, adjustment or delay notice to open. */
  readonly itemId?: string | undefined;
}

function contentOf(section: GoalsSection, { projectId, itemId }: GoalsScreenProps) {
  switch (section) {
    case 'goals':
      return <Goals projectId={projectId} itemId={itemId} />;
    case 'charter':
      return <Charter projectId={projectId} />;
    case 'adjustments':
      return <Adjustments projectId={projectId} itemId={itemId} />;
    case 'delays':
      return <Delays projectId={projectId} itemId={itemId} />;
    case 'signatures':
      return <Signatures projectId={projectId} />;
  }
}

/** What was agreed: goals, charter, adjustments, notices of delay, and the signatures under all of it. */
export function GoalsScreen(props: GoalsScreenProps) {
  const { t } = useRegisterTools();
  const [tab, setTab] = useState<GoalsSection>(props.section ?? 'goals');
  const [linked, setLinked] = useState(props.section);
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== props.section) {
    setLinked(props.section);
    if (props.section !== undefined) setTab(props.section);
  }
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('agreement:heading')}</h1>
      </div>
      <div className={styles.tabs}>
        <Suspense fallback={<Spinner />}>
          <Tabs<GoalsSection>
            label={t('agreement:heading')}
            value={tab}
            onChange={setTab}
            items={GOALS_SECTIONS.map((id) => ({
              id,
              label: t(`agreement:tabs.${id}`),
              content: contentOf(id, props),
            }))}
          />
        </Suspense>
      </div>
    </div>
  );
}
