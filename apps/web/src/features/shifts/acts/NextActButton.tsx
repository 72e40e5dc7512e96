import Button from 'antd/es/button';
import { useNavigate } from 'react-router';
import { useShiftAct } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { useWhen } from '../../../time/use-when';
import { announce } from '../../../ui/announce';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { CheckChip } from './CheckChip';
import { isOneTap, type NextAct } from './next-act';
import { useText } from './text';
import type { MyShift } from './use-my-shift';
import styles from './acts.module.css';

/** The next act of my shift as one large button, with what the server said when it refused. */
export function NextActButton({ my }: { my: MyShift }) {
  const { shift, act } = my;
  if (act === null) return null;
  return (
    <div className={styles.next}>
      {act === 'answer' && shift.check && <CheckChip check={shift.check} />}
      {isOneTap(act) ? <Tap my={my} act={act} /> : <Lead my={my} act={act} />}
    </div>
  );
}

/** Done by the tap itself. */
function Tap({ my: { shift }, act }: { my: MyShift; act: 'answer' | 'sign-in' | 'sign-out' }) {
  const t = useText();
  const give = useShiftAct(shift.id, () => announce(t(`done.${act}`)));
  const label = useLabel(shift, act);
  return (
    <>
      <ProblemAlert error={give.error} />
      <Button
        type="primary"
        size="large"
        block
        aria-label={label}
        loading={give.isPending}
        onClick={() => give.mutate({ act })}
      >
        {t(`act.${act}`)}
      </Button>
    </>
  );
}

/** Needs reading or writing first, on the page of the shift. */
function Lead({ my: { shift }, act }: { my: MyShift; act: 'take-over' | 'hand-over' }) {
  const t = useText();
  const navigate = useNavigate();
  const label = useLabel(shift, act);
  return (
    <Button
      type="primary"
      size="large"
      block
      aria-label={label}
      onClick={() => void navigate(`/shifts/${shift.id}#${act}`)}
    >
      {t(`act.${act}`)}
    </Button>
  );
}

function useLabel({ position, from, to }: MyShift['shift'], act: NextAct): string {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  return t('act.of', {
    act: t(`act.${act}`),
    position: common(`position.${position}`),
    span: when.span(from, to),
  });
}
