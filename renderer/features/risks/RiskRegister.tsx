import { CircleAlert, ClipboardCheck, Grid3x3, ListChecks } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, IconButton, ToggleButton } from '#renderer/ui/index.ts';
import { cellOf, type MatrixCell, type MatrixView, sameCell } from '#shared/domain/risk/matrix.ts';
import { canOccur } from '#shared/domain/risk/workflow.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { type OuterFilter, Register, useRegisterTools } from '../register/public.ts';
import { ChecklistDialog } from './ChecklistDialog.tsx';
import { Matrix } from './Matrix.tsx';
import { OccurDialog } from './OccurDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { groupRegister, RiskDataProvider } from './riskData.ts';
import { riskDefinition } from './riskDefinition.tsx';

export interface RiskRegisterProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
  readonly onOpenIssue: (id: string) => void;
}

type Asked = { readonly kind: 'review' | 'occur'; readonly id: string } | { readonly kind: 'checklist' };

/** The chosen cell as a filter of the list. A closed risk is in no cell, as in the counts. */
function useMatrixFilter() {
  const { t } = useRegisterTools();
  const [view, setView] = useState<MatrixView>('initial');
  const [cell, setCell] = useState<MatrixCell | null>(null);
  const outer = useMemo((): OuterFilter<'risk'> | undefined => {
    if (cell === null) return undefined;
    return {
      label: t('risk:matrix.chip', { p: cell.probability, i: cell.impact }),
      passes: (risk) => risk.status !== 'closed' && sameCell(cellOf(risk, view), cell),
      onClear: () => setCell(null),
    };
  }, [cell, view, t]);
  return { view, setView, cell, setCell, outer };
}

function RiskCommands({
  risk,
  onAsk,
}: {
  readonly risk: RecordOf<'risk'>;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useRegisterTools();
  if (!canOccur(risk.status)) return null;
  return (
    <>
      <Button
        small
        icon={<ClipboardCheck aria-hidden="true" />}
        onPress={() => onAsk({ kind: 'review', id: risk.id })}
      >
        {t('risk:review.now')}
      </Button>
      <IconButton
        small
        label={t('risk:occur.button')}
        icon={<CircleAlert />}
        onPress={() => onAsk({ kind: 'occur', id: risk.id })}
      />
    </>
  );
}

/** The risks of a project: matrix, list and panel. */
export function RiskRegister({ projectId, itemId, onOpenIssue }: RiskRegisterProps) {
  const { t } = useRegisterTools();
  const answer = useReadyAnswer('risk.register', { project_id: projectId });
  const data = useMemo(() => groupRegister(answer, projectId), [answer, projectId]);
  const latest = useRef(data);
  latest.current = data;
  const definition = useMemo(() => riskDefinition(() => latest.current), []);
  const matrix = useMatrixFilter();
  const [shown, setShown] = useState(true);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { risks } = answer;
  const askedRisk = asked && 'id' in asked ? risks.find((risk) => risk.id === asked.id) : undefined;
  const openList = () => setAsked({ kind: 'checklist' });
  const close = () => setAsked(null);
  return (
    <RiskDataProvider value={data}>
      <Register
        definition={definition}
        records={risks}
        projectId={projectId}
        itemId={itemId}
        outer={matrix.outer}
        above={
          shown && risks.length > 0 ? (
            <Matrix
              risks={risks}
              view={matrix.view}
              onView={matrix.setView}
              chosen={matrix.cell}
              onChoose={matrix.setCell}
            />
          ) : null
        }
        tools={
          <>
            <ToggleButton
              label={t('risk:matrix.toggle')}
              icon={<Grid3x3 aria-hidden="true" />}
              isSelected={shown}
              onChange={setShown}
            />
            <IconButton label={t('risk:checklistDialog.open')} icon={<ListChecks />} onPress={openList} />
          </>
        }
        emptyAction={{ label: t('risk:checklistDialog.open'), onPress: openList }}
        panelActions={(risk) => <RiskCommands risk={risk} onAsk={setAsked} />}
      />
      {asked?.kind === 'checklist' ? (
        <ChecklistDialog projectId={projectId} risks={risks} onClose={close} />
      ) : null}
      {asked?.kind === 'review' && askedRisk ? <ReviewDialog risk={askedRisk} onClose={close} /> : null}
      {asked?.kind === 'occur' && askedRisk ? (
        <OccurDialog risk={askedRisk} onClose={close} onOpenIssue={onOpenIssue} />
      ) : null}
    </RiskDataProvider>
  );
}
