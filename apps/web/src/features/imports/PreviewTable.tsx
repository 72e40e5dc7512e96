import { useId } from 'react';
import { FIELDS, type Mapping, type Preview } from '../../api/imports';
import { useSay } from '../../i18n/words';
import { useText } from './text';
import styles from './imports.module.css';

interface PreviewTableProps {
  readonly preview: Preview;
  readonly mapping: Mapping;
}

/** The first rows, under the names of their columns and what those are taken for. */
export function PreviewTable({ preview: { columns, rows }, mapping }: PreviewTableProps) {
  const t = useText();
  const say = useSay();
  const title = useId();
  const fieldOf = (column: string) => FIELDS.find((field) => mapping[field] === column);
  return (
    <div className={styles.preview}>
      <h2 id={title}>{t('rows')}</h2>
      <p className={styles.soft}>{t(rows.length === 0 ? 'rows.none' : 'rows.hint')}</p>
      {/* A wide table scrolls by itself, also by the keyboard. */}
      <div className={styles.scroll} role="region" aria-labelledby={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rows.line')}</th>
              {columns.map((column) => {
                const field = fieldOf(column);
                return (
                  <th key={column} scope="col" data-read={field !== undefined}>
                    {column}
                    {field && <span className={styles.field}>{t(`field.${field}`)}</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, problem }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {problem === null ? (
                  columns.map((column, index) => (
                    <td key={column} data-read={fieldOf(column) !== undefined}>
                      {cells[index]}
                    </td>
                  ))
                ) : (
                  <td colSpan={columns.length} className={styles.wrong}>
                    {say(problem)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
