import Button from 'antd/es/button';
import { useState } from 'react';
import type { Report, ReportCommand } from '../../../api/report-types';
import { ActBar } from '../../../ui/ActBar';
import { ActDialog } from './ActDialog';
import { offeredBy } from './commands';
import { useText } from './text';
import styles from './document.module.css';

interface ActsProps {
  readonly report: Report;
  /** Words that are not saved yet. */
  readonly dirty: boolean;
  readonly isPhone: boolean;
}

/** What I may do with it: beside the heading on a desk; at the end of what was read on a phone, where the thumb is. */
export function Acts({ report, dirty, isPhone }: ActsProps) {
  const t = useText();
  const [asked, setAsked] = useState<ReportCommand | null>(null);
  const { forward, others } = offeredBy(report);
  const button = (command: ReportCommand, isMain: boolean) => (
    <Button
      key={command}
      type={isMain ? 'primary' : 'default'}
      aria-haspopup="dialog"
      disabled={isMain && dirty}
      onClick={() => setAsked(command)}
    >
      {t(command)}
    </Button>
  );
  const main = forward.map((command) => button(command, true));
  const rest = others.map((command) => button(command, false));
  return (
    <>
      {dirty && main.length > 0 && <p className={styles.soft}>{t('dirty')}</p>}
      {isPhone ? (
        <>
          {rest.length > 0 && <div className={styles.rest}>{rest}</div>}
          {main.length > 0 && <ActBar>{main}</ActBar>}
        </>
      ) : (
        <div className={styles.acts}>
          {rest}
          {main}
        </div>
      )}
      {asked !== null && (
        <ActDialog report={report} command={asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
