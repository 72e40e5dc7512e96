import Button from 'antd/es/button';
import { useState, type RefObject } from 'react';
import type { Report, ReportComment } from '../../../api/report-types';
import { useReportComments } from '../../../api/report-notes';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import { Given } from './Given';
import { InstructDialog } from './InstructDialog';
import { mayInstruct } from './may-instruct';
import { quoteIn } from './quote';
import { useText } from './text';
import styles from './margin.module.css';

interface MarginProps {
  readonly report: Report;
  readonly sectionKey: string;
  /** The section by number and title. */
  readonly name: string;
  /** Where the words are that a comment may quote. */
  readonly body: RefObject<HTMLElement | null>;
}

type Writing = { readonly is: 'comment' | 'instruction'; readonly quote: string | null };

/** What was written beside a section, and the way to write something. */
export function Margin({ report, sectionKey, name, body }: MarginProps) {
  const t = useText();
  const me = useMe();
  const mayComment = may(me, 'report.comment');
  const [writing, setWriting] = useState<Writing | null>(null);
  const write = (is: Writing['is']) => setWriting({ is, quote: quoteIn(body.current) });
  return (
    <aside className={styles.margin} aria-label={t('list', { name })}>
      {mayComment && <Comments reportId={report.id} sectionKey={sectionKey} />}
      <Given reportId={report.id} sectionKey={sectionKey} />
      {writing?.is === 'comment' && (
        <CommentForm
          reportId={report.id}
          sectionKey={sectionKey}
          quote={writing.quote}
          onClose={() => setWriting(null)}
        />
      )}
      {writing?.is !== 'comment' && (
        <div className={styles.ways}>
          {mayComment && (
            <Button
              type="text"
              aria-label={t('comment.on', { name })}
              // The pointer must not take away what is selected: it is what the comment is about.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => write('comment')}
            >
              {t('comment')}
            </Button>
          )}
          {mayInstruct(me, report) && (
            <Button
              type="text"
              aria-haspopup="dialog"
              aria-label={t('instruct.on', { name })}
              onClick={() => write('instruction')}
            >
              {t('instruct')}
            </Button>
          )}
        </div>
      )}
      {writing?.is === 'instruction' && (
        <InstructDialog
          report={report}
          about={{ section: { key: sectionKey, name } }}
          onClose={() => setWriting(null)}
        />
      )}
    </aside>
  );
}

const NONE: readonly ReportComment[] = [];

/** What is still open, and behind a line what was settled. */
function Comments({ reportId, sectionKey }: { reportId: string; sectionKey: string }) {
  const t = useText();
  const { data } = useReportComments(reportId);
  const own = (data?.items ?? NONE).filter((comment) => comment.sectionKey === sectionKey);
  const open = own.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = own.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <>
      {open.length > 0 && (
        <ul className={styles.comments}>
          {open.map((comment) => (
            <CommentItem key={comment.id} reportId={reportId} comment={comment} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary>{t('show.resolved', { count: settled.length })}</summary>
          <ul className={styles.comments}>
            {settled.map((comment) => (
              <CommentItem key={comment.id} reportId={reportId} comment={comment} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
