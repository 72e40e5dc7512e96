import type { Coverage, Schedule } from '../../api/rota-types';
import { useSettings } from '../../settings/settings';
import { dayRows, type Cell } from './cells';
import { dayWords, timeAt, weekdayWords, type LocalDate } from './days';
import { DayMark } from './grid/DayHead';
import { useText } from './text';
import type { People } from './use-people';
import { usePosition } from './use-words';
import styles from './roster.module.css';

interface RosterProps {
  readonly schedule: Pick<Schedule, 'positions' | 'timeZone'>;
  readonly coverage: Coverage;
  readonly people: Pick<People, 'nameOf'>;
  readonly dates: readonly LocalDate[];
  readonly caption: string;
}

/** The form that hangs on the wall of every office: date, weekday, one column for each position. */
export function Roster({ schedule, coverage, people, dates, caption }: RosterProps) {
  const t = useText();
  const { language } = useSettings();
  const positionOf = usePosition();
  const rows = dayRows(schedule, coverage, dates);
  return (
    <table className={styles.roster}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('date')}</th>
          <th scope="col">{t('weekday')}</th>
          {rows.map(({ position }) => (
            <th key={position} scope="col">
              {positionOf(position)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dates.map((date, index) => {
          const day = coverage.days.find((known) => known.date === date);
          return (
            <tr key={date} data-kind={day?.kind}>
              <th scope="row">{dayWords(date, language)}</th>
              <td>
                {weekdayWords(date, language)} <DayMark day={day} date={date} />
              </td>
              {rows.map(({ position, cells }) => (
                <td key={position}>
                  <Names cell={cells[index]} people={people} zone={schedule.timeZone} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface NamesProps {
  readonly cell: Cell | undefined;
  readonly people: Pick<People, 'nameOf'>;
  readonly zone: string;
}

function Names({ cell, people, zone }: NamesProps) {
  const t = useText();
  const parts = cell?.parts ?? [];
  return parts.map((part) => (
    <span key={part.from} className={part.userId === null ? styles.gap : styles.name}>
      {parts.length > 1 && <span className={styles.time}>{timeAt(part.from, zone)} </span>}
      {part.userId === null ? t('gap') : people.nameOf(part.userId)}
    </span>
  ));
}
