import { Link } from 'react-router';
import type { ReportItem } from '../../api/upward';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { Moment } from '../../ui/Moment';
import { Tag } from '../../ui/Tag';
import { useText } from './text';
import { useTypeWord } from './use-report-words';
import styles from './upward.module.css';
import rows from '../../ui/rows.module.css';

interface RowsProps {
  readonly reports: readonly ReportItem[];
  /** Where the incident is known, its title need not be said again on each line. */
  readonly withTitle?: boolean;
}

/** Reports as lines: which, to whom, where it stands, and how long it may wait. */
export function ReportRows({ reports, withTitle = false }: RowsProps) {
  return (
    <ul className={rows.rows}>
      {reports.map((report) => (
        <Row key={report.id} report={report} withTitle={withTitle} />
      ))}
    </ul>
  );
}

function Row({ report, withTitle }: { report: ReportItem; withTitle: boolean }) {
  const t = useText();
  const typeOf = useTypeWord();
  const { receiver, sentBy, draftedBy, question, deadlines } = report;
  const to = receiver === null ? '' : t('item.to', { receiver: receiver.name });
  const by = sentBy
    ? t('item.sent', { name: sentBy.name })
    : t('item.drafted', { name: draftedBy.name });
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <Link to={`/upward/${report.id}`} className={rows.name}>
          {withTitle ? `${report.incident.number} ${report.title}` : typeOf(report)}
        </Link>
        <Tag tone={report.state === 'sent' ? 'live' : 'plain'}>{t(`state.${report.state}`)}</Tag>
        <p className={styles.soft}>
          {[to, by].filter((part) => part !== '').join(' · ')}
          {' · '}
          <Moment at={report.sentAt ?? report.createdAt} />
        </p>
        {question !== null && <p>{t('section.question', { question })}</p>}
      </div>
      {deadlines.map((deadline) => (
        <DeadlineChip key={deadline.id} deadline={deadline} />
      ))}
    </li>
  );
}
