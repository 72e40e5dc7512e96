import Button from 'antd/es/button';
import { ApiProblem, kindOfError } from '../api/problem';
import { useCommon } from '../i18n/common';
import styles from './states.module.css';

/** In place of what could not be shown: what happened, what it means, what to do. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useCommon();
  const kind = kindOfError(error);
  const requestId = error instanceof ApiProblem ? error.problem.requestId : undefined;
  return (
    <div className={styles.error} role="alert">
      <p className={styles.errorTitle}>{t(`error.${kind}.title`)}</p>
      <p className={styles.soft}>
        {kind === 'refused' && error instanceof Error
          ? error.message
          : t(`error.${bodyOf(kind)}.body`)}
      </p>
      {kind === 'server' && requestId && (
        <p className={styles.request}>{t('error.request', { id: requestId })}</p>
      )}
      {onRetry && kind !== 'forbidden' && (
        <div className={styles.act}>
          <Button onClick={onRetry}>{t('action.retry')}</Button>
        </div>
      )}
    </div>
  );
}

/** A refusal carries its own words; the other kinds have a text. */
function bodyOf(kind: ReturnType<typeof kindOfError>) {
  return kind === 'refused' ? 'server' : kind;
}
