import type { EntityType } from '#shared/model/registry.ts';
import type { RegisterColumn } from './definition.ts';
import { Grip } from './Grip.tsx';

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
