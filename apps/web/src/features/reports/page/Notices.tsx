import { Link } from 'react-router';
import type { Report } from '../../../api/report-types';
import { fullTime } from '../../../time/zone';
import { headingOf } from './heading';
import { useText } from './text';
import styles from './document.module.css';

/** What a reader must know before the first number. */
export function Notices({ report }: { report: Report }) {
  const t = useText();
  const { isProvisional, unsupported, asOf, state } = report;
  const isOpen = state === 'draft' || state === 'submitted' || state === 'approved';
  return (
    <>
      {isProvisional && isOpen && (
        <div className={styles.notice}>
          {t('notice.provisional', { at: fullTime(Date.parse(asOf)) })}
        </div>
      )}
      {unsupported > 0 && isOpen && (
        <div className={styles.notice}>
          {t('notice.unsupported', { count: unsupported })}{' '}
          <button type="button" className={styles.jump} onClick={toFirstUnsupported}>
            {t('notice.see')}
          </button>
        </div>
      )}
      <Correction report={report} />
      <NextEdition report={report} />
    </>
  );
}

function toFirstUnsupported(): void {
  document.querySelector(`.${styles.unsupported ?? ''}`)?.scrollIntoView({ block: 'center' });
}

function Correction({ report }: { report: Report }) {
  const t = useText();
  const { correction, previousEditionId, edition, sections } = report;
  if (correction === null) return null;
  const changed = sections
    .filter(({ key }) => correction.changed.includes(key))
    .map((section) => headingOf(section, report.language));
  return (
    <div className={styles.notice}>
      <p>{t('notice.correction', { edition, reason: correction.reason })}</p>
      <p>
        {changed.length === 0
          ? t('notice.correction.none')
          : t('notice.correction.changed', { sections: changed.join(' · ') })}
      </p>
      {previousEditionId !== null && (
        <Link to={`/reports/${previousEditionId}`}>{t('to.previous')}</Link>
      )}
    </div>
  );
}

function NextEdition({ report: { nextEditionId, state } }: { report: Report }) {
  const t = useText();
  if (nextEditionId === null) return null;
  return (
    <div className={styles.notice}>
      {t(state === 'replaced' ? 'notice.replaced' : 'notice.correcting')}{' '}
      <Link to={`/reports/${nextEditionId}`}>{t('to.next')}</Link>
    </div>
  );
}
