import { closeDialog, useDialog } from '../../state/dialogs.ts';
import { NewClientDialog, QuickCaptureDialog } from '../clients/public.ts';
import { NewProjectDialog } from '../projects/public.ts';

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
    default:
      return null;
  }
}
