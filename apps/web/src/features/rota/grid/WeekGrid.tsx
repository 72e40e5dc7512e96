import { useMemo, useState, type PointerEvent } from 'react';
import { stretchRows, type Part, type Row } from '../cells';
import type { Selected } from '../cursor';
import { addDays, datesFrom, instantAt, timeAt } from '../days';
import { useText } from '../text';
import { useCellWords, usePosition, useSpan } from '../use-words';
import { DayHead } from './DayHead';
import { hourAt } from './hours';
import type { GridProps } from './MonthGrid';
import { Stretch } from './Stretch';
import { useGrid } from './use-grid';
import styles from './grid.module.css';

const DAYS = 7;
const TICKS = [6, 12, 18];
/** At 1280 px an hour is 7 px wide, and "08:00–16:00" needs 75. */
const ROOM_FOR_BOTH = 11 * 60 * 60_000;

interface Axis {
  readonly from: number;
  readonly to: number;
}

/** A week along the hours: what is dragged here begins and ends at full hours. */
export function WeekGrid(props: GridProps) {
  const { schedule, coverage, people, shown, today, now, maySelect, onOpen } = props;
  const t = useText();
  const span = useSpan(schedule.timeZone);
  const positionOf = usePosition();
  const axis = useMemo<Axis>(
    () => ({
      from: instantAt(shown.first, '00:00', schedule.timeZone),
      to: instantAt(addDays(shown.first, DAYS), '00:00', schedule.timeZone),
    }),
    [shown.first, schedule.timeZone],
  );
  const rows = useMemo(() => stretchRows(schedule, coverage, axis), [schedule, coverage, axis]);
  const grid = useGrid({ rows, inWeeks: false, dragsCells: false, now, maySelect, onOpen });
  const dates = datesFrom(shown.first, DAYS);
  return (
    <div className={styles.frame}>
      <div
        role="grid"
        className={styles.week}
        aria-label={t('grid.label', { title: span(axis.from, axis.to) })}
      >
        <div role="row" className={styles.weekRow}>
          <span role="columnheader" className={styles.position}>
            <span className="mb-said">{t('position')}</span>
          </span>
          {dates.map((date) => {
            const day = coverage.days.find((known) => known.date === date);
            return (
              <span
                key={date}
                role="columnheader"
                className={styles.weekHead}
                data-kind={day?.kind}
              >
                <DayHead date={date} day={day} isToday={date === today} />
                <span className={styles.ticks} aria-hidden="true">
                  {TICKS.map((hour) => (
                    <span key={hour}>{hour}</span>
                  ))}
                </span>
              </span>
            );
          })}
        </div>
        {rows.map((row) => (
          <div key={row.position} role="row" className={styles.weekRow}>
            <span role="rowheader" className={styles.position}>
              {positionOf(row.position)}
            </span>
            <Lane
              row={row}
              axis={axis}
              grid={grid}
              people={people}
              zone={schedule.timeZone}
              now={now}
              onDrag={maySelect ? onOpen : null}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

interface LaneProps {
  readonly row: Row;
  readonly axis: Axis;
  readonly grid: ReturnType<typeof useGrid>;
  readonly people: GridProps['people'];
  readonly zone: string;
  readonly now: number;
  readonly onDrag: ((selected: Selected) => void) | null;
}

const percent = (share: number): string => `${String(share * 100)}%`;

function Lane({ row, axis, grid, people, zone, now, onDrag }: LaneProps) {
  const words = useCellWords(people, zone);
  // What goes on beyond the week is left open.
  const hours = ({ from, to }: Part) => {
    const [begin, end] = [
      from > axis.from ? timeAt(from, zone) : '',
      to < axis.to ? timeAt(to, zone) : '',
    ];
    return to - from < ROOM_FOR_BOTH && begin !== '' ? begin : `${begin}–${end}`;
  };
  const drag = useHourDrag(
    axis,
    onDrag === null
      ? null
      : (range) => {
          grid.cancel();
          onDrag({ position: row.position, ...range });
        },
  );
  const placeOf = (from: number, to: number) => ({
    left: percent((from - axis.from) / (axis.to - axis.from)),
    width: percent((to - from) / (axis.to - axis.from)),
  });
  return (
    <div className={styles.lane} {...drag.laneProps}>
      {row.cells.map((cell, index) => (
        <div
          key={cell.from}
          {...grid.cellProps(cell, index)}
          className={styles.bar}
          style={placeOf(cell.from, cell.to)}
          title={words(cell)}
        >
          <span className="mb-said">{words(cell)}</span>
          {cell.parts.map((part) => (
            <Stretch
              key={part.from}
              part={part}
              people={people}
              time={hours(part)}
              isOver={part.to <= now}
            />
          ))}
        </div>
      ))}
      {drag.range && (
        <span className={styles.dragged} style={placeOf(drag.range.from, drag.range.to)} />
      )}
      {now >= axis.from && now < axis.to && (
        <span className={styles.now} style={{ left: placeOf(now, now).left }} />
      )}
    </div>
  );
}

/** A drag of an hour or more is a range of its own; anything shorter is a click on the stretch. */
function useHourDrag(axis: Axis, onDrag: ((range: Axis) => void) | null) {
  const [range, setRange] = useState<{ anchor: number; from: number; to: number } | null>(null);
  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return hourAt((event.clientX - left) / width, axis);
  };
  return {
    range,
    laneProps:
      onDrag === null
        ? {}
        : {
            onPointerDown: (event: PointerEvent<HTMLElement>) => {
              if (event.button !== 0 || event.pointerType === 'touch') return;
              const anchor = at(event);
              setRange({ anchor, from: anchor, to: anchor });
            },
            onPointerMove: (event: PointerEvent<HTMLElement>) => {
              if (range === null) return;
              const [here, { anchor }] = [at(event), range];
              setRange({ anchor, from: Math.min(anchor, here), to: Math.max(anchor, here) });
            },
            onPointerUp: () => {
              if (range === null) return;
              setRange(null);
              if (range.from === range.to) return;
              onDrag({ from: range.from, to: range.to });
            },
            onPointerLeave: () => setRange(null),
          },
  };
}
