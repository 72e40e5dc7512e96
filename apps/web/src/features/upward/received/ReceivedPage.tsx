import { useId, useState, type SubmitEvent } from 'react';
import { answerReceived, readReceived, type ReceivedLink } from '../../../api/received';
import { useSettings } from '../../../settings/settings';
import { durationWords } from '../../../time/remaining';
import { useServerNow } from '../../../time/ticker';
import { fullTime } from '../../../time/zone';
import type { LinkState } from '../../links/link-state';
import { ActButton, LinkLoading, LinkPage, Outcome } from '../../links/LinkPage';
import { useLink } from '../../links/use-link';
import { Paper } from '../Paper';
import { useText } from './text';
import styles from './received.module.css';
import link from '../../links/link.module.css';

const MINUTE = 60_000;
/** As the server takes it. */
const LONGEST_QUESTION = 1_000;

/** Null: acknowledged; otherwise returned with this question. */
type Answer = string | null;

const DOOR = {
  read: readReceived,
  send: answerReceived,
  doneAs: (question: Answer) => (question === null ? ('done' as const) : ('asked' as const)),
};

/** The page behind the link of an e-mail: the report, and one button. */
export function ReceivedPage({ token }: { token: string }) {
  const t = useText();
  const { state, answer, retry } = useLink(token, DOOR);
  return (
    <LinkPage title={t('title')} isWide>
      <Body state={state} onAnswer={answer} onRetry={retry} />
    </LinkPage>
  );
}

interface BodyProps {
  readonly state: LinkState<ReceivedLink, 'done' | 'asked'>;
  readonly onAnswer: (question: Answer) => void;
  readonly onRetry: () => void;
}

function Body({ state, onAnswer, onRetry }: BodyProps) {
  switch (state.kind) {
    case 'loading':
      return <LinkLoading />;
    case 'ready':
    case 'sending':
      return <Read report={state.link} isSending={state.kind === 'sending'} onAnswer={onAnswer} />;
    case 'done':
    case 'asked':
    case 'used':
    case 'expired':
    case 'over':
      return <Told kind={state.kind} report={state.link} />;
    case 'missing':
      return <Told kind="missing" report={null} />;
    case 'unreachable':
    case 'failed':
      return <Told kind={state.kind} report={state.link} onRetry={onRetry} />;
  }
}

interface ReadProps {
  readonly report: ReceivedLink;
  readonly isSending: boolean;
  readonly onAnswer: (question: Answer) => void;
}

function Read({ report, isSending, onAnswer }: ReadProps) {
  const t = useText();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const [isAsking, setAsking] = useState(false);
  const left = Date.parse(report.expiresAt) - now;
  return (
    <>
      <h1 className={link.heading}>{t('lead', { sender: report.sender })}</h1>
      <p className={link.soft}>{t('sent', { at: fullTime(Date.parse(report.sentAt)) })}</p>
      <Paper title={report.title} blocks={report.blocks} below={1} />
      {report.sha256 !== null && (
        <p className={styles.hash}>{t('hash', { hash: report.sha256 })}</p>
      )}
      {isAsking ? (
        <Ask isSending={isSending} onAnswer={onAnswer} onBack={() => setAsking(false)} />
      ) : (
        <>
          <p>{t('effect')}</p>
          <ActButton isSending={isSending} onAct={() => onAnswer(null)}>
            {t(isSending ? 'sending' : 'act')}
          </ActButton>
          <button type="button" className={styles.second} onClick={() => setAsking(true)}>
            {t('ask')}
          </button>
        </>
      )}
      {left > 0 && (
        <p className={link.soft}>{t('valid', { left: durationWords(left, language) })}</p>
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
      <ActButton isSending={isSending}>{t(isSending ? 'sending' : 'ask.act')}</ActButton>
      <button type="button" className={styles.second} onClick={onBack}>
        {t('ask.back')}
      </button>
    </form>
  );
}

interface ToldProps {
  readonly kind:
    'done' | 'asked' | 'used' | 'expired' | 'over' | 'missing' | 'unreachable' | 'failed';
  readonly report: ReceivedLink | null;
  readonly onRetry?: () => void;
}

function Told({ kind, report, onRetry }: ToldProps) {
  const t = useText();
  const answeredAt = report?.answeredAt ?? null;
  const at = answeredAt === null ? '' : fullTime(Date.parse(answeredAt));
  return (
    <Outcome
      title={t(`state.${kind}`)}
      body={t(`state.${kind}.body`, { at })}
      isGood={kind === 'done' || kind === 'asked'}
      onRetry={onRetry}
    >
      {report && (
        <p className={`${link.matter} ${styles.title}`} lang="zh-CN">
          {report.title}
        </p>
      )}
    </Outcome>
  );
}
