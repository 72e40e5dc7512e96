import Button from 'antd/es/button';
import { useWithdrawHandover, type Handover } from '../../../api/handovers';
import { fullTime } from '../../../time/zone';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import { OpenMatters } from './OpenMatters';
import { TakeOverAct } from './TakeOverAct';
import styles from './handover.module.css';

/** A handover as it was signed: what was open then, the notes, both signatures. */
export function SignedPaper({ handover }: { handover: Handover }) {
  const t = useText();
  const { matters, entries, notes, allowed } = handover;
  return (
    <div className={styles.paper}>
      <OpenMatters matters={matters} entries={entries} />
      <h3 className={styles.minor}>{t('hand.notes')}</h3>
      <p className={styles.notes}>
        {notes === null || notes === '' ? t('hand.notes.none') : notes}
      </p>
      <Signatures handover={handover} />
      {allowed.includes('sign') && <TakeOverAct handoverId={handover.id} />}
      {allowed.includes('withdraw') && <TakeBack handoverId={handover.id} />}
    </div>
  );
}

function Signatures({ handover }: { handover: Handover }) {
  const t = useText();
  const { outgoing, incoming, outgoingSignedAt, incomingSignedAt } = handover;
  const at = (signed: string) => fullTime(Date.parse(signed));
  return (
    <ul className={styles.signatures}>
      {outgoingSignedAt !== null && (
        <li>{t('hand.outgoing', { name: outgoing.name, at: at(outgoingSignedAt) })}</li>
      )}
      <li data-missing={incomingSignedAt === null}>
        {incoming === null
          ? t('hand.incoming.none')
          : incomingSignedAt === null
            ? t('hand.incoming.missing', { name: incoming.name })
            : t('hand.incoming', { name: incoming.name, at: at(incomingSignedAt) })}
      </li>
    </ul>
  );
}

function TakeBack({ handoverId }: { handoverId: string }) {
  const t = useText();
  const takeBack = useWithdrawHandover(handoverId);
  return (
    <>
      <ProblemAlert error={takeBack.error} />
      <FormActs>
        <Button loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('hand.withdraw')}
        </Button>
      </FormActs>
    </>
  );
}
