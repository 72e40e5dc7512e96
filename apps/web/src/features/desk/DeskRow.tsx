import Button from 'antd/es/button';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../api/session';
import { may, type DeskItem, type EscalationSummary } from '../../api/types';
import { zh as commonWords } from '../../i18n/locales';
import { useCommon } from '../../i18n/common';
import { useSettings } from '../../settings/settings';
import { useServerNow } from '../../time/ticker';
import { shortTime } from '../../time/zone';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { SeverityMark } from '../../ui/SeverityMark';
import { StateTag } from '../../ui/StateTag';
import { Unread } from '../../ui/Unread';
import type { Acks } from './acks';
import { useText } from './text';
import styles from './DeskRow.module.css';

const MINUTE = 60_000;

interface DeskRowProps {
  readonly item: DeskItem;
  readonly acks: Acks;
  /** A row of "needs me now" carries its act; elsewhere the row only leads to the incident. */
  readonly urgent: boolean;
}

/** One matter: grade, title, where it stands, its clock, and the one act that is waited for. */
export function DeskRow({ item, acks, urgent }: DeskRowProps) {
  const t = useText();
  const { incident, escalation, deadline } = item;
  const refused = escalation ? acks.refused[escalation.id] : undefined;
  return (
    <li className={styles.row} data-climbing={urgent && escalation !== null}>
      <span className={styles.what}>
        <SeverityMark severity={incident.severity} />
        <Link to={`/incidents/${incident.id}`} className={styles.title} title={incident.title}>
          {incident.title}
        </Link>
        {incident.unread > 0 && <Unread count={incident.unread} />}
        <span className={styles.number}>{incident.number}</span>
      </span>
      <span className={styles.where}>
        {escalation ? (
          <Ladder escalation={escalation} />
        ) : (
          <StateTag state={incident.state} supervised={incident.supervisedAt !== null} />
        )}
      </span>
      <span className={styles.clock}>{deadline && <DeadlineChip deadline={deadline} />}</span>
      {urgent && (
        <span className={styles.act}>
          <NextAct item={item} acks={acks} />
        </span>
      )}
      {refused !== undefined && (
        <p role="alert" className={styles.refused}>
          {t('ack.refused', { reason: refused })}
        </p>
      )}
    </li>
  );
}

/** How far the ladder has climbed, and when it climbs again. Later rounds are rare, so the first is not named. */
function Ladder({ escalation }: { escalation: EscalationSummary }) {
  const t = useText();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const { step, round, nextStepAt } = escalation;
  const next = nextStepAt && t('next', { at: shortTime(Date.parse(nextStepAt), language, now) });
  return (
    <span className={styles.ladder} title={next ?? undefined}>
      {step === 0 ? t('starting') : t(round > 1 ? 'again' : 'step', { step, round })}
      {next && <span className="mb-said">{next}</span>}
    </span>
  );
}

/** One tap acknowledges an escalation; any other act needs its form, on the incident's page. */
function NextAct({ item, acks }: { item: DeskItem; acks: Acks }) {
  const t = useText();
  const common = useCommon();
  const me = useMe();
  const navigate = useNavigate();
  const { incident, escalation, act } = item;
  const { title } = incident;
  if (escalation && may(me, 'escalation.ack')) {
    const pending = acks.pending.find(({ escalationId }) => escalationId === escalation.id);
    if (pending) {
      return (
        <span role="status" className={styles.sent}>
          {t(pending.waiting ? 'ack.waiting' : 'ack.sending')}
        </span>
      );
    }
    return (
      <Button
        type="primary"
        size="small"
        aria-label={t('ack.for', { title })}
        onClick={() => acks.acknowledge(escalation.id)}
      >
        {t('ack')}
      </Button>
    );
  }
  const name = common(wordOf(act));
  const place = placeOf(act);
  return (
    <Button
      size="small"
      aria-label={t('act.for', { act: name, title })}
      onClick={() => void navigate(`/incidents/${incident.id}${place}`)}
    >
      {name}
    </Button>
  );
}

/**
 * Judging, and concurring with a judgement, has a desk of its own; an action is settled where it stands in its plan; any
 * other act has its form.
 */
function placeOf(act: string | null): string {
  if (act === 'judge' || act === 'concur') return '/judge';
  if (act === 'complete-action') return '#plan';
  return act === null ? '' : `?act=${act}`;
}

type ActWord = Extract<keyof typeof commonWords, `act.${string}`>;

function isActWord(key: string): key is ActWord {
  return key.startsWith('act.') && key in commonWords;
}

/** An act that this client has no word for is done on the incident's page. */
function wordOf(act: string | null): ActWord {
  const key = `act.${act ?? ''}`;
  return isActWord(key) ? key : 'act.open';
}
