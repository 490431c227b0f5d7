import { Suspense, useState } from 'react';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { EXPECTATION_SECTIONS, type ExpectationSection, navigate } from '../../state/route.ts';
import { useRegisterTools } from '../register/public.ts';
import { Analysis } from './Analysis.tsx';
import { ExpectationRegister } from './ExpectationRegister.tsx';
import styles from './expectations.module.css';
import { Fishbones } from './Fishbones.tsx';
import { Gap } from './Gap.tsx';
import { Cases, Demos, Rectifications, Values } from './registers.tsx';

export interface ExpectationsScreenProps {
  readonly projectId: string;
  readonly section?: ExpectationSection | undefined;
  /** A record of the section to open. */
  readonly itemId?: string | undefined;
}

interface ContentProps extends ExpectationsScreenProps {
  readonly onOpen: (id: string) => void;
  readonly onFishbone: (id: string) => void;
}

function contentOf(section: ExpectationSection, { projectId, itemId, onOpen, onFishbone }: ContentProps) {
  switch (section) {
    case 'register':
      return <ExpectationRegister projectId={projectId} itemId={itemId} onFishbone={onFishbone} />;
    case 'analysis':
      return <Analysis projectId={projectId} onOpen={onOpen} />;
    case 'fishbones':
      return <Fishbones projectId={projectId} itemId={itemId} />;
    case 'gap':
      return <Gap projectId={projectId} onOpen={onOpen} />;
    case 'demos':
      return <Demos projectId={projectId} itemId={itemId} />;
    case 'rectifications':
      return <Rectifications projectId={projectId} itemId={itemId} />;
    case 'values':
      return <Values projectId={projectId} itemId={itemId} onOpen={onOpen} />;
    case 'cases':
      return <Cases projectId={projectId} itemId={itemId} />;
  }
}

/** G: what the client expects, how it is understood and led, and how far it is met. */
export function ExpectationsScreen(props: ExpectationsScreenProps) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  const [tab, setTab] = useState<ExpectationSection>(props.section ?? 'register');
  const [linked, setLinked] = useState(props.section);
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== props.section) {
    setLinked(props.section);
    if (props.section !== undefined) setTab(props.section);
  }
  const go = (section: ExpectationSection, itemId: string) => {
    setTab(section);
    navigate({ name: 'expectations', projectId, section, itemId });
  };
  const content: ContentProps = {
    ...props,
    onOpen: (id) => go('register', id),
    onFishbone: (id) => go('fishbones', id),
  };
  // A record is opened in the section its link names, not in every one.
  const inSection = (section: ExpectationSection): ContentProps =>
    section === (props.section ?? 'register') ? content : { ...content, itemId: undefined };
  return (
    <div className={styles.screen}>
      <h1 className={styles.heading}>{t('expectation:heading')}</h1>
      <div className={styles.tabs}>
        <Suspense fallback={<Spinner />}>
          <Tabs<ExpectationSection>
            label={t('expectation:heading')}
            value={tab}
            onChange={setTab}
            items={EXPECTATION_SECTIONS.map((id) => ({
              id,
              label: t(`expectation:tabs.${id}`),
              content: contentOf(id, inSection(id)),
            }))}
          />
        </Suspense>
      </div>
    </div>
  );
}
