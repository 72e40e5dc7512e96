import type { Report } from '../../../api/report-types';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { Hint } from '../../../ui/Hint';
import { Moment } from '../../../ui/Moment';
import { approverOf } from './approver';
import { Reads } from './Reads';
import { useText } from './text';
import styles from './document.module.css';

/** Of what time the numbers are, who stands for them, and who has read them. */
export function Lead({ report }: { report: Report }) {
  const t = useText();
  const me = useMe();
  const { subtitle, issuedAt, edition, hash, id, reads } = report;
  const approver = approverOf(report);
  const parts = [
    subtitle,
    edition > 1 ? t('edition', { edition }) : '',
    approver ? t('issued.by', { name: approver.name }) : '',
  ].filter((part) => part !== '');
  return (
    <div className={styles.lead}>
      <span>{parts.join(' · ')}</span>
      {issuedAt !== null && (
        <>
          <span>
            {t('lead.issued')} <Moment at={issuedAt} />
          </span>
          {may(me, 'report.comment') && <Reads id={id} reads={reads} />}
        </>
      )}
      {hash !== null && (
        <Hint
          className={styles.hash}
          content={
            <>
              {t('hash.body')} <code className={styles.code}>{hash}</code>
            </>
          }
        >
          {t('hash')} {hash.slice(0, 8)}
        </Hint>
      )}
    </div>
  );
}
