import { useEffect, useRef, type ReactNode } from 'react';
import { ApiProblem, kindOfError, sortComplaints } from '../api/problem';
import { useCommon } from '../i18n/common';
import { useSettings } from '../settings/settings';
import { plain } from './plain';
import styles from './ProblemAlert.module.css';

interface ProblemAlertProps {
  readonly error: unknown;
  /** Paths that the form shows beside its own fields; the summary leaves them out. */
  readonly fields?: readonly string[];
  readonly act?: ReactNode;
}

/** Above a form: what the server refused and no field can show. Takes focus, so that it is heard and seen. */
export function ProblemAlert({ error, fields = [], act }: ProblemAlertProps) {
  const t = useCommon();
  const { language } = useSettings();
  const box = useRef<HTMLDivElement>(null);
  const { byField, rest } = sortComplaints(error, fields);
  const onlyBeside = rest.length === 0 && Object.keys(byField).length > 0;

  useEffect(() => {
    if (error !== null && error !== undefined && !onlyBeside) box.current?.focus();
  }, [error, onlyBeside]);

  if (error === null || error === undefined || onlyBeside) return null;
  const kind = kindOfError(error);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.alert}>
      <p className={styles.title}>{t(`error.${kind}.title`)}</p>
      {rest.length > 0 ? (
        <ul className={styles.list}>
          {rest.map((message) => (
            <li key={plain(message, language)}>{plain(message, language)}</li>
          ))}
        </ul>
      ) : (
        <p>{kind === 'refused' ? detailOf(error) : t(`error.${kind}.body`)}</p>
      )}
      {act}
    </div>
  );
}

function detailOf(error: unknown): string {
  return error instanceof ApiProblem ? (error.problem.detail ?? error.problem.title) : '';
}
