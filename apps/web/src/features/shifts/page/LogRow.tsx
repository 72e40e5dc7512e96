import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { useShiftAct, type LogEntry } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { Moment } from '../../../ui/Moment';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import styles from './log.module.css';

interface RowProps {
  readonly entry: LogEntry;
  readonly shiftId: string;
  readonly mayClose: boolean;
}

export function LogRow({ entry, shiftId, mayClose }: RowProps) {
  const t = useText();
  const [closing, setClosing] = useState(false);
  const { at, by, source, text, outcome, open } = entry;
  return (
    <li className={styles.row} data-open={open}>
      <span className={styles.at}>
        <Moment at={at} />
      </span>
      <span className={styles.source}>{source}</span>
      <span className={styles.text}>
        {text}{' '}
        <span className={styles.by}>
          {by === null ? t('log.received') : t('log.by', { name: by.name })}
        </span>
      </span>
      <span className={styles.outcome}>
        {open && <strong className={styles.open}>{t('log.open')}</strong>}
        {outcome !== null && <span>{outcome}</span>}
        {open && mayClose && !closing && (
          <Button
            size="small"
            aria-label={t('log.close.for', { text })}
            onClick={() => setClosing(true)}
          >
            {t('log.close')}
          </Button>
        )}
      </span>
      {closing && <Closing entry={entry} shiftId={shiftId} onClose={() => setClosing(false)} />}
    </li>
  );
}

const FIELDS = ['outcome'];

interface ClosingProps {
  readonly entry: LogEntry;
  readonly shiftId: string;
  readonly onClose: () => void;
}

function Closing({ entry, shiftId, onClose }: ClosingProps) {
  const t = useText();
  const common = useCommon();
  const [outcome, setOutcome] = useState('');
  const [tried, setTried] = useState(false);
  const close = useShiftAct(shiftId, () => {
    announce(t('log.closed'));
    onClose();
  });
  const missing = tried && outcome.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (outcome.trim() === '') return;
    close.mutate({ act: 'close-entry', entryId: entry.id, outcome: outcome.trim() });
  };
  return (
    <form className={styles.closing} noValidate onSubmit={submit}>
      <ProblemAlert error={close.error} fields={FIELDS} />
      <Field label={t('log.close.outcome')} errors={missing ? [t('wrong.outcome')] : []}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={1_000}
            value={outcome}
            onChange={({ target }) => setOutcome(target.value)}
          />
        )}
      </Field>
      <span className={styles.closingActs}>
        <Button type="primary" htmlType="submit" loading={close.isPending}>
          {t('log.close')}
        </Button>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
      </span>
    </form>
  );
}
