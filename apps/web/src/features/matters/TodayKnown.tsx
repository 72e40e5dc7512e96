import { useMatterDays } from '../../api/matters';
import { useServerNow } from '../../time/ticker';
import { wallTime } from '../../time/zone';
import { Section } from '../../ui/Section';
import { KnownDay } from './KnownDays';
import { useText } from './text';
import styles from './matters.module.css';

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** On the desk: what is known beforehand of this day. */
export default function TodayKnown() {
  const t = useText();
  const { year, month, day } = wallTime(useServerNow(MINUTE));
  const today = `${String(year)}-${two(month)}-${two(day)}`;
  const { data } = useMatterDays(today, today);
  // Without a network, nothing is said rather than that there is nothing.
  if (!data) return null;
  const known = data.items[0];
  return (
    <Section title={t('today')}>
      {known ? <KnownDay day={known} /> : <p className={styles.soft}>{t('today.none')}</p>}
    </Section>
  );
}
