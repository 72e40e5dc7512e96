import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useMatterDays, type MatterDay } from '../../api/matters';
import { Dialog } from '../../ui/Dialog';
import { MatterRows } from './MatterRows';
import { useText } from './text';
import styles from './matters.module.css';
import rows from '../../ui/rows.module.css';

const Days = createContext<ReadonlyMap<string, MatterDay>>(new Map());

interface KnownDaysProps {
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly children: ReactNode;
}

/** For a calendar: what is known beforehand of its days. */
export function KnownDays({ from, to, children }: KnownDaysProps) {
  const { data } = useMatterDays(from, to);
  const days = useMemo(
    () => new Map((data?.items ?? []).map((day) => [day.date, day] as const)),
    [data],
  );
  return <Days value={days}>{children}</Days>;
}

/** A small mark on a day of which something is known, and the panel behind it. Nothing on all other days. */
export function KnownDayMark({ date, name }: { date: string; name: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const day = useContext(Days).get(date);
  if (day === undefined) return null;
  const { matters, sensitiveDates } = day;
  const count = matters.length + sensitiveDates.length;
  const first = sensitiveDates[0]?.title ?? matters[0]?.title ?? '';
  return (
    <>
      <button
        type="button"
        className={styles.mark}
        aria-haspopup="dialog"
        aria-label={`${name}: ${t('mark.one', { count })}`}
        title={first}
        onClick={() => setOpen(true)}
      >
        <span className={styles.dot} aria-hidden="true" />
        {count}
      </button>
      {isOpen && (
        <Dialog title={t('mark.day', { date: name })} onClose={() => setOpen(false)}>
          <KnownDay day={day} />
        </Dialog>
      )}
    </>
  );
}

/** What is known of one day: matters, and the sensitive dates beside them. */
export function KnownDay({ day: { matters, sensitiveDates } }: { day: MatterDay }) {
  const t = useText();
  return (
    <>
      {sensitiveDates.length > 0 && (
        <>
          <h3 className={styles.minor}>{t('mark.dates')}</h3>
          <ul className={rows.rows}>
            {sensitiveDates.map(({ id, title, note }) => (
              <li key={id} className={styles.linked}>
                <span className={styles.strong}>{title}</span>
                {note !== null && <p className={styles.soft}>{note}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {matters.length > 0 && (
        <>
          <h3 className={styles.minor}>{t('mark.matters')}</h3>
          <MatterRows matters={matters} />
        </>
      )}
    </>
  );
}
