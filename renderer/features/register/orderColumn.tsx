import type { EntityType, RecordOf } from '#shared/model/registry.ts';
import type { RegisterColumn } from './definition.ts';
import { Grip } from './Grip.tsx';
import styles from './register.module.css';

/** The column of the order that people choose; the list as the core gives it stands in that order. */
export const ORDER_COLUMN = 'order';

export const orderColumn = <E extends EntityType>(): RegisterColumn<E> => ({
  id: ORDER_COLUMN,
  header: ({ t }) => t('register:order'),
  width: 64,
  align: 'center',
  text: () => '',
  render: (record) => <Grip id={record.id} />,
});

/** The same with the number that follows from the order. */
export const numberedColumn = <E extends EntityType>(
  numberOf: (record: RecordOf<E>) => number,
): RegisterColumn<E> => ({
  id: ORDER_COLUMN,
  header: ({ t }) => t('register:number'),
  width: 76,
  text: (record) => String(numberOf(record)),
  render: (record) => (
    <span className={styles.numbered}>
      <Grip id={record.id} />
      {numberOf(record)}
    </span>
  ),
});
