import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { useRegisterTools } from '../register/public.ts';
import { Baselines } from './Baselines.tsx';
import { Buffers } from './Buffers.tsx';
import { Checks } from './Checks.tsx';
import { Deviations } from './Deviations.tsx';
import { MustHappen } from './MustHappen.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Trend } from './Trend.tsx';

/** Plan against reality: deviations, what must happen, confirmations, forecasts, buffers and baselines. */
export function TrackingScreen(props: PlaceProps<'tracking'>) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  return (
    <SectionScreen
      sections={useSections('tracking', props)}
      heading={t('tracking:heading')}
      beside={<StatusBar projectId={projectId} />}
      tabName={(id) => t(`tracking:tabs.${id}`)}
      content={{
        deviations: (itemId) => <Deviations projectId={projectId} itemId={itemId} />,
        must: () => <MustHappen projectId={projectId} />,
        checks: () => <Checks projectId={projectId} />,
        trend: () => <Trend projectId={projectId} />,
        buffers: () => <Buffers projectId={projectId} />,
        baselines: () => <Baselines projectId={projectId} />,
      }}
    />
  );
}
