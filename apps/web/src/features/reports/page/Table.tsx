import type { ReportTable } from '../../../api/report-types';
import { Pieces } from './Prose';
import styles from './document.module.css';

/** A table of a report. On a phone it scrolls inside its frame, and its first column stays. */
export function Table({ table: { caption, heads, rows } }: { table: ReportTable }) {
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, at) => {
                const Cell = at === 0 ? 'th' : 'td';
                return (
                  <Cell key={at} {...(at === 0 ? { scope: 'row' } : {})}>
                    <Pieces pieces={cell} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
