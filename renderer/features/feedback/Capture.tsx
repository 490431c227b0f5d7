import { type KeyboardEvent, useRef, useState } from 'react';
import { useAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName, errorText } from '../../i18n/words.ts';
import { Banner, Button, ComboBox, composing, Dialog, Select, showToast, TextField } from '../../ui/index.ts';
import styles from './feedback.module.css';

const NONE = 'none';

export interface CaptureProps {
  readonly clientId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onSaved?: () => void;
}

interface Place {
  readonly clientId: string | null;
  readonly projectId: string | null;
}

/** The place says whom it is from; a project says its client. */
function usePlace({ clientId, projectId }: CaptureProps) {
  const project = useAnswer('project.get', { id: projectId ?? '' }, projectId !== undefined);
  const [chosen, setChosen] = useState<Place | null>(null);
  const guessed: Place = {
    clientId: clientId ?? project.data?.client_id ?? null,
    projectId: projectId ?? null,
  };
  return { place: chosen ?? guessed, choose: setChosen };
}

function Where({ place, choose }: ReturnType<typeof usePlace>) {
  const { t } = useI18n();
  const clients = useAnswer('client.list', {});
  const projects = useAnswer(
    'project.list',
    { where: { client_id: place.clientId ?? '' } },
    place.clientId !== null,
  );
  return (
    <>
      <ComboBox
        label={entityName(t, 'client')}
        options={(clients.data ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={place.clientId}
        onChange={(id) => choose({ clientId: id, projectId: null })}
      />
      <Select
        label={entityName(t, 'project')}
        options={[
          { id: NONE, label: t('common:state.none') },
          ...(projects.data ?? []).map(({ id, name }) => ({ id, label: name })),
        ]}
        value={place.projectId ?? NONE}
        onChange={(id) => choose({ ...place, projectId: id === NONE ? null : id })}
      />
    </>
  );
}

/** C5: one line and Enter. Whom it is from follows from the place; who looks at it from the team. */
export function FeedbackCapture(props: CaptureProps) {
  const { t } = useI18n();
  const where = usePlace(props);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const submit = async () => {
    if (busy.current) return;
    const { clientId, projectId } = where.place;
    if (clientId === null || text.trim() === '') {
      setProblem(t(clientId === null ? 'feedback:whose' : 'reason:BLANK'));
      return;
    }
    busy.current = true;
    try {
      await request('feedback.capture', { clientId, projectId, text: text.trim() });
      setText('');
      setProblem(null);
      showToast({ tone: 'good', text: t('feedback:saved') });
      props.onSaved?.();
    } catch (error) {
      setProblem(errorText(t, error));
    } finally {
      busy.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || composing(event) || !(event.target instanceof HTMLInputElement)) return;
    // Enter in the list of clients takes the client.
    if (event.target.getAttribute('role') === 'combobox') return;
    event.preventDefault();
    void submit();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form element would submit on the Enter of a composition
    <div className={styles.capture} role="group" aria-label={t('feedback:new')} onKeyDown={onKeyDown}>
      <Where {...where} />
      <TextField
        label={t('feedback:words')}
        placeholder={t('feedback:example')}
        value={text}
        onChange={setText}
        autoFocus={props.autoFocus ?? false}
        error={problem ?? undefined}
      />
      <Button look="primary" onPress={() => void submit()}>
        {t('feedback:save')}
      </Button>
    </div>
  );
}

/** The same from anywhere, in a dialog. */
export function QuickFeedbackDialog({ onClose, ...place }: CaptureProps & { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { data } = useAnswer('client.list', {});
  return (
    <Dialog open wide title={t('feedback:new')} onClose={onClose}>
      {data?.length === 0 ? <Banner tone="info">{t('client:captureNobody')}</Banner> : null}
      <FeedbackCapture {...place} autoFocus onSaved={onClose} />
    </Dialog>
  );
}
