import { useMemo } from 'react';
import type { Coverage, Schedule } from '../../../api/rota-types';
import { useSettings } from '../../../settings/settings';
import { dayRows, type Cell, type Row } from '../cells';
import type { Selected } from '../cursor';
import { datesFrom, monthWords, timeAt, type LocalDate } from '../days';
import { useText } from '../text';
import type { People } from '../use-people';
import { useCellWords, usePosition } from '../use-words';
import type { ShownDays } from '../view';
import { DayHead } from './DayHead';
import { Stretch } from './Stretch';
import { useGrid } from './use-grid';
import styles from './grid.module.css';

const WEEK = 7;

export interface GridProps {
  readonly schedule: Schedule;
  readonly coverage: Coverage;
  readonly people: People;
  readonly shown: ShownDays;
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly now: number;
  readonly maySelect: boolean;
  readonly onOpen: (selected: Selected) => void;
}

/** Weeks below each other, a row for each position, a cell for each duty day. */
export function MonthGrid(props: GridProps) {
  const { schedule, coverage, shown, date, now, maySelect, onOpen } = props;
  const t = useText();
  const { language } = useSettings();
  const positionOf = usePosition();
  const dates = useMemo(() => datesFrom(shown.first, shown.count), [shown.first, shown.count]);
  const rows = useMemo(() => dayRows(schedule, coverage, dates), [schedule, coverage, dates]);
  const grid = useGrid({ rows, inWeeks: true, dragsCells: true, now, maySelect, onOpen });
  const weeks = Array.from({ length: shown.count / WEEK }, (_, index) => index * WEEK);
  return (
    <div className={styles.frame}>
      <table
        role="grid"
        className={styles.month}
        aria-label={t('grid.label', { title: monthWords(date, language) })}
        aria-multiselectable={maySelect}
      >
        {weeks.map((start) => (
          <tbody key={dates[start]} role="rowgroup">
            <WeekHead {...props} dates={dates.slice(start, start + WEEK)} />
            {rows.map((row) => (
              <tr key={row.position} role="row">
                <th scope="row" role="rowheader" className={styles.position}>
                  {positionOf(row.position)}
                </th>
                <Days {...props} row={row} start={start} dates={dates} grid={grid} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function WeekHead({ coverage, date, today, dates }: GridProps & { dates: readonly LocalDate[] }) {
  const t = useText();
  return (
    <tr role="row">
      <td role="gridcell" className={styles.corner}>
        <span className="mb-said">{t('position')}</span>
      </td>
      {dates.map((one) => {
        const day = coverage.days.find((known) => known.date === one);
        return (
          <th
            key={one}
            scope="col"
            role="columnheader"
            className={styles.head}
            data-kind={day?.kind}
            data-off={one.slice(0, 7) !== date.slice(0, 7)}
          >
            <DayHead date={one} day={day} isToday={one === today} />
          </th>
        );
      })}
    </tr>
  );
}

interface DaysProps extends GridProps {
  readonly row: Row;
  readonly start: number;
  readonly dates: readonly LocalDate[];
  readonly grid: ReturnType<typeof useGrid>;
}

function Days({ row, start, dates, grid, ...props }: DaysProps) {
  const words = useCellWords(props.people, props.schedule.timeZone);
  return row.cells.slice(start, start + WEEK).map((cell, offset) => {
    const date = dates[start + offset] ?? '';
    return (
      <td
        key={date}
        {...grid.cellProps(cell, start + offset)}
        className={styles.cell}
        title={words(cell)}
        data-kind={props.coverage.days.find((day) => day.date === date)?.kind}
        data-off={date.slice(0, 7) !== props.date.slice(0, 7)}
        data-now={cell.from <= props.now && props.now < cell.to}
      >
        <span className="mb-said">{words(cell)}</span>
        <Parts cell={cell} people={props.people} zone={props.schedule.timeZone} now={props.now} />
      </td>
    );
  });
}

/** Three and more in one cell leave room for short names only; the times are in what is read and hovered. */
const NARROW = 3;

interface PartsProps {
  readonly cell: Cell;
  readonly people: People;
  readonly zone: string;
  readonly now: number;
}

function Parts({ cell, people, zone, now }: PartsProps) {
  const isNarrow = cell.parts.length >= NARROW;
  const isShared = cell.parts.length > 1 && !isNarrow;
  return (
    <span className={styles.parts}>
      {cell.parts.map((part) => (
        <Stretch
          key={part.from}
          part={part}
          people={people}
          time={isShared && part.from > cell.from ? timeAt(part.from, zone) : undefined}
          isNarrow={isNarrow}
          isOver={part.to <= now}
        />
      ))}
    </span>
  );
}
