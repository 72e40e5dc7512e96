import Button from 'antd/es/button';
import { useShiftAct, type ShiftDetail, type SpotCheck } from '../../../api/shifts';
import { useSettings } from '../../../settings/settings';
import { durationWords } from '../../../time/remaining';
import { clockTime } from '../../../time/zone';
import { announce } from '../../../ui/announce';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { CheckChip } from '../acts/CheckChip';
import { useText } from '../text';
import styles from './shift.module.css';

/** Is the person on duty there? The leader asks; what was asked and answered stays. */
export function Checks({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  const { check, checks, allowed } = shift;
  const past = checks.filter(({ askedAt }) => askedAt !== check?.askedAt);
  return (
    <aside>
      <Section title={t('check.title')}>
        {check && <CheckChip check={check} />}
        {past.length === 0 && !check && <p className={styles.soft}>{t('check.none')}</p>}
        <ul className={styles.checks}>
          {past.map((one) => (
            <li key={one.askedAt}>
              <Told check={one} />
            </li>
          ))}
        </ul>
        {ASKS.some((act) => allowed.includes(act)) && <Ask shift={shift} />}
      </Section>
    </aside>
  );
}

function Told({ check: { askedAt, answerBy, answeredAt } }: { check: SpotCheck }) {
  const t = useText();
  const { language } = useSettings();
  const at = clockTime(Date.parse(askedAt));
  if (answeredAt === null) {
    if (answerBy === null) return <span className={styles.warn}>{t('check.open', { at })}</span>;
    const by = clockTime(Date.parse(answerBy));
    return <span className={styles.warn}>{t('check.missed', { at, by })}</span>;
  }
  const length = durationWords(Date.parse(answeredAt) - Date.parse(askedAt), language);
  return t('check.answered', { at, length });
}

const ASKS = ['check', 'plan-check'] as const;

function Ask({ shift: { id, allowed } }: { shift: ShiftDetail }) {
  const t = useText();
  const now = useShiftAct(id, () => announce(t('check.asked')));
  const random = useShiftAct(id, () => announce(t('check.planned')));
  return (
    <>
      <p className={styles.hint}>{t('check.hint')}</p>
      <ProblemAlert error={now.error ?? random.error} />
      <div className={styles.acts}>
        {allowed.includes('check') && (
          <Button loading={now.isPending} onClick={() => now.mutate({ act: 'check' })}>
            {t('check.now')}
          </Button>
        )}
        {allowed.includes('plan-check') && (
          <Button loading={random.isPending} onClick={() => random.mutate({ act: 'plan-check' })}>
            {t('check.random')}
          </Button>
        )}
      </div>
      {random.isSuccess && <p role="status">{t('check.planned')}</p>}
    </>
  );
}
