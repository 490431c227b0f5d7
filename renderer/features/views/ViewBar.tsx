import { Ellipsis, RotateCcw, Save } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Button, IconButton, Menu, Segmented, showToast } from '#renderer/ui/index.ts';
import { NameDialog } from './NameDialog.tsx';
import type { Views } from './useViews.ts';
import styles from './views.module.css';

export interface ViewBarProps<D> {
  readonly views: Views<D>;
  /** Filter, grouping and the like, beside the views. */
  readonly children?: ReactNode;
}

/** The views of a list to choose from, and what can be done with the one that is shown. */
export function ViewBar<D>({ views, children }: ViewBarProps<D>) {
  const { t } = useI18n();
  const [naming, setNaming] = useState<'saveAs' | 'rename' | null>(null);
  const { current, changed } = views;
  const guarded = async (act: () => Promise<void>, done: string | null): Promise<void> => {
    try {
      await act();
      if (done !== null) showToast({ text: done, tone: 'good' });
    } catch (error) {
      showToast({ text: errorText(t, error), tone: 'bad' });
    }
  };
  const save = () => void guarded(views.save, t('views:saved', { name: current.name }));
  const reset = {
    id: 'reset',
    label: t('views:reset'),
    disabled: !changed,
    startsGroup: true,
    onAction: views.reset,
  };
  const entries = [
    { id: 'saveAs', label: t('views:saveAs'), onAction: () => setNaming('saveAs') },
    { id: 'save', label: t('views:save'), disabled: !current.own || !changed, onAction: save },
    { id: 'rename', label: t('views:rename'), disabled: !current.own, onAction: () => setNaming('rename') },
    {
      id: 'remove',
      label: t('views:remove'),
      danger: true,
      disabled: !current.own,
      onAction: () => void guarded(views.remove, t('views:removed', { name: current.name })),
    },
    reset,
  ];
  return (
    <div className={styles.bar}>
      <div className={styles.views}>
        <Segmented
          label={t('views:label')}
          options={views.all.map(({ id, name }) => ({ id, label: name }))}
          value={current.id}
          onChange={views.choose}
        />
      </div>
      {changed ? (
        <>
          <Button small look="quiet" icon={<RotateCcw aria-hidden="true" />} onPress={views.reset}>
            {t('views:reset')}
          </Button>
          <Button
            small
            look="quiet"
            icon={<Save aria-hidden="true" />}
            onPress={() => (current.own ? save() : setNaming('saveAs'))}
          >
            {current.own ? t('views:save') : t('views:saveAs')}
          </Button>
        </>
      ) : null}
      <Menu
        label={t('views:more')}
        trigger={<IconButton small label={t('views:more')} icon={<Ellipsis />} />}
        entries={entries}
      />
      {children}
      {naming === null ? null : (
        <NameDialog
          title={t(naming === 'saveAs' ? 'views:saveAs' : 'views:rename')}
          name={naming === 'rename' ? current.name : ''}
          taken={views.all.map((view) => view.name)}
          askForAll={naming === 'saveAs'}
          onClose={() => setNaming(null)}
          onDone={async (name, forAll) => {
            setNaming(null);
            if (naming === 'saveAs')
              await guarded(() => views.saveAs(name, forAll), t('views:saved', { name }));
            else await guarded(() => views.rename(name), null);
          }}
        />
      )}
    </div>
  );
}
