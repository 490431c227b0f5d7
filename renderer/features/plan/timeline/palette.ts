import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePreferences } from '#renderer/state/preferences.ts';
import type { BarArea } from '#shared/schedule/layout/bars.ts';
import { TO_SCREEN } from '../useViewport.ts';
import { COLOURS, type Colour, patterns } from './pens.ts';

export interface Palette {
  readonly colour: Readonly<Record<Colour, string>>;
  readonly font: string;
  readonly boldFont: string;
  /** A font of the page: `px` at the normal text size. */
  readonly face: (px: number, isBold: boolean) => string;
  /** Fills of areas that mean something, of a step in px: made once, when first drawn with. */
  readonly area: (area: BarArea, step: number) => CanvasPattern | null;
}

const FONT_SIZE = 11.5;

function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const entries = COLOURS.map((name) => [name, style.getPropertyValue(`--gantt-${name}`) || 'gray'] as const);
  const colour = Object.fromEntries(entries) as Record<Colour, string>;
  const scale = Number(style.getPropertyValue('--text-scale')) || 1;
  const family = style.fontFamily;
  const face = (px: number, isBold: boolean) => `${isBold ? '600 ' : ''}${px * scale}px ${family}`;
  return {
    colour,
    font: face(FONT_SIZE, false),
    boldFont: face(FONT_SIZE, true),
    face,
    area: patterns(colour),
  };
}

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** Gives the colours when something is drawn; another one when they have changed. Null: there is no element yet. */
export type PaletteSource = () => Palette | null;

/** Reads the colours when they are first needed: then the styles are calculated anyway. */
function sourceFor(element: RefObject<HTMLElement | null>, known: Palette | null = null): PaletteSource {
  let palette = known;
  return () => {
    palette ??= element.current && readPalette(element.current);
    return palette;
  };
}

/** The colours as the current look of the window has them, and anew when that changes. */
export function usePalette(element: RefObject<HTMLElement | null>): PaletteSource {
  const theme = usePreferences((preferences) => preferences.theme);
  const textSize = usePreferences((preferences) => preferences.textSize);
  const [source, setSource] = useState(() => sourceFor(element));
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look of the window is what the colours follow
  useEffect(() => {
    const read = () => {
      if (!element.current) return;
      const now = readPalette(element.current);
      setSource((before) => {
        const old = before();
        return old && sameColours(now, old) ? before : sourceFor(element, now);
      });
    };
    // The preferences reach the document a moment after they are set; at first it has them, as a rule.
    const wait = isFirst.current ? TO_SCREEN : 0;
    isFirst.current = false;
    const later = setTimeout(() => requestAnimationFrame(read), wait);
    const lists = QUERIES.map((query) => matchMedia(query));
    for (const list of lists) list.addEventListener('change', read);
    document.fonts.addEventListener('loadingdone', read);
    return () => {
      clearTimeout(later);
      for (const list of lists) list.removeEventListener('change', read);
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, [element, theme, textSize]);
  return source;
}

const sameColours = (a: Palette, b: Palette): boolean =>
  a.font === b.font && COLOURS.every((name) => a.colour[name] === b.colour[name]);
