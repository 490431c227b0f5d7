import { useI18n } from '#renderer/i18n/index.ts';
import { MAX_ZOOM, MIN_ZOOM, tiersFor } from '#shared/schedule/layout/timescale.ts';
import styles from './plan.module.css';

const STEPS = 100;
const SPAN = Math.log(MAX_ZOOM / MIN_ZOOM);

/** Zoom is felt as a factor: the same way on the slider is the same factor. */
export const toSlider = (perDay: number): number => Math.round((Math.log(perDay / MIN_ZOOM) / SPAN) * STEPS);
export const fromSlider = (value: number): number =>
  value >= STEPS ? MAX_ZOOM : MIN_ZOOM * Math.exp((value / STEPS) * SPAN);

/** How much of the plan is seen at once; arrow keys, Home and End move it as well. */
export function ZoomSlider(props: { readonly perDay: number; readonly onZoom: (perDay: number) => void }) {
  const { t } = useI18n();
  const { perDay, onZoom } = props;
  const { lower } = tiersFor(perDay);
  return (
    <input
      type="range"
      className={styles.zoom}
      aria-label={t('timeline:zoom.label')}
      title={t('timeline:zoom.label')}
      min={0}
      max={STEPS}
      value={toSlider(perDay)}
      aria-valuetext={t(`timeline:zoom.${lower === 'decade' ? 'year' : lower}`)}
      onChange={(event) => onZoom(fromSlider(Number(event.currentTarget.value)))}
    />
  );
}
