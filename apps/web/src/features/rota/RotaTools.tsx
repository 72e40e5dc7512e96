import Button from 'antd/es/button';
import type { Schedule } from '../../api/rota-types';
import { useSettings } from '../../settings/settings';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { addDays, mondayOf, monthWords, dayWords } from './days';
import { useText } from './text';
import { stepped, VIEWS, type View } from './view';
import styles from './rota.module.css';

interface RotaToolsProps {
  readonly schedules: readonly Schedule[];
  readonly scheduleId: string;
  readonly view: View;
  readonly today: string;
  readonly onSchedule: (id: string) => void;
  readonly onView: (change: Partial<View>) => void;
}

/** Which schedule, which stretch of time. */
export function RotaTools({
  schedules,
  scheduleId,
  view,
  today,
  onSchedule,
  onView,
}: RotaToolsProps) {
  const t = useText();
  return (
    <div className={styles.tools}>
      <div className={styles.steps}>
        <Button
          aria-label={t(`step.before.${view.name}`)}
          onClick={() => onView({ date: stepped(view, -1) })}
        >
          <span className={styles.backwards}>
            <Icon name="chevron" size={16} />
          </span>
        </Button>
        <h2 className={styles.period} aria-live="polite">
          <Period view={view} />
        </h2>
        <Button
          aria-label={t(`step.after.${view.name}`)}
          onClick={() => onView({ date: stepped(view, 1) })}
        >
          <Icon name="chevron" size={16} />
        </Button>
        <Button onClick={() => onView({ date: today })}>{t('step.today')}</Button>
      </div>
      <div role="group" aria-label={t('view.label')} className={styles.views}>
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view.name === name}
            onClick={() => onView({ name })}
          >
            {t(`view.${name}`)}
          </button>
        ))}
      </div>
      {schedules.length > 1 && (
        <span className={styles.which}>
          <Select
            aria-label={t('schedule')}
            value={scheduleId}
            options={schedules.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onSchedule}
          />
        </span>
      )}
    </div>
  );
}

function Period({ view }: { view: View }) {
  const { language } = useSettings();
  if (view.name === 'month') return monthWords(view.date, language);
  const monday = mondayOf(view.date);
  return `${dayWords(monday, language)}–${dayWords(addDays(monday, 6), language)}`;
}
