/** Screens with tabs: the tab and the record a link leads to, and the frame around them. */
import { type ReactNode, Suspense, useState } from 'react';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { navigate, type Route } from '../state/route.ts';
import {
  linkedSection,
  type PlaceProps,
  type SectionLink,
  type SectionOf,
  sectionOfItem,
  sectionsOf,
  type TabScreen,
} from '../state/sections.ts';
import styles from './sections.module.css';

export interface Sections<Screen extends TabScreen> {
  readonly screen: Screen;
  readonly section: SectionOf<Screen>;
  /** The record to open. */
  readonly itemId: string | undefined;
  /** Leads to a tab, and to a record in it; Back leads back. */
  readonly goTo: (section: SectionOf<Screen>, itemId?: string) => void;
}

/** Where a screen with tabs stands: where its link leads, or what the user chose since then. */
export function useSections<Screen extends TabScreen>(
  screen: Screen,
  props: PlaceProps<Screen>,
): Sections<Screen> {
  const { section, itemId }: SectionLink<Screen> = props;
  const [link, setLink] = useState<SectionLink<Screen>>({ section, itemId });
  const [place, setPlace] = useState<SectionLink<Screen>>(link);
  if (link.section !== section || link.itemId !== itemId) {
    setLink({ section, itemId });
    setPlace({ section, itemId });
  }
  return {
    screen,
    section: linkedSection(screen, place),
    itemId: place.itemId,
    goTo: (next, item) => {
      const wanted = { section: next, itemId: item };
      // The tab changes by itself, so that a screen can also stand where no route leads to it.
      setPlace(wanted);
      navigate({ name: screen, ...props, ...wanted } as Route);
    },
  };
}

interface SectionTabsProps<Screen extends TabScreen> {
  readonly sections: Sections<Screen>;
  /** What the tabs are views of. */
  readonly heading: string;
  readonly tabName: (section: SectionOf<Screen>) => string;
  /** Content of each tab; it is given the record to open if that is one of its own. */
  readonly content: {
    readonly [Section in SectionOf<Screen>]: (itemId: string | undefined) => ReactNode;
  };
}

/** The tabs of a screen. A linked record opens in its own tab, not in every one. */
export function SectionTabs<Screen extends TabScreen>(props: SectionTabsProps<Screen>) {
  const { screen, section, itemId, goTo } = props.sections;
  const itsTab = sectionOfItem(screen, itemId) ?? section;
  return (
    <Tabs<SectionOf<Screen>>
      label={props.heading}
      value={section}
      onChange={(id) => goTo(id)}
      items={sectionsOf(screen).map((id) => ({
        id,
        label: props.tabName(id),
        content: props.content[id](id === itsTab ? itemId : undefined),
      }))}
    />
  );
}

interface FrameProps {
  readonly heading: string;
  /** Beside the heading. */
  readonly beside?: ReactNode;
}

/** A heading over a screen that fills the rest. */
export function SectionFrame(props: FrameProps & { readonly children: ReactNode }) {
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{props.heading}</h1>
        <Suspense fallback={<Spinner />}>{props.beside}</Suspense>
      </div>
      {props.children}
    </div>
  );
}

/** A screen of several views, one per tab, under a heading. */
export function SectionScreen<Screen extends TabScreen>(
  props: SectionTabsProps<Screen> &
    FrameProps & {
      /** Between the heading and the tabs. */
      readonly above?: ReactNode;
    },
) {
  const { beside, above, ...tabs } = props;
  return (
    <SectionFrame heading={props.heading} beside={beside}>
      {above}
      <div className={styles.tabs}>
        <SectionTabs {...tabs} />
      </div>
    </SectionFrame>
  );
}
