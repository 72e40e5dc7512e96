import type { Publication, ReleaseEvent, ReleasePage } from '../../../api/release-types';
import { Hint } from '../../../ui/Hint';
import { Moment } from '../../../ui/Moment';
import { Section } from '../../../ui/Section';
import { UserName } from '../../../ui/UserName';
import { zh } from '../locales';
import { useText } from '../text';
import styles from './page.module.css';

type EventKey = Extract<keyof typeof zh, `event.${string}`>;
const isEventKey = (key: string): key is EventKey => key in zh;

/** Who judged which version, who has seen it, where it went out, and all that happened. */
export function Record({ release }: { release: ReleasePage }) {
  return (
    <aside className={styles.aside}>
      <Publications publications={release.publications} />
      <Reviews release={release} />
      <SeenBy release={release} />
      <History history={release.history} />
    </aside>
  );
}

function Reviews({ release: { reviews } }: { release: ReleasePage }) {
  const t = useText();
  return (
    <Section title={t('reviews')}>
      {reviews.length === 0 && <p className={styles.soft}>{t('reviews.none')}</p>}
      <ol className={styles.lines}>
        {reviews.toReversed().map(({ seat, outcome, version, by, note, at }) => (
          <li key={`${at} ${seat}`}>
            <p>
              <strong>{t(`review.${seat}`)}</strong> <UserName person={by} /> <Moment at={at} />{' '}
              {t(`review.${outcome}`, { version })}
            </p>
            {note !== null && <p className={styles.quote}>{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function SeenBy({ release: { seen } }: { release: ReleasePage }) {
  const t = useText();
  return (
    <Section title={t('seen')}>
      {seen.length === 0 && <p className={styles.soft}>{t('seen.none')}</p>}
      <ul className={styles.lines}>
        {seen.map(({ version, by, at }) => (
          <li key={`${by.id} ${String(version)}`}>
            <UserName person={by} /> <Moment at={at} /> {t('seen.line', { version })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Publications({ publications }: { publications: readonly Publication[] }) {
  const t = useText();
  if (publications.length === 0) return null;
  return (
    <Section title={t('publications')}>
      <ol className={styles.lines}>
        {publications.toReversed().map((publication) => (
          <li key={publication.at}>
            <p>
              <strong>
                {t(`publication.${publication.kind}`, { version: publication.version })}
              </strong>{' '}
              <UserName person={publication.by} /> <Moment at={publication.at} />
            </p>
            {publication.reason !== null && <p className={styles.quote}>{publication.reason}</p>}
            <ul>
              {publication.links.map(({ channelId, channel, url }) => (
                <li key={channelId}>
                  {/^https?:/.test(url) ? (
                    <a href={url} target="_blank" rel="noreferrer noopener" className={styles.link}>
                      {channel}
                    </a>
                  ) : (
                    `${channel} ${url}`
                  )}
                </li>
              ))}
            </ul>
            {publication.captureId !== null && (
              <a href={`/api/v1/attachments/${publication.captureId}`} className={styles.link}>
                {t('publication.file')}
              </a>
            )}
            {publication.captureText !== null && (
              <details>
                <summary>{t('publication.capture')}</summary>
                <p className={styles.quote}>{publication.captureText}</p>
              </details>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function History({ history }: { history: readonly ReleaseEvent[] }) {
  const t = useText();
  const didOf = ({ type, version }: ReleaseEvent): string => {
    const key = `event.${type}`;
    return t(isEventKey(key) ? key : 'event.other', { version: version ?? 0 });
  };
  return (
    <Section title={t('history')} count={history.length}>
      <ol className={styles.lines}>
        {history.toReversed().map((event) => (
          <li key={event.seq}>
            <p>
              <strong>{event.by?.name ?? t('history.system')}</strong> <Moment at={event.at} />{' '}
              {didOf(event)}{' '}
              <Hint className={styles.mark} content={<code>{event.hash}</code>}>
                <span className="mb-said">{t('hash.mark', { seq: event.seq })}</span>
                <span aria-hidden="true">#{event.seq}</span>
              </Hint>
            </p>
            {event.said !== null && <p className={styles.quote}>{event.said}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
