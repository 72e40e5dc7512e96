import type { Day } from '../../../api/rota-types';
import { useSay } from '../../../i18n/words';
import { useSettings } from '../../../settings/settings';
import { KnownDayMark } from '../../matters/KnownDays';
import { dayWords, weekdayOf, weekdayWords, type LocalDate } from '../days';
import { useText } from '../text';
import styles from './grid.module.css';

/** What kind of day it is by law: a day off, or a Saturday or Sunday that has to be worked. */
export function DayMark({ day, date }: { day: Day | undefined; date: LocalDate }) {
  const t = useText();
  if (day?.kind === 'holiday') {
    return (
      <abbr className={styles.rest} title={t('mark.rest.long')}>
        {t('mark.rest')}
      </abbr>
    );
  }
  if (day?.kind !== 'workday' || weekdayOf(date) < 6) return null;
  return (
    <abbr className={styles.work} title={t('mark.work.long')}>
      {t('mark.work')}
    </abbr>
  );
}

interface DayHeadProps {
  readonly date: LocalDate;
  readonly day: Day | undefined;
  readonly isToday: boolean;
}

export function DayHead({ date, day, isToday }: DayHeadProps) {
  const t = useText();
  const say = useSay();
  const { language } = useSettings();
  return (
    <span className={styles.dayHead}>
      <span className={isToday ? styles.today : styles.dayName}>
        {dayWords(date, language)} {weekdayWords(date, language)}
      </span>
      {isToday && <span className="mb-said">{t('today')}</span>}
      <DayMark day={day} date={date} />
      <KnownDayMark date={date} name={dayWords(date, language)} />
      {day?.name && <span className={styles.feast}>{say(day.name)}</span>}
    </span>
  );
}
