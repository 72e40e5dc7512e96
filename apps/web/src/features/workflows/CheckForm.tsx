import Button from 'antd/es/button';
import { useId, useState, type SyntheticEvent } from 'react';
import { useCheckWorkflow } from '../../api/workflows';
import { ErrorState } from '../../ui/ErrorState';
import { Section } from '../../ui/Section';
import { useText } from './text';
import styles from './workflows.module.css';

/** For who changes a definition: says what is wrong with it before a restart does. */
export function CheckForm({ definition }: { definition: Readonly<Record<string, unknown>> }) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState(() => JSON.stringify(definition, null, 2));
  const [isBroken, setBroken] = useState(false);
  const check = useCheckWorkflow();

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const parsed = parse(typed);
    setBroken(parsed === null);
    if (parsed !== null) check.mutate(parsed);
  };

  return (
    <Section title={t('check')}>
      <form onSubmit={submit} className={styles.check}>
        <p className={styles.soft} id={`${id}-hint`}>
          {t('check.hint')}
        </p>
        <label htmlFor={id}>{t('check.label')}</label>
        <textarea
          id={id}
          rows={14}
          spellCheck={false}
          value={typed}
          aria-describedby={`${id}-hint`}
          aria-invalid={isBroken}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit" type="primary" loading={check.isPending}>
          {t('check.act')}
        </Button>
        <div role="status">
          {isBroken && <p className={styles.bad}>{t('check.notJson')}</p>}
          {!isBroken && check.error && <ErrorState error={check.error} />}
          {!isBroken && check.data && <Result {...check.data} />}
        </div>
      </form>
    </Section>
  );
}

type ResultProps = NonNullable<ReturnType<typeof useCheckWorkflow>['data']>;

function Result({ ok, problems }: ResultProps) {
  const t = useText();
  if (ok) return <p>{t('check.ok')}</p>;
  return (
    <>
      <p className={styles.bad}>{t('check.problems', { count: problems.length })}</p>
      <ul>
        {problems.map(({ path, message }, index) => (
          <li key={index}>
            <code>{typeof path === 'string' ? path : path.join('.')}</code> {message}
          </li>
        ))}
      </ul>
    </>
  );
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
