import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePreferences } from '#renderer/state/preferences.ts';
import { TO_SCREEN } from '../useViewport.ts';

/** Colours of the chart; `chart.css` gives them their values, light, dark and in forced colours. */
export const COLOURS = [
  'surface',
  'head',
  'off',
  'line',
  'edge',
  'grid',
  'chosen',
  'bar',
  'bar-line',
  'progress',
  'summary',
  'summary-done',
  'milestone',
  'text',
  'muted',
  'bad',
  'on-bad',
  'good',
  'on-good',
  'accent',
  'link',
  'critical',
  'slack',
  'baseline',
  'buffer',
  'promise',
] as const;
export type Colour = (typeof COLOURS)[number];

export interface Palette {
  readonly colour: Readonly<Record<Colour, string>>;
  readonly font: string;
  readonly boldFont: string;
  /** A font of the page: `px` at the normal text size. */
  readonly face: (px: number, isBold: boolean) => string;
  readonly slack: () => CanvasPattern | null;
  readonly buffer: () => CanvasPattern | null;
  readonly over: () => CanvasPattern | null;
}

const FONT_SIZE = 11.5;

/** Diagonal strokes, `both` ways for a lattice: told apart without colour, also on a grey print. */
function hatch(colour: string, both: boolean): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const g = tile.getContext('2d');
  if (!g) return null;
  g.strokeStyle = colour;
  g.lineWidth = 1.2;
  g.beginPath();
  for (const shift of [-6, 0, 6]) {
    g.moveTo(shift, 6);
    g.lineTo(shift + 6, 0);
    if (both) {
      g.moveTo(shift, 0);
      g.lineTo(shift + 6, 6);
    }
  }
  g.stroke();
  return g.createPattern(tile, 'repeat');
}

/** Made when it is first drawn with: most plans need none of them for their first picture. */
function later(make: () => CanvasPattern | null): () => CanvasPattern | null {
  let made: CanvasPattern | null | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

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
    slack: later(() => hatch(colour.slack, false)),
    buffer: later(() => hatch(colour.buffer, true)),
    over: later(() => hatch(colour.bad, false)),
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
