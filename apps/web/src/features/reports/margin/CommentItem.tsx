import type { ReportComment } from '../../../api/report-types';
import { useSettleComment } from '../../../api/report-notes';
import { announce } from '../../../ui/announce';
import { Moment } from '../../../ui/Moment';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from './text';
import styles from './margin.module.css';

interface CommentItemProps {
  readonly reportId: string;
  readonly comment: ReportComment;
}

/** One comment; settled with one tap, and opened again with another. */
export function CommentItem({ reportId, comment }: CommentItemProps) {
  const t = useText();
  const settle = useSettleComment(reportId, (act) =>
    announce(t(act === 'resolve' ? 'resolved' : 'reopened')),
  );
  const { id, by, at, quote, text, resolvedAt, resolvedBy } = comment;
  const act = resolvedAt === null ? 'resolve' : 'reopen';
  return (
    <li className={styles.comment}>
      <p className={styles.who}>
        <strong>{by.name}</strong> <Moment at={at} />
      </p>
      {quote !== null && <blockquote className={styles.quote}>{quote}</blockquote>}
      <p className={styles.words}>{text}</p>
      <p className={styles.who}>
        {resolvedBy && t('resolved.by', { name: resolvedBy.name })}{' '}
        <button
          type="button"
          className={styles.settle}
          disabled={settle.isPending}
          onClick={() => settle.mutate({ commentId: id, act })}
        >
          {t(act)}
        </button>
      </p>
      <ProblemAlert error={settle.error} />
    </li>
  );
}
