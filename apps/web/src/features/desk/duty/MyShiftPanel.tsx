import { Link } from 'react-router';
import type { Shift } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { useServerNow } from '../../../time/ticker';
import { useWhen } from '../../../time/use-when';
import { Section } from '../../../ui/Section';
import { NextActButton } from '../../shifts/acts/NextActButton';
import { Standing } from '../../shifts/acts/Standing';
import { useText } from '../../shifts/acts/text';
import type { MyShift } from '../../shifts/acts/use-my-shift';
import styles from './duty.module.css';

const MINUTE = 60_000;

interface PanelProps {
  readonly shift: Shift | null;
  readonly my: MyShift | null;
  /** On phones the act is at the bottom of the window. */
  readonly withAct: boolean;
}

/** My shift: what it waits for, or when it is. */
export function MyShiftPanel({ shift, my, withAct }: PanelProps) {
  const t = useText();
  return (
    <Section title={t('mine')} acts={<Link to="/shifts/mine">{t('mine.all')}</Link>}>
      {shift === null ? (
        <p className={styles.soft}>{t('mine.none')}</p>
      ) : (
        <div className={styles.mine}>
          <Line shift={shift} />
          <p className={styles.stand}>
            <Standing shift={shift} given={my?.given ?? null} />
          </p>
          {withAct && my && <NextActButton my={my} />}
          <p>
            <Link to={`/shifts/${shift.id}`}>
              {t(shift.signedInAt === null ? 'mine.open' : 'mine.log')}
            </Link>
          </p>
        </div>
      )}
    </Section>
  );
}

function Line({ shift: { position, from, to, state } }: { shift: Shift }) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const now = useServerNow(MINUTE);
  const name = common(`position.${position}`);
  return (
    <p className={styles.line}>
      {state === 'planned' && now < Date.parse(from)
        ? t('mine.next', { when: when.at(from), position: name })
        : t('mine.line', { position: name, span: when.span(from, to) })}
    </p>
  );
}
