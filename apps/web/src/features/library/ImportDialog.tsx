import Button from 'antd/es/button';
import { useState } from 'react';
import { useImportAnswers, type AnswersSource, type ImportedAnswers } from '../../api/library';
import { useSay } from '../../i18n/words';
import { useSettings } from '../../settings/settings';
import { Dialog } from '../../ui/Dialog';
import { FileDrop } from '../../ui/FileDrop';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { FeedForm } from './FeedForm';
import { useText } from './text';
import styles from './library.module.css';

const ENDINGS = '.csv,.tsv,.txt,.xlsx,.xlsm,.ndjson,.jsonl,.json';

/** A file of answers, or a feed of them: it is tried at once, and kept when somebody says so. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [source, setSource] = useState<AnswersSource | null>(null);
  const [isSeveral, setSeveral] = useState(false);
  const { mutate, data, error, isPending } = useImportAnswers();
  const look = (chosen: AnswersSource) => {
    setSource(chosen);
    mutate({ source: chosen, dryRun: true });
  };
  const choose = (files: readonly File[]) => {
    const [chosen] = files;
    setSeveral(files.length > 1);
    if (chosen === undefined || files.length > 1) return;
    look({ file: chosen });
  };
  const file = source !== null && 'file' in source ? source.file : null;
  const news = data?.dryRun === true ? data.added + data.changed : 0;
  return (
    <Dialog title={t('import.title')} onClose={onClose}>
      <p>{t('import.lead')}</p>
      <FileDrop
        label={t(file === null ? 'import.choose' : 'import.other')}
        hint={t('import.hint')}
        dropHint={t('import.drop')}
        accept={ENDINGS}
        primary={file === null}
        onFiles={choose}
      />
      {isSeveral && <p role="alert">{t('import.one')}</p>}
      <FeedForm isBusy={isPending} error={error} onLook={look} />
      <ProblemAlert error={error} fields={file === null ? ['url', 'issuedBy'] : []} />
      <div role="status" className={styles.told}>
        {isPending && <p>{t('import.reading')}</p>}
        {data && <Told of={data} name={file?.name ?? t('import.feed')} />}
      </div>
      {data && data.rejectedRows.length > 0 && <RejectedRows of={data} />}
      <FormActs>
        {source && news > 0 && (
          <Button
            type="primary"
            loading={isPending}
            onClick={() => mutate({ source, dryRun: false })}
          >
            {t('import.act', { count: news })}
          </Button>
        )}
        {data?.dryRun === false && (
          <Button type="primary" onClick={onClose}>
            {t('import.close')}
          </Button>
        )}
      </FormActs>
    </Dialog>
  );
}

function Told({ of, name }: { readonly of: ImportedAnswers; readonly name: string }) {
  const t = useText();
  const { rows, added, changed, same, rejected } = of;
  const counts = { added, changed, same, rejected };
  return (
    <>
      <p>
        {of.dryRun ? t('import.tried', { ...counts, file: name, rows }) : t('import.done', counts)}
      </p>
      {of.dryRun && added + changed === 0 && <p>{t('import.nothing')}</p>}
    </>
  );
}

function RejectedRows({ of: { rejected, rejectedRows } }: { readonly of: ImportedAnswers }) {
  const t = useText();
  const say = useSay();
  const { language } = useSettings();
  return (
    <section aria-label={t('import.rejected')}>
      <ul className={styles.rejected}>
        {rejectedRows.map(({ line, reasons }) => (
          <li key={line}>
            <strong>{t('import.line', { line })}</strong>{' '}
            {reasons.map(say).join(language === 'zh' ? '；' : '; ')}
          </li>
        ))}
      </ul>
      <p className={styles.soft}>
        {rejected > rejectedRows.length
          ? t('import.first', { count: rejectedRows.length })
          : t('import.mend')}
      </p>
    </section>
  );
}
