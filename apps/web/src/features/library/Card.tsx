import { Link } from 'react-router';
import type { Clarification } from '../../api/library';
import { useCommon } from '../../i18n/common';
import { Moment } from '../../ui/Moment';
import { useText } from './text';
import styles from './library.module.css';

interface CardProps {
  readonly clarification: Clarification;
  /** In a list the answer is cut after some lines, and the claim leads to the whole. */
  readonly inList?: boolean;
}

/** Claim → verdict → answer → evidence → where it was published → how often it came back. */
export function Card({ clarification, inList = false }: CardProps) {
  const t = useText();
  const common = useCommon();
  const { id, claim, verdict, answer, withdrawn } = clarification;
  return (
    <article className={styles.card}>
      <h2 className={styles.claim}>
        {inList ? <Link to={`/library/${id}`}>{claim}</Link> : claim}
      </h2>
      <p className={styles.marks}>
        <strong className={styles.verdict}>{common(`verdict.${verdict}`)}</strong>
        <Came count={clarification.matchedCount} />
        {clarification.corrections.length > 0 && (
          <span>{t('corrected', { count: clarification.corrections.length })}</span>
        )}
      </p>
      {withdrawn && (
        <p className={styles.withdrawn}>{t('withdrawn', { reason: withdrawn.reason })}</p>
      )}
      <p className={inList ? styles.cut : styles.answer}>{answer}</p>
      <Evidence items={clarification.evidence} isShort={inList} />
      <Published clarification={clarification} />
      {!inList && <Corrections items={clarification.corrections} />}
    </article>
  );
}

function Came({ count }: { count: number }) {
  const t = useText();
  return <span>{count === 0 ? t('came.never') : t('came', { count })}</span>;
}

/** In a list, the first says enough. */
const FIRST = 2;

interface EvidenceProps {
  readonly items: Clarification['evidence'];
  readonly isShort: boolean;
}

function Evidence({ items, isShort }: EvidenceProps) {
  const t = useText();
  return (
    <div className={styles.part}>
      <span className={styles.name}>{t('evidence')}</span>
      <ul>
        {items.slice(0, isShort ? FIRST : items.length).map(({ text, url, file }, index) => (
          <li key={`${String(index)} ${text}`}>
            {url === null ? text : <Outside href={url}>{text}</Outside>}
            {file && <span className={styles.file}> {file.name}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Published({ clarification }: { clarification: Clarification }) {
  const t = useText();
  const { issuedBy, publishedAt, links, origin } = clarification;
  return (
    <div className={styles.part}>
      <span className={styles.name}>{t('links')}</span>
      <p className={styles.published}>
        <span>{issuedBy}</span>
        <Moment at={publishedAt} />
        {links.map(({ channel, url }) => (
          <Outside key={url} href={url}>
            {channel}
          </Outside>
        ))}
        <span className={styles.soft}>{t(`origin.${origin}`)}</span>
      </p>
    </div>
  );
}

function Corrections({ items }: { items: Clarification['corrections'] }) {
  const t = useText();
  return items.map(({ at, reason, answerBefore }) => (
    <details key={at} className={styles.correction}>
      <summary>
        <Moment at={at} /> {reason}
      </summary>
      <p className={styles.name}>{t('correction.was')}</p>
      <p className={styles.answer}>{answerBefore}</p>
    </details>
  ));
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
