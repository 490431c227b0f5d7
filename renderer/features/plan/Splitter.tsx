import { type SplitterProps, Splitter as UiSplitter } from '#renderer/ui/index.ts';
import styles from './plan.module.css';

/** The border of a part of the plan, laid over the two that it divides. */
export function Splitter(props: Omit<SplitterProps, 'className' | 'style'>) {
  const { sized, size } = props;
  const style = sized === 'before' ? { left: size - 3 } : { right: size - 3 };
  return <UiSplitter {...props} className={styles.splitter} style={style} />;
}
