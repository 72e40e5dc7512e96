import type { Consultation as Consulted, IncidentPage } from '../../../api/incident-types';
import type { Unit } from '../../../api/types';
import { useServerNow } from '../../../time/ticker';
import { Section } from '../../../ui/Section';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import styles from './consultation.module.css';

/** What units were asked, and what each of them wrote. */
export function Consultation({ incident: { consultation } }: { incident: IncidentPage }) {
  const t = useText();
  const say = useSaying();
  if (consultation === null) return null;
  const { isOpen, question, by, askedAt, dueAt, units, summary } = consultation;
  return (
    <Section
      title={t('title')}
      acts={<span className={styles.soft}>{t(isOpen ? 'open' : 'closed')}</span>}
    >
      <p className={styles.question}>{question}</p>
      <p className={styles.soft}>
        {t('asked', { name: by?.name ?? '', at: say.moment(Date.parse(askedAt)) })}
        {isOpen && dueAt !== null && <> · {t('due', { at: say.moment(Date.parse(dueAt)) })}</>}
      </p>
      <ul className={styles.views}>
        {units.map((unit) => (
          <UnitView key={unit.id} unit={unit} consultation={consultation} />
        ))}
      </ul>
      {summary !== null && <p className={styles.written}>{t('summary', { summary })}</p>}
    </Section>
  );
}

function UnitView({ unit, consultation }: { unit: Unit; consultation: Consulted }) {
  const t = useText();
  const say = useSaying();
  const now = useServerNow(60_000);
  const { views, isOpen, dueAt } = consultation;
  const view = views.find((given) => given.unit?.id === unit.id);
  const isLate = isOpen && view === undefined && dueAt !== null && Date.parse(dueAt) < now;
  return (
    <li>
      <p className={styles.unit}>
        <strong>{unit.name}</strong>{' '}
        <span className={isLate ? styles.late : styles.soft}>
          {view === undefined
            ? t(isLate ? 'late' : 'awaited')
            : t('given', { name: view.by?.name ?? '', at: say.moment(Date.parse(view.at)) })}
        </span>
      </p>
      {view !== undefined && <p className={styles.written}>{view.text}</p>}
    </li>
  );
}
