import { acknowledgeByLink, readAckLink, type AckLink } from '../../../api/acks';
import { useSay } from '../../../i18n/words';
import { useSettings } from '../../../settings/settings';
import { agoWords, durationWords } from '../../../time/remaining';
import { useServerNow } from '../../../time/ticker';
import type { LinkState } from '../../links/link-state';
import { ActButton, LinkLoading, LinkPage, Outcome } from '../../links/LinkPage';
import { useLink } from '../../links/use-link';
import { useText } from './text';
import styles from './ack.module.css';
import link from '../../links/link.module.css';

const MINUTE = 60_000;

const DOOR = {
  read: readAckLink,
  send: (token: string, _: null, key: string) => acknowledgeByLink(token, key),
  doneAs: () => 'done' as const,
};

/** The page behind the link of a message: what will be acknowledged, and one button. */
export function AckPage({ token }: { token: string }) {
  const t = useText();
  const { state, answer, retry } = useLink(token, DOOR);
  return (
    <LinkPage title={t('title')}>
      <Body state={state} onAct={() => answer(null)} onRetry={retry} />
    </LinkPage>
  );
}

interface BodyProps {
  readonly state: LinkState<AckLink, 'done'>;
  readonly onAct: () => void;
  readonly onRetry: () => void;
}

function Body({ state, onAct, onRetry }: BodyProps) {
  switch (state.kind) {
    case 'loading':
      return <LinkLoading />;
    case 'ready':
    case 'sending':
      return <Ask about={state.link} isSending={state.kind === 'sending'} onAct={onAct} />;
    case 'done':
    case 'used':
    case 'expired':
    case 'over':
      return <Told kind={state.kind} about={state.link} />;
    case 'missing':
      return <Told kind="missing" about={null} />;
    case 'unreachable':
    case 'failed':
      return <Told kind={state.kind} about={state.link} onRetry={onRetry} />;
  }
}

interface AskProps {
  readonly about: AckLink;
  readonly isSending: boolean;
  readonly onAct: () => void;
}

function Ask({ about, isSending, onAct }: AskProps) {
  const t = useText();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const left = Date.parse(about.expiresAt) - now;
  return (
    <>
      <h1 className={link.heading}>{t('for', { name: about.user.name })}</h1>
      <Matter about={about} />
      <p>{t('effect')}</p>
      <ActButton isSending={isSending} onAct={onAct}>
        {t(isSending ? 'sending' : 'act')}
      </ActButton>
      {left > 0 && (
        <p className={link.soft}>{t('valid', { left: durationWords(left, language) })}</p>
      )}
    </>
  );
}

/** What it is about: number and title, which clock, since when. */
function Matter({ about: { subject, escalation } }: { about: AckLink }) {
  const t = useText();
  const say = useSay();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const ago = agoWords(now - Date.parse(escalation.startedAt), language);
  return (
    <div className={link.matter}>
      {subject.number !== '' && <p className={styles.number}>{subject.number}</p>}
      <p className={styles.title}>{subject.title}</p>
      <p className={link.soft}>
        {escalation.step > 0
          ? t('clock', { clock: say(escalation.title), step: escalation.step })
          : say(escalation.title)}
        {' · '}
        {ago === null ? t('since.now') : t('since', { ago })}
      </p>
    </div>
  );
}

interface ToldProps {
  readonly kind: 'done' | 'used' | 'expired' | 'over' | 'missing' | 'unreachable' | 'failed';
  readonly about: AckLink | null;
  readonly onRetry?: () => void;
}

/** What became of it, and the way in. */
function Told({ kind, about, onRetry }: ToldProps) {
  const t = useText();
  return (
    <>
      <Outcome
        title={t(`state.${kind}`)}
        body={t(`state.${kind}.body`)}
        isGood={kind === 'done'}
        onRetry={onRetry}
      >
        {about && <Matter about={about} />}
      </Outcome>
      <p>
        <a href="/" className={styles.way}>
          {t('signIn')}
        </a>
      </p>
    </>
  );
}
