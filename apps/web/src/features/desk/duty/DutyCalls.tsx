import Button from 'antd/es/button';
import { Link } from 'react-router';
import { useDutyCalls, type Escalation } from '../../../api/escalations';
import { useMe } from '../../../api/session';
import { useShift } from '../../../api/shifts';
import { may } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { useSay } from '../../../i18n/words';
import { useWhen } from '../../../time/use-when';
import { Section } from '../../../ui/Section';
import type { Acks } from '../acks';
import { useText } from '../text';
import styles from './duty.module.css';

/** Duty itself in trouble: somebody who did not sign in, a handover that nobody signs. Taken with one tap. */
export function DutyCalls({ acks }: { acks: Acks }) {
  const t = useText();
  const { data: calls = [] } = useDutyCalls();
  if (calls.length === 0) return null;
  return (
    <Section title={t('calls')} count={calls.length}>
      <ul className={styles.calls}>
        {calls.map((escalation) => (
          <Call key={escalation.id} escalation={escalation} acks={acks} />
        ))}
      </ul>
    </Section>
  );
}

/** Whose duty it is about, and the way there. */
function About({ subject: { type, id } }: Pick<Escalation, 'subject'>) {
  const t = useText();
  switch (type) {
    case 'shift':
      return <ShiftLink id={id} />;
    case 'handover':
      return <Link to={`/handovers/${id}`}>{t('calls.handover')}</Link>;
    default:
      return null;
  }
}

function ShiftLink({ id }: { id: string }) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const { data: shift } = useShift(id);
  return (
    <Link to={`/shifts/${id}`}>
      {shift
        ? `${shift.user.name} · ${common(`position.${shift.position}`)} · ${when.span(shift.from, shift.to)}`
        : t('calls.shift')}
    </Link>
  );
}

function Call({ escalation, acks }: { escalation: Escalation; acks: Acks }) {
  const t = useText();
  const say = useSay();
  const me = useMe();
  const when = useWhen();
  const { id, subject, title, step, nextStepAt } = escalation;
  const name = t('calls.late', { clock: say(title) });
  const pending = acks.pending.find(({ escalationId }) => escalationId === id);
  const refused = acks.refused[id];
  return (
    <li className={styles.call}>
      <div className={styles.callWhat}>
        <p className={styles.name}>{name}</p>
        <p>
          <About subject={subject} />
        </p>
        <p className={styles.state}>
          {step === null ? t('starting') : t('step', { step })}
          {nextStepAt !== null && ` · ${t('next', { at: when.at(nextStepAt) })}`}
        </p>
        {refused !== undefined && (
          <p role="alert" className={styles.gap}>
            {t('ack.refused', { reason: refused })}
          </p>
        )}
      </div>
      {pending && <span role="status">{t(pending.waiting ? 'ack.waiting' : 'ack.sending')}</span>}
      {!pending && may(me, 'escalation.ack') && (
        <Button
          type="primary"
          aria-label={t('ack.for', { title: name })}
          onClick={() => acks.acknowledge(id)}
        >
          {t('ack')}
        </Button>
      )}
    </li>
  );
}
