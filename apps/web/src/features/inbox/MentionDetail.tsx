import { Link } from 'react-router';
import type { InboxMention } from '../../api/inbox';
import { Moment } from '../../ui/Moment';
import { Spark } from './Spark';
import { Known } from './Known';
import { RiseWords } from './RiseWords';
import { useText } from './text';
import styles from './inbox.module.css';

interface MentionDetailProps {
  readonly mention: InboxMention;
  /** Left out where nothing can be joined to an incident. */
  readonly onJoin: ((incidentId: string) => void) | null;
}

/** Everything that is known of one mention. */
export function MentionDetail({ mention, onJoin }: MentionDetailProps) {
  const t = useText();
  const { text, source, outlet, url, seenCount, peakRank, peakViews, spark } = mention;
  return (
    <>
      <p className={styles.full}>{text}</p>
      <RiseWords rises={mention.rises} />
      <Spark points={spark} seen={seenCount} />
      <dl className={styles.details}>
        <dt>{t('source')}</dt>
        <dd>{outlet === null ? source.name : `${outlet} · ${source.name}`}</dd>
        <dt>{t('first')}</dt>
        <dd>
          <Moment at={mention.firstSeenAt} />
        </dd>
        <dt>{t('last')}</dt>
        <dd>
          <Moment at={mention.lastSeenAt} />
        </dd>
      </dl>
      <p className={styles.facts}>
        <span>{t('seen', { count: seenCount })}</span>
        {peakRank !== null && <span>{t('rank', { rank: peakRank })}</span>}
        {peakViews !== null && <span>{t('views', { views: peakViews })}</span>}
      </p>
      {mention.reason !== null && <p>{t('reason.was', { reason: mention.reason })}</p>}
      <p className={styles.links}>
        {url !== null && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {t('link')}
          </a>
        )}
        {mention.incidentId !== null && (
          <Link to={`/incidents/${mention.incidentId}`}>{t('incident')}</Link>
        )}
      </p>
      <Known text={text} onJoin={onJoin} />
    </>
  );
}
