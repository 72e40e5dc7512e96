import { useEffect } from 'react';
import type { AckLink } from '../../../api/acks';
import { useSay } from '../../../i18n/words';
import { useSettings } from '../../../settings/settings';
import { agoWords, durationWords } from '../../../time/remaining';
import { useServerNow } from '../../../time/ticker';
import { setPageTitle } from '../../../ui/page-title';
import type { LinkState } from './link-state';
import { useText } from './text';
import { useAckLink } from './use-ack-link';
import styles from './ack.module.css';

const MINUTE = 60_000;

/** The page behind the link of a message: what will be acknowledged, and one button. Nobody needs to sign in. */
export function AckPage({ token }: { token: string }) {
  const t = useText();
  const { state, acknowledge, retry } = useAckLink(token);
  useEffect(() => setPageTitle(`${t('title')} · ${t('brand')}`), [t]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {t('brand')}
      </p>
      <Body state={state} onAct={acknowledge} onRetry={retry} />
    </main>
  );
}

interface BodyProps {
  readonly state: LinkState;
  readonly onAct: () => void;
  readonly onRetry: () => void;
}

function Body({ state, onAct, onRetry }: BodyProps) {
  const t = useText();
  switch (state.kind) {
    case 'loading':
      return (
        <h1 role="status" className={styles.soft}>
          {t('loading')}
        </h1>
      );
    case 'ready':
    case 'sending':
      return <Ask link={state.link} isSending={state.kind === 'sending'} onAct={onAct} />;
    case 'done':
    case 'used':
    case 'expired':
    case 'over':
      return <Told kind={state.kind} link={state.link} />;
    case 'missing':
      return <Told kind="missing" link={null} />;
    case 'unreachable':
    case 'failed':
      return <Told kind={state.kind} link={state.link} onRetry={onRetry} />;
  }
}

interface AskProps {
  readonly link: AckLink;
  readonly isSending: boolean;
  readonly onAct: () => void;
}

function Ask({ link, isSending, onAct }: AskProps) {
  const t = useText();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const left = Date.parse(link.expiresAt) - now;
  return (
    <>
      <h1 className={styles.heading}>{t('for', { name: link.user.name })}</h1>
      <Matter link={link} />
      <p>{t('effect')}</p>
      <button
        type="button"
        className={styles.act}
        aria-disabled={isSending}
        onClick={() => {
          if (!isSending) onAct();
        }}
      >
        {t(isSending ? 'sending' : 'act')}
      </button>
      {left > 0 && (
        <p className={styles.soft}>{t('valid', { left: durationWords(left, language) })}</p>
      )}
    </>
  );
}

/** What it is about: number and title, which clock, since when. */
function Matter({ link: { subject, escalation } }: { link: AckLink }) {
  const t = useText();
  const say = useSay();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const ago = agoWords(now - Date.parse(escalation.startedAt), language);
  return (
    <div className={styles.matter}>
      {subject.number !== '' && <p className={styles.number}>{subject.number}</p>}
      <p className={styles.title}>{subject.title}</p>
      <p className={styles.soft}>
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
  readonly link: AckLink | null;
  readonly onRetry?: () => void;
}

/** What became of it, in plain words, and the way in. */
function Told({ kind, link, onRetry }: ToldProps) {
  const t = useText();
  return (
    <>
      <div role="status">
        <h1 className={styles.heading} data-good={kind === 'done'}>
          {t(`state.${kind}`)}
        </h1>
        <p>{t(`state.${kind}.body`)}</p>
      </div>
      {link && <Matter link={link} />}
      {onRetry && (
        <button type="button" className={styles.act} onClick={onRetry}>
          {t('retry')}
        </button>
      )}
      <p>
        <a href="/" className={styles.way}>
          {t('signIn')}
        </a>
      </p>
    </>
  );
}
