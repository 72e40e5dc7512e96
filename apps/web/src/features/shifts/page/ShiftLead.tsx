import { Link } from 'react-router';
import type { ShiftDetail } from '../../../api/shifts';
import { useWhen } from '../../../time/use-when';
import { clockTime } from '../../../time/zone';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { useText } from '../text';
import styles from './shift.module.css';

/** Told among the spot checks, where it is also answered. */
const SPOT_CHECK = 'shift-check';

/** When the shift is, what is signed, who came before and who comes after. */
export function ShiftLead({ shift }: { shift: ShiftDetail }) {
  const when = useWhen();
  const { from, to, scheduleName } = shift;
  const deadlines = shift.deadlines.filter(({ clock }) => clock !== SPOT_CHECK);
  return (
    <>
      <p className={styles.span}>
        {when.span(from, to)}
        <span className={styles.schedule}>{scheduleName}</span>
      </p>
      <p className={styles.facts}>
        <Signatures shift={shift} />
        <Neighbours shift={shift} />
      </p>
      {deadlines.length > 0 && (
        <div className={styles.deadlines}>
          {deadlines.map((deadline) => (
            <DeadlineChip key={deadline.id} deadline={deadline} />
          ))}
        </div>
      )}
    </>
  );
}

function Signatures({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  const time = (at: string) => clockTime(Date.parse(at));
  const { signInFrom, signInBy, signedInAt, signedOutAt } = shift;
  return (
    <>
      <span>
        {signedInAt === null
          ? `${t('page.signIn')} ${t('page.signIn.window', { from: time(signInFrom), by: time(signInBy) })}`
          : t('page.signIn.done', { at: time(signedInAt) })}
      </span>
      {signedOutAt !== null && <span>{t('page.signOut.done', { at: time(signedOutAt) })}</span>}
    </>
  );
}

function Neighbours({ shift: { previous, next } }: { shift: ShiftDetail }) {
  const t = useText();
  const when = useWhen();
  return (
    <>
      {previous && (
        <Link to={`/shifts/${previous.id}`}>
          {t('page.previous', { name: previous.user.name })}
        </Link>
      )}
      {next ? (
        <Link to={`/shifts/${next.id}`}>
          {t('page.next', {
            name: next.user.name,
            when: when.at(next.from),
          })}
        </Link>
      ) : (
        <span className={styles.warn}>{t('page.next.none')}</span>
      )}
    </>
  );
}
