import type { Shift } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { useServerNow } from '../../../time/ticker';
import { useWhen } from '../../../time/use-when';
import { useText } from '../text';
import styles from './mine.module.css';

const MINUTE = 60_000;

/** The page's answer, in its largest type: the shift I am in, or the next one. */
export function MineLead({ coming }: { coming: readonly Shift[] }) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const now = useServerNow(MINUTE);
  const [first, second] = coming;
  if (!first) return <p className={styles.lead}>{t('mine.none')}</p>;
  const position = common(`position.${first.position}`);
  const next = (shift: Shift) => ({
    when: when.at(shift.from),
    position: common(`position.${shift.position}`),
  });
  if (Date.parse(first.from) > now) {
    return <p className={styles.lead}>{t('mine.next', next(first))}</p>;
  }
  return (
    <>
      <p className={styles.lead}>{t('mine.now', { position, at: when.at(first.to) })}</p>
      {second && <p>{t('mine.then', next(second))}</p>}
    </>
  );
}
