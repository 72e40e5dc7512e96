import { Link } from 'react-router';
import type { ReportRow } from '../../api/report-types';
import { useSettings } from '../../settings/settings';
import { LANGUAGE_TAG } from '../../settings/language-tag';
import { Moment } from '../../ui/Moment';
import { StateMark } from './StateMark';
import { useText } from './text';
import styles from './reports.module.css';
import rows from '../../ui/rows.module.css';

/** Reports as lines: which, of what time, and where it stands. */
export function ReportRows({ reports }: { reports: readonly ReportRow[] }) {
  return (
    <ul className={rows.rows}>
      {reports.map((report) => (
        <Row key={report.id} report={report} />
      ))}
    </ul>
  );
}

function Row({ report }: { report: ReportRow }) {
  const t = useText();
  const { language } = useSettings();
  const { draftedBy, edition, issuedAt, state } = report;
  const isUnread = state === 'issued' && report.readAt === null;
  const by = draftedBy ? t('row.drafted', { name: draftedBy.name }) : t('row.drafted.system');
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <Link
          to={`/reports/${report.id}`}
          className={rows.name}
          lang={report.language === language ? undefined : LANGUAGE_TAG[report.language]}
        >
          {isUnread && (
            <span className={styles.unread}>
              <span className="mb-said">{t('row.unread')}</span>
            </span>
          )}
          {report.title}
        </Link>
        <StateMark state={state} />
        <p className={styles.soft}>
          {[t(`type.${report.type}`), edition > 1 && t('row.edition', { edition }), by]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <span className={styles.soft}>
        <Moment at={issuedAt ?? report.draftedAt} /> {issuedAt !== null && t('row.issued')}
      </span>
    </li>
  );
}
