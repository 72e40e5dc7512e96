import { useSensitiveDays, type SensitiveDay } from '../../api/registers';
import { useSettings } from '../../settings/settings';
import { Section } from '../../ui/Section';
import { byMonth } from './months';
import { useText } from './text';
import styles from './registers.module.css';

/** The sensitive dates of the next twelve months, by month: the yearly ones at this year's day. */
export function Months({ today }: { today: string }) {
  const t = useText();
  const { language } = useSettings();
  const { data } = useSensitiveDays(
    today,
    `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`,
  );
  if (!data) return null;
  const months = byMonth(data.items);
  const name = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  return (
    <div className={styles.ahead}>
      <Section title={t('months')}>
        {months.length === 0 && <p className={styles.soft}>{t('months.none')}</p>}
        <div className={styles.months}>
          {months.map(({ month, days }) => (
            <section key={month} aria-label={name.format(new Date(`${month}-01T00:00:00Z`))}>
              <h3>{name.format(new Date(`${month}-01T00:00:00Z`))}</h3>
              <ul>
                {days.map((day) => (
                  <li key={`${day.id}${day.from}`}>
                    <span className="mb-number">{spanOf(day)}</span> {day.title}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Section>
    </div>
  );
}

/** `06-07`, or `06-07–06-09`. */
const spanOf = ({ from, to }: SensitiveDay): string =>
  from === to ? from.slice(5) : `${from.slice(5)}–${to.slice(5)}`;
