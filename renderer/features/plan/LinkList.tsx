import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { ComboBox, IconButton, Select } from '#renderer/ui/index.ts';
import { LINK_TYPES, lagInput, parseLag } from '#shared/domain/plan/predecessors.ts';
import { DraftField } from './DraftField.tsx';
import details from './details.module.css';
import { type PlanLink, refusesLink } from './model.ts';
import type { TaskPanelProps } from './TaskPanel.tsx';

interface EntryProps extends TaskPanelProps {
  readonly link: PlanLink;
  readonly end: 'into' | 'from';
}

function Entry({ link, end, model, actions }: EntryProps) {
  const { t } = useI18n();
  const other = model.rows[end === 'into' ? link.from : link.to];
  if (!other) return null;
  return (
    <li>
      <div className={details.linkRow}>
        <span className={details.linkName} title={other.name}>
          {other.number} {other.name}
        </span>
        <IconButton
          small
          label={t('plan:panel.removeLink', { name: other.name })}
          icon={<X />}
          onPress={() => void actions.run('plan.removeLink', { id: link.id })}
        />
      </div>
      <div className={details.pair}>
        <Select
          label={t('model:link.fields.type')}
          labelHidden
          options={LINK_TYPES.map((id) => ({ id, label: t(`model:link.enums.type.${id}`) }))}
          value={link.type}
          onChange={(type) => void actions.run('plan.editLink', { id: link.id, type })}
        />
        <DraftField
          label={t('plan:panel.lag')}
          labelHidden
          value={lagInput(link, model.units)}
          onCommit={(typed) => {
            const lag = parseLag(typed, model.units);
            if (!lag) return t('plan:invalid.lag');
            void actions.run('plan.editLink', { id: link.id, lag });
            return undefined;
          }}
        />
      </div>
    </li>
  );
}

/** Predecessors or successors of a task, with type and lag; tasks that would close a loop are not offered. */
export function LinkList(props: TaskPanelProps & { readonly end: 'into' | 'from' }) {
  const { t } = useI18n();
  const { row, model, actions, end } = props;
  const links = end === 'into' ? model.linksInto(row.index) : model.linksFrom(row.index);
  const title = end === 'into' ? t('plan:panel.predecessors') : t('plan:panel.successors');
  const options = useMemo(
    () =>
      model.rows.length > 400
        ? []
        : model.rows
            .filter(
              (other) =>
                !other.blank &&
                !(end === 'into'
                  ? refusesLink(model, other.index, row.index)
                  : refusesLink(model, row.index, other.index)),
            )
            .map((other) => ({ id: other.id, label: `${other.number} ${other.name}` })),
    [model, row, end],
  );
  return (
    <section className={details.form} aria-label={title}>
      <h3 className={details.section}>{title}</h3>
      {links.length === 0 ? <p className={details.note}>{t('plan:panel.noLinks')}</p> : null}
      <ul className={details.links}>
        {links.map((link) => (
          <Entry key={link.id} {...props} link={link} />
        ))}
      </ul>
      {options.length === 0 ? null : (
        <ComboBox
          label={end === 'into' ? t('plan:panel.addPredecessor') : t('plan:panel.addSuccessor')}
          options={options}
          value={null}
          onChange={(id) => {
            if (id === null) return;
            const ends = end === 'into' ? { fromId: id, toId: row.id } : { fromId: row.id, toId: id };
            void actions.run('plan.addLink', ends);
          }}
        />
      )}
    </section>
  );
}
