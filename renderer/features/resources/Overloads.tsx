import { useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Banner, Button } from '#renderer/ui/index.ts';
import type { LoadRow } from '#shared/ipc/channels/resource.ts';
import { hoursText } from './hours.ts';
import styles from './resources.module.css';

const SHOWN = 3;

/** J4: who has more work than time, in words, over the whole plan; the worst first. */
export function Overloads(props: {
  readonly resources: readonly LoadRow[];
  readonly onShow: (on: string) => void;
}) {
  const { t, format } = useI18n();
  const [all, setAll] = useState(false);
  const found = props.resources
    .flatMap(({ id, name, overload }) => (overload === null ? [] : [{ id, name, ...overload }]))
    .sort((a, b) => b.days - a.days);
  if (found.length === 0) return <Banner tone="good">{t('resource:load.fine')}</Banner>;
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <Banner
      tone="warn"
      {...(found.length > SHOWN && !all
        ? {
            actions: (
              <Button onPress={() => setAll(true)}>
                {t('resource:load.showAll', { count: found.length })}
              </Button>
            ),
          }
        : {})}
    >
      <ul className={styles.overloads}>
        {shown.map((one) => (
          <li key={one.id}>
            {t('resource:load.overload', {
              name: one.name,
              count: one.days,
              first: one.firstOn,
              worst: format.date(one.worstOn),
              load: hoursText(format, one.worstLoad),
              capacity: hoursText(format, one.worstCapacity),
            })}{' '}
            <Button
              look="link"
              small
              aria-label={t('resource:load.showOf', { name: one.name })}
              onPress={() => props.onShow(one.worstOn)}
            >
              {t('resource:load.show')}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
