import { useMemo, useState } from 'react';
import { dayRows, type Cell } from '../cells';
import { datesFrom, timeAt, type LocalDate } from '../days';
import { useText } from '../text';
import { useCellWords, usePosition } from '../use-words';
import { DayHead } from './DayHead';
import type { GridProps } from './MonthGrid';
import { Stretch } from './Stretch';
import styles from './grid.module.css';

const WEEK = 7;

/** For phones: the days below each other, each position a line to tap. What is over is folded away. */
export function DayList(props: GridProps) {
  const { schedule, coverage, shown, date, today } = props;
  const t = useText();
  const dates = useMemo(() => datesFrom(shown.first, shown.count), [shown.first, shown.count]);
  const rows = useMemo(() => dayRows(schedule, coverage, dates), [schedule, coverage, dates]);
  const [withPast, setWithPast] = useState(false);
  const isShown = (one: LocalDate) => shown.count === WEEK || one.slice(0, 7) === date.slice(0, 7);
  const wanted = dates.filter(isShown);
  // A month that is over is looked at for its own sake.
  const past = wanted.includes(today) ? wanted.filter((one) => one < today) : [];
  const isFolded = past.length > 0 && !withPast;
  return (
    <>
      {isFolded && (
        <button type="button" className={styles.past} onClick={() => setWithPast(true)}>
          {t('list.past', { count: past.length })}
        </button>
      )}
      <ol className={styles.days}>
        {dates.map((one, index) =>
          isShown(one) && !(isFolded && one < today) ? (
            <li key={one} className={styles.day}>
              <h3>
                <DayHead
                  date={one}
                  day={coverage.days.find((known) => known.date === one)}
                  isToday={one === today}
                />
              </h3>
              {rows.map(({ position, cells: { [index]: cell } }) =>
                cell ? <Turn key={position} {...props} cell={cell} /> : null,
              )}
            </li>
          ) : null,
        )}
      </ol>
    </>
  );
}

function Turn({ schedule, people, cell, now, onOpen }: GridProps & { cell: Cell }) {
  const t = useText();
  const positionOf = usePosition();
  const words = useCellWords(people, schedule.timeZone);
  const isShared = cell.parts.length > 1;
  return (
    <button
      type="button"
      className={styles.turn}
      aria-haspopup="dialog"
      onClick={() => onOpen(cell)}
    >
      <span className="mb-said">{words(cell)}</span>
      <span className={styles.position} aria-hidden="true">
        {positionOf(cell.position)}
      </span>
      <span className={styles.turnParts} aria-hidden="true">
        {cell.parts.length === 0 && <span className={styles.none}>{t('empty')}</span>}
        {cell.parts.map((part) => (
          <Stretch
            key={part.from}
            part={part}
            people={people}
            isOver={part.to <= now}
            time={
              isShared
                ? `${timeAt(part.from, schedule.timeZone)}–${timeAt(part.to, schedule.timeZone)}`
                : undefined
            }
          />
        ))}
      </span>
    </button>
  );
}
