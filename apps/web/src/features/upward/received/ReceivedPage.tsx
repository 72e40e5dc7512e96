import { useEffect, useId, useState, type SubmitEvent } from 'react';
import type { ReceivedLink } from '../../../api/received';
import { useSettings } from '../../../settings/settings';
import { durationWords } from '../../../time/remaining';
import { useServerNow } from '../../../time/ticker';
import { fullTime } from '../../../time/zone';
import { setPageTitle } from '../../../ui/page-title';
import { Paper } from '../Paper';
import type { ReceivedState } from './received-state';
import { useText } from './text';
import { useReceivedLink } from './use-received-link';
import styles from './received.module.css';

const MINUTE = 60_000;
/** As the server takes it. */
const LONGEST_QUESTION = 1_000;

/** The page behind the link of an e-mail: the report, and one button. Nobody needs to sign in. */
export function ReceivedPage({ token }: { token: string }) {
  const t = useText();
  const { state, answer, retry } = useReceivedLink(token);
  useEffect(() => setPageTitle(`${t('title')} · ${t('brand')}`), [t]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {t('brand')}
      </p>
      <Body state={state} onAnswer={answer} onRetry={retry} />
    </main>
  );
}

interface BodyProps {
  readonly state: ReceivedState;
  readonly onAnswer: (question: string | null) => void;
  readonly onRetry: () => void;
}

function Body({ state, onAnswer, onRetry }: BodyProps) {
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
      return <Read link={state.link} isSending={state.kind === 'sending'} onAnswer={onAnswer} />;
    case 'done':
    case 'asked':
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

interface ReadProps {
  readonly link: ReceivedLink;
  readonly isSending: boolean;
  readonly onAnswer: (question: string | null) => void;
}

function Read({ link, isSending, onAnswer }: ReadProps) {
  const t = useText();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const [isAsking, setAsking] = useState(false);
  const left = Date.parse(link.expiresAt) - now;
  return (
    <>
      <h1 className={styles.heading}>{t('lead', { sender: link.sender })}</h1>
      <p className={styles.soft}>{t('sent', { at: fullTime(Date.parse(link.sentAt)) })}</p>
      <Paper title={link.title} blocks={link.blocks} below={1} />
      {link.sha256 !== null && <p className={styles.hash}>{t('hash', { hash: link.sha256 })}</p>}
      {isAsking ? (
        <Ask isSending={isSending} onAnswer={onAnswer} onBack={() => setAsking(false)} />
      ) : (
        <>
          <p>{t('effect')}</p>
          <button
            type="button"
            className={styles.act}
            aria-disabled={isSending}
            onClick={() => {
              if (!isSending) onAnswer(null);
            }}
          >
            {t(isSending ? 'sending' : 'act')}
          </button>
          <button type="button" className={styles.second} onClick={() => setAsking(true)}>
            {t('ask')}
          </button>
        </>
      )}
      {left > 0 && (
        <p className={styles.soft}>{t('valid', { left: durationWords(left, language) })}</p>
      )}
    </>
  );
}

interface AskProps {
  readonly isSending: boolean;
  readonly onAnswer: (question: string) => void;
  readonly onBack: () => void;
}

function Ask({ isSending, onAnswer, onBack }: AskProps) {
  const t = useText();
  const id = useId();
  const [question, setQuestion] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isBlank = question.trim() === '';
    setMissing(isBlank);
    if (!isBlank && !isSending) onAnswer(question.trim());
  };
  return (
    <form noValidate onSubmit={submit} className={styles.ask}>
      <label htmlFor={id}>{t('ask.label')}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={LONGEST_QUESTION}
        className={styles.question}
        aria-invalid={isMissing}
        aria-describedby={`${id}-wrong`}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
      />
      <p id={`${id}-wrong`} role="alert" className={styles.wrong}>
        {isMissing && t('ask.missing')}
      </p>
      <p>{t('ask.effect')}</p>
      <button type="submit" className={styles.act} aria-disabled={isSending}>
        {t(isSending ? 'sending' : 'ask.act')}
      </button>
      <button type="button" className={styles.second} onClick={onBack}>
        {t('ask.back')}
      </button>
    </form>
  );
}

interface ToldProps {
  readonly kind:
    'done' | 'asked' | 'used' | 'expired' | 'over' | 'missing' | 'unreachable' | 'failed';
  readonly link: ReceivedLink | null;
  readonly onRetry?: () => void;
}

/** What became of it, in plain words. */
function Told({ kind, link, onRetry }: ToldProps) {
  const t = useText();
  const answeredAt = link?.answeredAt ?? null;
  const at = answeredAt === null ? '' : fullTime(Date.parse(answeredAt));
  return (
    <>
      <div role="status">
        <h1 className={styles.heading} data-good={kind === 'done' || kind === 'asked'}>
          {t(`state.${kind}`)}
        </h1>
        <p>{t(`state.${kind}.body`, { at })}</p>
      </div>
      {link && (
        <p className={styles.matter} lang="zh-CN">
          {link.title}
        </p>
      )}
      {onRetry && (
        <button type="button" className={styles.act} onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </>
  );
}
