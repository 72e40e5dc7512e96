import { useState, type MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { IncidentRow } from '../../../api/incident-types';
import { useShortcut } from '../../../shortcuts/shortcuts';
import { usePhone } from '../../../theme/use-media';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { SeverityMark } from '../../../ui/SeverityMark';
import { StateTag } from '../../../ui/StateTag';
import { Unread } from '../../../ui/Unread';
import { nextDeadline, type Column } from './columns';
import { useText } from './text';
import styles from './list.module.css';

/** A dense table for experts, cards for thumbs. `j` and `k` move, Enter opens. */
export function IncidentTable({
  columns,
  rows,
}: {
  columns: readonly Column[];
  rows: readonly IncidentRow[];
}) {
  const t = useText();
  const navigate = useNavigate();
  const isPhone = usePhone();
  const [at, setAt] = useState(-1);
  const move = (by: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, at + by));
    setAt(next);
    document.getElementById(rowId(rows[next]))?.focus();
  };
  useShortcut('j', t('key.down'), () => move(1));
  useShortcut('k', t('key.up'), () => move(-1));
  if (isPhone) return <Cards rows={rows} />;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('list.label')}>
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col" data-column={name}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              data-at={index === at}
              onClick={(event) => {
                if (isPlain(event)) void navigate(`/incidents/${row.id}`);
              }}
            >
              {columns.map((column) => (
                <td key={column.name} data-column={column.name} title={titleOf(column, row)}>
                  {column.name === 'title' ? (
                    <>
                      <Link
                        id={rowId(row)}
                        to={`/incidents/${row.id}`}
                        onFocus={() => setAt(index)}
                      >
                        {row.title}
                      </Link>{' '}
                      {row.unread > 0 && <Unread count={row.unread} />}
                    </>
                  ) : (
                    column.show(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowId = (row: IncidentRow | undefined): string => `incident-${row?.id ?? ''}`;

/** Pictures explain themselves on hover. */
const titleOf = ({ name, text }: Column, row: IncidentRow): string | undefined =>
  name === 'severity' || name === 'deadline' ? undefined : text(row);

/** A click on a link or a button of the row is theirs. */
function isPlain(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button') === null;
}

function Cards({ rows }: { rows: readonly IncidentRow[] }) {
  return (
    <ul className={styles.cards}>
      {rows.map((row) => {
        const deadline = nextDeadline(row);
        return (
          <li key={row.id} className={styles.card}>
            <Link to={`/incidents/${row.id}`} className={styles.cardTitle}>
              <SeverityMark severity={row.severity} /> {row.title}{' '}
              {row.unread > 0 && <Unread count={row.unread} />}
            </Link>
            <p className={styles.cardLine}>
              <StateTag state={row.state} supervised={row.supervisedAt !== null} />
              <span className={styles.soft}>{row.number}</span>
            </p>
            {deadline && <DeadlineChip deadline={deadline} />}
          </li>
        );
      })}
    </ul>
  );
}
