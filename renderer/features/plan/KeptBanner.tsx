import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Banner, Button } from '#renderer/ui/index.ts';
import { DifferencesDialog } from './DifferencesDialog.tsx';
import type { PlanModel } from './model.ts';

function Kept({ model, onOpen }: { readonly model: PlanModel; readonly onOpen: () => void }) {
  const { t } = useI18n();
  const answer = useAnswer('plan.differences', { projectId: model.project.id }).data;
  if (!answer) return null;
  const text =
    answer.circle.length > 0
      ? t('differences:circle', { path: answer.circle.join(' → ') })
      : t(answer.imported ? 'differences:banner' : 'differences:bannerOwn', { count: answer.count });
  return (
    <Banner tone="info" actions={<Button onPress={onOpen}>{t('differences:look')}</Button>}>
      {text}
    </Banner>
  );
}

/** Says of a plan that keeps its dates how many of them the calculation would place elsewhere. */
export function KeptBanner({ model }: { readonly model: PlanModel }) {
  const [open, setOpen] = useState(false);
  const { id, scheduling } = model.project;
  if (scheduling !== 'kept') return null;
  return (
    <>
      <Kept model={model} onOpen={() => setOpen(true)} />
      {open ? <DifferencesDialog projectId={id} units={model.units} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
