import Button from 'antd/es/button';
import { Link } from 'react-router';
import { isUnderWay, useCancelImport, type Import } from '../../api/imports';
import { useSay } from '../../i18n/words';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Counts } from './Counts';
import { Notes } from './Notes';
import { hasGoodRows, headlineOf } from './outcome';
import { Rejected } from './Rejected';
import { useText } from './text';
import { TriedFile } from './TriedFile';
import styles from './imports.module.css';

/** What there is to say of an import, the one sentence first. */
export function Told({ import: one }: { import: Import }) {
  return (
    <>
      <Sentence one={one} />
      {isUnderWay(one) && <UnderWay one={one} />}
      {one.state === 'failed' ? <Next one={one} /> : <Counts one={one} />}
      {one.state === 'done' && one.dryRun && hasGoodRows(one) && <TriedFile one={one} />}
      <Notes notes={one.notes} />
      {one.rejectedRows.length > 0 && !isUnderWay(one) && <Rejected one={one} />}
      {one.state === 'done' && !one.dryRun && <Next one={one} />}
    </>
  );
}

function Sentence({ one }: { one: Import }) {
  const t = useText();
  const say = useSay();
  return (
    <div role="status" className={styles.sentence} data-state={one.state}>
      {one.state === 'waiting' && <p>{t('one.waiting')}</p>}
      {one.state === 'running' && <p>{t('one.running', { rows: one.rows })}</p>}
      {one.state === 'cancelled' && (
        <p>{t(one.dryRun ? 'one.cancelled.dry' : 'one.cancelled', { rows: one.rows })}</p>
      )}
      {one.state === 'failed' && (
        <>
          <p className={styles.headline}>{t('one.failed')}</p>
          {one.failure && <p className={styles.wrong}>{say(one.failure)}</p>}
        </>
      )}
      {one.state === 'done' && <Done one={one} />}
    </div>
  );
}

function Done({ one }: { one: Import }) {
  const t = useText();
  const { key, count } = headlineOf(one);
  return (
    <>
      <p className={styles.headline}>{t(key, { count })}</p>
      {one.dryRun && <p>{t('one.dry.body')}</p>}
      {key === 'one.done.none' && <p>{t('one.done.none.body')}</p>}
    </>
  );
}

function UnderWay({ one }: { one: Import }) {
  const t = useText();
  const cancel = useCancelImport(one.id);
  return (
    <>
      <ProblemAlert error={cancel.error} />
      <div className={styles.progress}>
        <label>
          {t('one.progress')}
          <progress max={100} value={Math.floor(one.progress * 100)} />
        </label>
        <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('one.cancel')}
        </Button>
      </div>
    </>
  );
}

function Next({ one }: { one: Import }) {
  const t = useText();
  return (
    <FormActs>
      {one.state === 'done' && (
        <Link to="/inbox" className={styles.act}>
          {t('one.inbox')}
        </Link>
      )}
      <Link
        to={`/inbox/import?source=${encodeURIComponent(one.source.name)}`}
        className={styles.act}
      >
        {t('one.other')}
      </Link>
    </FormActs>
  );
}
