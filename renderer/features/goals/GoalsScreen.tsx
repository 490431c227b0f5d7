import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { useRegisterTools } from '../register/public.ts';
import { Adjustments } from './Adjustments.tsx';
import { Charter } from './Charter.tsx';
import { Delays } from './Delays.tsx';
import { Goals } from './Goals.tsx';
import { Signatures } from './Signatures.tsx';

/** What was agreed: goals, charter, adjustments, notices of delay, and the signatures under all of it. */
export function GoalsScreen(props: PlaceProps<'goals'>) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  return (
    <SectionScreen
      sections={useSections('goals', props)}
      heading={t('agreement:heading')}
      tabName={(id) => t(`agreement:tabs.${id}`)}
      content={{
        goals: (itemId) => <Goals projectId={projectId} itemId={itemId} />,
        charter: () => <Charter projectId={projectId} />,
        adjustments: (itemId) => <Adjustments projectId={projectId} itemId={itemId} />,
        delays: (itemId) => <Delays projectId={projectId} itemId={itemId} />,
        signatures: () => <Signatures projectId={projectId} />,
      }}
    />
  );
}
