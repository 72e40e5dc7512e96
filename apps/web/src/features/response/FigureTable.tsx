import type { ReactNode } from 'react';
import type { ResponseItem } from '../../api/response';
import styles from './response.module.css';

export interface Column {
  readonly name: string;
  readonly of: (item: ResponseItem) => ReactNode;
  readonly isBad?: (item: ResponseItem) => boolean;
}

interface FigureTableProps {
  readonly label: string;
  /** What a row is about; it heads the first column. */
  readonly subject: string;
  readonly nameOf: (item: ResponseItem) => ReactNode;
  readonly columns: readonly Column[];
  readonly items: readonly ResponseItem[];
}

/** Rows of figures. On a phone each row is a block, and each figure says what it is. */
export function FigureTable({ label, subject, nameOf, columns, items }: FigureTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{subject}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <th scope="row">{nameOf(item)}</th>
            {columns.map(({ name, of, isBad }) => (
              <td key={name} data-name={name} className={isBad?.(item) ? styles.bad : undefined}>
                {of(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
