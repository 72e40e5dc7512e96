import { useHandover } from '../../../api/handovers';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import { SignedPaper } from './SignedPaper';
import styles from './handover.module.css';

/** What the shift before passes on to mine. */
export function TakeOver({ previousId }: { previousId: string }) {
  const t = useText();
  const handover = useHandover(previousId).data?.handover;
  if (!handover) return null;
  return (
    <div id="take-over" tabIndex={-1} className={styles.part}>
      <Section title={t('hand.take')}>
        <p className={styles.soft}>{t('hand.from', { name: handover.outgoing.name })}</p>
        {handover.state === 'done' ? (
          <details className={styles.folded}>
            <summary>{t('hand.taken')}</summary>
            <SignedPaper handover={handover} />
          </details>
        ) : (
          <SignedPaper handover={handover} />
        )}
      </Section>
    </div>
  );
}
