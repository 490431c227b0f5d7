import { Layers } from 'lucide-react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Checkbox, Popover, Select } from '#renderer/ui/index.ts';
import chart from '../chart.module.css';
import { LABEL_PLACES, LABEL_TEXTS, LAYERS, type Look } from './layers.ts';

export interface ShowMenuProps {
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
}

/** What the timeline shows, in one place; it stays so for this project. */
export function ShowMenu({ look, onLook }: ShowMenuProps) {
  const { t } = useI18n();
  const trigger = (
    <Button small look="quiet" icon={<Layers />}>
      {t('timeline:show.button')}
    </Button>
  );
  return (
    <Popover label={t('timeline:show.layers')} trigger={trigger}>
      <div className={chart.show}>
        {LAYERS.map((layer) => (
          <Checkbox
            key={layer}
            label={t(`timeline:show.${layer}`)}
            isSelected={look.layers[layer]}
            onChange={(on) => onLook({ layers: { ...look.layers, [layer]: on } })}
          />
        ))}
        <Checkbox
          label={t('timeline:show.miniMap')}
          isSelected={look.miniMap}
          onChange={(miniMap) => onLook({ miniMap })}
        />
        <Select
          label={t('timeline:show.labels')}
          value={look.labels}
          options={LABEL_PLACES.map((id) => ({ id, label: t(`timeline:show.${id}`) }))}
          onChange={(labels) => onLook({ labels })}
        />
        <Select
          label={t('timeline:show.labelText')}
          value={look.labelText}
          options={LABEL_TEXTS.map((id) => ({ id, label: t(`timeline:show.${id}`) }))}
          onChange={(labelText) => onLook({ labelText })}
        />
      </div>
    </Popover>
  );
}
