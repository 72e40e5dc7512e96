import { Link } from 'react-router';
import type { Piece, ReportTable } from '../../../api/report-types';
import { Pieces } from './Prose';
import styles from './document.module.css';

interface TableProps {
  readonly table: ReportTable;
  /** The language of its words; left out where it is that of what is around it. */
  readonly lang?: string;
}

/** A table of a report. On a phone it scrolls inside its frame. */
export function Table({ table: { caption, heads, rows }, lang }: TableProps) {
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={caption} lang={lang}>
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
                  <Cell
                    key={at}
                    className={isOneWord(cell) ? styles.word : undefined}
                    {...(at === 0 ? { scope: 'row' } : {})}
                  >
                    <Contents cell={cell} />
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

const wordsOf = (cell: Piece): string => (typeof cell === 'string' ? cell : cell.text);

/** As long as the name of a state or a clock. */
const A_WORD = 6;

/** A date, an incident's number, a state: nothing that may be broken over two lines. */
const isOneWord = (cell: Piece): boolean => {
  const words = wordsOf(cell);
  return words.length <= A_WORD || /^[\w.,:%–-]+$/.test(words);
};

/** YQ-2026-000123: gapless per year, as the office numbers its incidents. */
const INCIDENT = /^[A-Z]+-\d{4}-\d{6}$/;

/** An incident that is named by its number is one tap away. */
function Contents({ cell }: { cell: Piece }) {
  const words = wordsOf(cell);
  if (!INCIDENT.test(words)) return <Pieces pieces={[cell]} />;
  return <Link to={`/incidents?${new URLSearchParams({ q: words }).toString()}`}>{words}</Link>;
}
