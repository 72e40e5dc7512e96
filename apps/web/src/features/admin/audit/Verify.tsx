import Button from 'antd/es/button';
import { Link } from 'react-router';
import { useVerifyAudit, type Verification } from '../../../api/audit';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import styles from './audit.module.css';

/** What the server says in English (libs/platform/timeline/verify.ts), by what it means. */
const REASONS = {
  'content does not match its hash': 'audit.reason.content',
  'chain is interrupted': 'audit.reason.chain',
  'entries are missing at the end': 'audit.reason.end',
  'record does not match its entry': 'audit.reason.record',
  'file does not match its entry': 'audit.reason.file',
  'text does not match its entry': 'audit.reason.text',
} as const;

const isKnown = (reason: string): reason is keyof typeof REASONS => reason in REASONS;

/** Recomputes every hash, and names the first entry that is not as it was written. */
export function Verify() {
  const t = useText();
  const verify = useVerifyAudit();
  return (
    <div className={styles.verify}>
      <ProblemAlert error={verify.error} />
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('audit.verify')}
      </Button>
      <div role="status">{verify.data && <Result verification={verify.data} />}</div>
    </div>
  );
}

function Result({ verification: { ok, checked, firstBroken } }: { verification: Verification }) {
  const t = useText();
  if (ok || !firstBroken) {
    return <p className={styles.whole}>{t('audit.verify.ok', { count: checked })}</p>;
  }
  const { subjectId, seq, reason } = firstBroken;
  const why = isKnown(reason) ? t(REASONS[reason]) : reason;
  return (
    <p className={styles.broken}>
      {t('audit.verify.broken', { subject: subjectId, seq, reason: why })}{' '}
      {t('audit.verify.checked', { count: checked })}{' '}
      <Link to={{ search: `subject=${subjectId}` }}>{t('audit.verify.show')}</Link>
    </p>
  );
}
