import { closeDialog, useDialog } from '../../state/dialogs.ts';
import { NewClientDialog, QuickCaptureDialog } from '../clients/public.ts';
import { QuickFeedbackDialog } from '../feedback/public.ts';
import { NewProjectDialog } from '../projects/public.ts';
import { RecurringDialog } from '../recurring/public.ts';
import { MakeProjectDialog, PlanFromDialog, SaveTemplateDialog } from '../templates/public.ts';

/** The dialogs that commands open from anywhere. */
export function Dialogs() {
  const shown = useDialog((state) => state.shown);
  switch (shown?.name) {
    case 'newClient':
      return <NewClientDialog onClose={closeDialog} />;
    case 'newProject':
      return <NewProjectDialog clientId={shown.clientId} onClose={closeDialog} />;
    case 'quickCapture':
      return <QuickCaptureDialog clientId={shown.clientId} onClose={closeDialog} />;
    case 'quickFeedback':
      return (
        <QuickFeedbackDialog clientId={shown.clientId} projectId={shown.projectId} onClose={closeDialog} />
      );
    case 'makeProject':
      return (
        <MakeProjectDialog projectId={shown.projectId} clientId={shown.clientId} onClose={closeDialog} />
      );
    case 'saveTemplate':
      return <SaveTemplateDialog projectId={shown.projectId} onClose={closeDialog} />;
    case 'planFrom':
      return <PlanFromDialog projectId={shown.projectId} onClose={closeDialog} />;
    case 'recurring':
      return (
        <RecurringDialog
          projectId={shown.projectId}
          taskId={shown.taskId}
          afterId={shown.afterId ?? null}
          onClose={closeDialog}
        />
      );
    default:
      return null;
  }
}
