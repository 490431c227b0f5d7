import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { useRegisterTools } from '../register/public.ts';
import { Analysis } from './Analysis.tsx';
import { ExpectationRegister } from './ExpectationRegister.tsx';
import { Fishbones } from './Fishbones.tsx';
import { Gap } from './Gap.tsx';
import { Cases, Demos, Rectifications, Values } from './registers.tsx';

/** G: what the client expects, how it is understood and led, and how far it is met. */
export function ExpectationsScreen(props: PlaceProps<'expectations'>) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  const sections = useSections('expectations', props);
  const open = (id: string) => sections.goTo('register', id);
  return (
    <SectionScreen
      sections={sections}
      heading={t('expectation:heading')}
      tabName={(id) => t(`expectation:tabs.${id}`)}
      content={{
        register: (itemId) => (
          <ExpectationRegister
            projectId={projectId}
            itemId={itemId}
            onFishbone={(id) => sections.goTo('fishbones', id)}
          />
        ),
        analysis: () => <Analysis projectId={projectId} onOpen={open} />,
        fishbones: (itemId) => <Fishbones projectId={projectId} itemId={itemId} />,
        gap: () => <Gap projectId={projectId} onOpen={open} />,
        demos: (itemId) => <Demos projectId={projectId} itemId={itemId} />,
        rectifications: (itemId) => <Rectifications projectId={projectId} itemId={itemId} />,
        values: (itemId) => <Values projectId={projectId} itemId={itemId} onOpen={open} />,
        cases: (itemId) => <Cases projectId={projectId} itemId={itemId} />,
      }}
    />
  );
}
