import { useHandover } from '../../../api/handovers';
import type { ShiftDetail } from '../../../api/shifts';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { useText } from '../text';
import { HandOverForm } from './HandOverForm';
import { OpenMatters } from './OpenMatters';
import { SignedPaper } from './SignedPaper';
import styles from './handover.module.css';

/** What this shift passes on: the list as it stands, then the paper that was signed. */
export function HandOver({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  const { data: list } = useHandover(shift.id);
  const mayHandOver = shift.allowed.includes('hand-over');
  return (
    <div id="hand-over" tabIndex={-1} className={styles.part}>
      <Section title={t('hand.title')}>
        {!list && <Skeleton rows={3} />}
        {list?.handover && <SignedPaper handover={list.handover} />}
        {list && !list.handover && !mayHandOver && <p className={styles.soft}>{t('hand.none')}</p>}
        {list && !list.handover && mayHandOver && (
          <>
            <OpenMatters matters={list.matters} entries={list.entries} />
            <HandOverForm shiftId={shift.id} incoming={list.incoming} />
          </>
        )}
      </Section>
    </div>
  );
}
