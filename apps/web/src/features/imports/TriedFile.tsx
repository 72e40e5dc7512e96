import Button from 'antd/es/button';
import { Link } from 'react-router';
import type { Import } from '../../api/imports';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { keptFile } from './kept-file';
import { SendProgress } from './SendProgress';
import { useText } from './text';
import { useSend } from './use-send';
import styles from './imports.module.css';

/** After a trial: the same file is imported, if the browser still holds it. */
export function TriedFile({ one }: { one: Import }) {
  const t = useText();
  const { share, error, isChanged, send, cancel } = useSend();
  const order = keptFile(one.id);
  if (order === null || isChanged)
    return (
      <p className={styles.again} role={isChanged ? 'alert' : undefined}>
        {t(isChanged ? 'file.changed' : 'one.dry.again')}{' '}
        <Link to={`/inbox/import?source=${encodeURIComponent(one.source.name)}`}>
          {t('one.dry.choose')}
        </Link>
      </p>
    );
  return (
    <div className={styles.tried}>
      <ProblemAlert error={error} />
      {share !== null && <SendProgress share={share} onCancel={cancel} />}
      <FormActs>
        <Button
          type="primary"
          size="large"
          autoFocus
          loading={share !== null}
          onClick={() => send({ ...order, dryRun: false })}
        >
          {t('one.dry.import')}
        </Button>
      </FormActs>
    </div>
  );
}
