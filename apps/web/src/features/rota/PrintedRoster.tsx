import type { Coverage, Schedule } from '../../api/rota-types';
import { useSettings } from '../../settings/settings';
import { datesFrom, monthWords } from './days';
import { Roster } from './Roster';
import { useText } from './text';
import type { People } from './use-people';
import type { ShownDays, View } from './view';
import styles from './rota.module.css';

interface PrintedRosterProps {
  readonly schedule: Schedule;
  readonly coverage: Coverage;
  readonly people: People;
  readonly view: View;
  readonly shown: ShownDays;
}

/** What comes out of the printer in place of the screen: the days of the month, or of the week. */
export function PrintedRoster({ schedule, coverage, people, view, shown }: PrintedRosterProps) {
  const t = useText();
  const { language } = useSettings();
  const month = view.date.slice(0, 7);
  const dates = datesFrom(shown.first, shown.count).filter(
    (date) => view.name === 'week' || date.startsWith(month),
  );
  const title = t('title.of', { month: monthWords(view.date, language) });
  return (
    <div className={styles.printed}>
      <Roster
        schedule={schedule}
        coverage={coverage}
        people={people}
        dates={dates}
        caption={`${schedule.name} ${title}`}
      />
    </div>
  );
}
