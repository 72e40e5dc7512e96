import { useEffect, useRef } from 'react';
import type { InboxMention } from '../../api/inbox';
import { TimeAgo } from '../../ui/TimeAgo';
import { RiseMark } from './RiseWords';
import { Spark } from './Spark';
import { useText } from './text';
import styles from './inbox.module.css';

interface MentionRowProps {
  readonly mention: InboxMention;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onCurrent: () => void;
  readonly onToggle: () => void;
}

/** One mention in the list: what is said, where, how often, and how it went. */
export function MentionRow({
  mention,
  isCurrent,
  isSelected,
  onCurrent,
  onToggle,
}: MentionRowProps) {
  const t = useText();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { text, source, outlet, seenCount, peakRank, lastSeenAt, topic, spark, rises } = mention;
  return (
    <li ref={row} className={styles.row} data-current={isCurrent} data-selected={isSelected}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isSelected}
          onChange={onToggle}
          aria-label={`${t('select')}: ${text.slice(0, 60)}`}
        />
      </label>
      <button type="button" className={styles.open} aria-current={isCurrent} onClick={onCurrent}>
        <span className={styles.wording}>{text}</span>
        <span className={styles.facts}>
          {rises.map((rise) => (
            <RiseMark key={rise.kind} rise={rise} />
          ))}
          <span>{outlet ?? source.name}</span>
          <span>{t('seen', { count: seenCount })}</span>
          {peakRank !== null && <span>{t('rank', { rank: peakRank })}</span>}
          {topic.mentions > 1 && <span>{t('topic', { count: topic.mentions - 1 })}</span>}
          <TimeAgo at={lastSeenAt} />
        </span>
      </button>
      <Spark points={spark} seen={seenCount} />
    </li>
  );
}
