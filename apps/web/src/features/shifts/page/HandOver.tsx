import { useLocation } from 'react-router';
import { useHandover, type HandoverList } from '../../../api/handovers';
import type { ShiftDetail } from '../../../api/shifts';
import { useServerNow } from '../../../time/ticker';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { isTimeToHandOver } from '../acts/next-act';
import { useText } from '../text';
import { HandOverForm } from './HandOverForm';
import { OpenMatters } from './OpenMatters';
import { SignedPaper } from './SignedPaper';
import styles from './handover.module.css';

/** What this shift passes on: the list as it stands, then the paper that was signed. */
export function HandOver({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  const { data: list } = useHandover(shift.id);
  return (
    <div id="hand-over" tabIndex={-1} className={styles.part}>
      <Section title={t('hand.title')}>
        {list ? <Passing shift={shift} list={list} /> : <Skeleton rows={3} />}
      </Section>
    </div>
  );
}

interface PassingProps {
  readonly shift: ShiftDetail;
  readonly list: HandoverList;
}

const MINUTE = 60_000;

/** Folded until the end of the shift is near: the list is read often, and signed once. */
function Passing({ shift, list: { matters, entries, incoming, handover } }: PassingProps) {
  const t = useText();
  const { hash } = useLocation();
  const now = useServerNow(MINUTE);
  if (handover) return <SignedPaper handover={handover} />;
  if (!shift.allowed.includes('hand-over')) return <p className={styles.soft}>{t('hand.none')}</p>;
  const counts = { matters: matters.length, entries: entries.length };
  return (
    <details className={styles.folded} open={hash === '#hand-over' || isTimeToHandOver(shift, now)}>
      <summary>{t('hand.list', counts)}</summary>
      <OpenMatters matters={matters} entries={entries} />
      <HandOverForm shiftId={shift.id} incoming={incoming} />
    </details>
  );
}
