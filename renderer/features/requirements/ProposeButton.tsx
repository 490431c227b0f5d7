import { useState } from 'react';
import { navigate, PROJECT_MODULES } from '#renderer/state/route.ts';
import { Button, showToast } from '#renderer/ui/index.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { createRecord, useRegisterTools, type WidgetProps } from '../register/public.ts';

/** F5: from the requirement and its impact to a proposal that both sides sign, in one step. */
export function ProposeButton({ record, goTo }: WidgetProps<'requirement'>) {
  const { t, problemText } = useRegisterTools();
  const [busy, setBusy] = useState(false);
  const propose = async () => {
    if (!record.impact_note?.trim()) {
      goTo('impact_note');
      return;
    }
    setBusy(true);
    try {
      await createRecord('adjustment', {
        project_id: record.project_id,
        title: clipped(record.text),
        trigger: 'client_perception',
        reason: record.rationale ?? record.text,
        after: record.solution,
        impact_note: record.impact_note,
        contact_id: record.contact_id,
      });
      const goals = PROJECT_MODULES.find((name) => (name as string) === 'goals');
      showToast({
        tone: 'good',
        text: t('requirement:proposed'),
        ...(goals === undefined
          ? {}
          : {
              action: {
                label: t('requirement:show'),
                onPress: () => navigate({ name: goals, projectId: record.project_id }),
              },
            }),
      });
    } catch (error) {
      showToast({ tone: 'bad', text: problemText(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button small isDisabled={busy} onPress={() => void propose()}>
      {t('requirement:propose')}
    </Button>
  );
}
