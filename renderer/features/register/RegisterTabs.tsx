import { type ReactNode, Suspense, useState } from 'react';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { type EntityType, typeOfId } from '#shared/model/registry.ts';
import styles from './register.module.css';

export interface RegisterTab {
  readonly id: string;
  readonly label: string;
  /** A link to a record of these types leads to this tab. */
  readonly entities: readonly EntityType[];
  readonly content: ReactNode;
}

/** A screen of several registers, one per tab; a linked record opens in its own. */
export function RegisterTabs(props: {
  readonly heading: string;
  readonly tabs: readonly RegisterTab[];
  readonly itemId?: string | undefined;
  readonly actions?: ReactNode;
}) {
  const { tabs, itemId } = props;
  const tabOf = (id: string | undefined): string | undefined => {
    const type = id === undefined ? null : typeOfId(id);
    return type === null ? undefined : tabs.find(({ entities }) => entities.includes(type))?.id;
  };
  const [linked, setLinked] = useState(itemId);
  const [tab, setTab] = useState(tabOf(itemId) ?? tabs[0]?.id ?? '');
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== itemId) {
    setLinked(itemId);
    setTab(tabOf(itemId) ?? tab);
  }
  return (
    <div className={styles.tabScreen}>
      <div className={styles.tabHead}>
        <h1>{props.heading}</h1>
        {props.actions}
      </div>
      <div className={styles.tabFill}>
        <Suspense fallback={<Spinner />}>
          <Tabs<string>
            label={props.heading}
            value={tab}
            onChange={setTab}
            items={tabs.map(({ id, label, content }) => ({
              id,
              label,
              content: <Suspense fallback={<Spinner />}>{content}</Suspense>,
            }))}
          />
        </Suspense>
      </div>
    </div>
  );
}
