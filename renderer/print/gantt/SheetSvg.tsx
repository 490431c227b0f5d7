import { memo, useMemo } from 'react';
import type { Look, Mark } from '#shared/schedule/layout/chart.ts';
import { r } from '#shared/schedule/layout/chartAxis.ts';
import { paintOf, textPaintOf } from '#shared/schedule/layout/chartLooks.ts';
import { drawSheet } from '#shared/schedule/layout/chartSheet.ts';
import type { DocumentSheet } from './document.ts';

/** Paint as attributes: a drawing that leaves the app has no style sheet with it. */
function painted(look: Look, grey: boolean) {
  const { fill, stroke, width, dash, round } = paintOf(look, grey);
  return {
    fill: fill ?? 'none',
    ...(stroke === undefined ? {} : { stroke, strokeWidth: width }),
    ...(dash === undefined ? {} : { strokeDasharray: dash.join(' ') }),
    ...(round === true ? { strokeLinecap: 'round' as const } : {}),
  };
}

function Text({ mark, grey }: { readonly mark: Extract<Mark, { kind: 'text' }>; readonly grey: boolean }) {
  const { fill, weight } = textPaintOf(mark.look, grey);
  return (
    <text
      x={mark.x}
      y={mark.y}
      fontSize={mark.size}
      fontWeight={weight}
      fill={fill}
      {...(mark.anchor === 'start' ? {} : { textAnchor: mark.anchor })}
    >
      {mark.title === undefined ? null : <title>{mark.title}</title>}
      {mark.text}
    </text>
  );
}

function Marks({ marks, grey }: { readonly marks: readonly Mark[]; readonly grey: boolean }) {
  return marks.map((mark, i) => {
    // Marks of a sheet are drawn once and have no identity but their place.
    const key = i;
    if (mark.kind === 'text') return <Text key={key} mark={mark} grey={grey} />;
    if (mark.kind === 'rect') {
      const { x, y, width, height, round: rx, look } = mark;
      return <rect key={key} {...{ x, y, width, height, rx }} {...painted(look, grey)} />;
    }
    if (mark.kind === 'path')
      return mark.d === '' ? null : <path key={key} d={mark.d} {...painted(mark.look, grey)} />;
    return (
      // An inner drawing cuts at its borders without an id that others could share.
      // biome-ignore lint/a11y/noSvgWithoutTitle: a part of the picture that has its name outside
      <svg
        key={key}
        x={r(mark.x)}
        y={r(mark.y)}
        width={r(mark.width)}
        height={r(mark.height)}
        viewBox={`${r(mark.viewX)} ${r(mark.viewY)} ${r(mark.width)} ${r(mark.height)}`}
        overflow="hidden"
      >
        <Marks marks={mark.marks} grey={grey} />
      </svg>
    );
  });
}

export interface SheetSvgProps {
  readonly sheet: DocumentSheet;
  /** Name of the picture for screen readers and the tags of the PDF. */
  readonly label: string;
  /** Set where no style sheet says it: in a file of its own. */
  readonly fontFamily?: string;
}

/** One sheet as a vector drawing at its size on paper. */
export const SheetSvg = memo(function SheetSvg({ sheet, label, fontFamily }: SheetSvgProps) {
  const { layout, index, numbers } = sheet;
  const marks = useMemo(() => drawSheet(layout, index, numbers), [layout, index, numbers]);
  const width = r(layout.page.width);
  const height = r(layout.page.height);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={label}
      width={`${width}pt`}
      height={`${height}pt`}
      viewBox={`0 0 ${width} ${height}`}
      {...(fontFamily === undefined ? {} : { fontFamily })}
    >
      <Marks marks={marks} grey={layout.input.options.grey} />
    </svg>
  );
});
