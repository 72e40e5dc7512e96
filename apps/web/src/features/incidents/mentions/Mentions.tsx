import Button from 'antd/es/button';
import { useState } from 'react';
import { useMentions } from '../../../api/incidents';
import type { IncidentPage, Mention } from '../../../api/incident-types';
import { usePrinting } from '../../../theme/use-media';
import { ErrorState } from '../../../ui/ErrorState';
import { Moment } from '../../../ui/Moment';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { CurvePicture } from './CurvePicture';
import { useText } from './text';
import styles from './mentions.module.css';

/** As many as are read at a glance. */
const SHOWN = 5;

/** Where it was seen, how far it reached, in which words. Never by whom. */
export function Mentions({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const { data, error, refetch } = useMentions(incident.id);
  const [isUnfolded, setUnfolded] = useState(false);
  const isPrinting = usePrinting();
  const isWhole = isUnfolded || isPrinting;
  const items = data?.items ?? [];
  return (
    <Section title={t('mentions')} count={incident.mentions.count}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} />}
      {data && items.length === 0 && <p className={styles.soft}>{t('mentions.none')}</p>}
      <CurvePicture mentions={items} />
      <ul className={styles.list}>
        {(isWhole ? items : items.slice(0, SHOWN)).map((mention) => (
          <Row key={mention.id} mention={mention} />
        ))}
      </ul>
      {items.length > SHOWN && (
        <Button size="small" type="text" onClick={() => setUnfolded(!isUnfolded)}>
          {isWhole ? t('mentions.fewer') : t('mentions.all', { count: items.length })}
        </Button>
      )}
      {data?.nextCursor && isWhole && (
        <p className={styles.soft}>{t('mentions.more', { count: items.length })}</p>
      )}
    </Section>
  );
}

function Row({ mention: { source, url, text, seenAt, rank, views } }: { mention: Mention }) {
  const t = useText();
  return (
    <li className={styles.row}>
      <p className={styles.text}>{text === '' ? t('mentions.gone') : text}</p>
      <p className={styles.soft}>
        {url === null ? (
          source
        ) : (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {source}
          </a>
        )}
        {' · '}
        <Moment at={seenAt} />
        {rank !== null && <> · {t('mentions.rank', { rank })}</>}
        {views !== null && <> · {t('mentions.views', { views: views.toLocaleString() })}</>}
      </p>
    </li>
  );
}
