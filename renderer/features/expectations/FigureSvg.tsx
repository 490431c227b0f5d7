import { type Figure, LINE_HEIGHT, markPath, pathOf } from '#shared/domain/expectation/figures/shapes.ts';
import styles from './figure.module.css';

/** A drawing of lines, marks and texts. The table or list beside it says the same in words. */
export function FigureSvg({ figure, label }: { readonly figure: Figure; readonly label: string }) {
  return (
    <svg
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      width={figure.width}
      height={figure.height}
      className={styles.figure}
      role="img"
      aria-label={label}
    >
      {figure.boxes.map(({ at: [x, y], width, height }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={3} className={styles.box} />
      ))}
      {figure.lines.map((line) => {
        const path = pathOf(line);
        return (
          <path
            key={`${line.series ?? line.role} ${path}`}
            d={path}
            className={styles[line.series ?? line.role]}
            strokeWidth={line.strength}
            strokeDasharray={line.dash.join(' ')}
          />
        );
      })}
      {figure.marks.map((mark) => (
        <path
          key={`${mark.series} ${mark.at.join(' ')}`}
          d={markPath(mark)}
          className={`${styles.mark} ${styles[mark.series]}`}
        />
      ))}
      {figure.texts.map(({ at: [x, y], lines, anchor, size, role }) => (
        <text
          key={`${x} ${y} ${lines.join()}`}
          x={x}
          y={y}
          fontSize={size}
          textAnchor={anchor}
          className={styles[`${role}Text`]}
        >
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no names and keep their places
            <tspan key={i} x={x} dy={i === 0 ? 0 : size * LINE_HEIGHT}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}
