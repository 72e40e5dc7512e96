import { Section } from '../../../ui/Section';
import { NextActButton } from '../acts/NextActButton';
import { Standing } from '../acts/Standing';
import type { MyShift } from '../acts/use-my-shift';
import { useText } from '../text';
import styles from './shift.module.css';

/** What this shift asks of its person at this moment. On phones the button is at the bottom. */
export function Now({ my, withAct }: { my: MyShift; withAct: boolean }) {
  const t = useText();
  return (
    <Section title={t('now')}>
      <p>
        <Standing shift={my.shift} given={my.given} />
      </p>
      {my.act === null && my.shift.state === 'on-duty' && (
        <p className={styles.soft}>{t('now.nothing')}</p>
      )}
      {withAct && (
        <div className={styles.act}>
          <NextActButton my={my} />
        </div>
      )}
    </Section>
  );
}
