import Button from 'antd/es/button';
import TextArea from 'antd/es/input/TextArea';
import { useState } from 'react';
import { CHECKS, type Check, type ReleasePage } from '../../../api/release-types';
import { useReleaseCommand, useTick } from '../../../api/releases';
import { useDraft } from '../../../lib/use-draft';
import { ActBar } from '../../../ui/ActBar';
import { Field } from '../../../ui/Field';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { announce } from '../../../ui/announce';
import { useText } from '../text';
import styles from './page.module.css';

const MOST = 2000;

interface JudgeProps {
  readonly release: ReleasePage;
  /** The version of the text that is on the screen. */
  readonly version: number;
}

/** 五审: five checks, one by one, and then a judgement. Ticks are kept as they are made. */
export function Judge({ release, version }: JudgeProps) {
  const t = useText();
  const { id, ticks } = release;
  const [ticked, setTicked] = useState<ReadonlySet<Check>>(
    () => new Set(ticks.map(({ check }) => check)),
  );
  const [isReturning, setReturning] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const draft = useDraft(`release.${id}.judge.${String(version)}`, { note: '', reason: '' });
  const tick = useTick(id, version);
  const give = useReleaseCommand(release, () => draft.clear());

  const toggle = (check: Check, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(check);
    else next.delete(check);
    setTicked(next);
    setMissing(null);
    tick.mutate({ check, ticked: on });
  };
  const approve = () => {
    const left = CHECKS.filter((check) => !ticked.has(check));
    if (left.length > 0) {
      const checks = left.map((check) => t(`check.${check}`)).join(t('redacted.comma'));
      setMissing(t('judge.missing', { checks }));
      return;
    }
    const note = draft.value.note.trim();
    give.mutate(
      {
        command: 'approve',
        params: { checks: CHECKS, textVersion: version, ...(note === '' ? {} : { note }) },
      },
      { onSuccess: () => announce(t('done.approve')) },
    );
  };
  const reject = () => {
    const reason = draft.value.reason.trim();
    if (reason === '') {
      setMissing(t('missing.reason'));
      return;
    }
    give.mutate(
      { command: 'reject', params: { reason, textVersion: version } },
      { onSuccess: () => announce(t('done.reject')) },
    );
  };

  return (
    <Section title={t('judge')}>
      <ProblemAlert error={give.error ?? tick.error} />
      {release.state === 'urgent-review' && <p className={styles.urgent}>{t('judge.urgent')}</p>}
      {isReturning ? (
        <Field
          label={t('judge.reason')}
          hint={t('judge.reason.hint')}
          errors={missing === null ? undefined : [missing]}
        >
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={MOST}
              value={draft.value.reason}
              onChange={({ target }) => draft.change({ reason: target.value })}
            />
          )}
        </Field>
      ) : (
        <>
          <p className={styles.soft}>{t('judge.lead')}</p>
          <fieldset className={styles.checks}>
            <legend className="mb-said">{t('judge')}</legend>
            {CHECKS.map((check) => (
              <label key={check} className={styles.check}>
                <input
                  type="checkbox"
                  checked={ticked.has(check)}
                  onChange={({ target }) => toggle(check, target.checked)}
                />
                <span>
                  <strong>{t(`check.${check}`)}</strong>
                  <span className={styles.checkHint}>{t(`check.${check}.hint`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <p role="status" className={missing === null ? styles.soft : styles.wrong}>
            {missing ?? t('judge.progress', { done: ticked.size })}
          </p>
          <Field label={t('judge.note')} optional>
            {(control) => (
              <TextArea
                {...control}
                autoSize={{ minRows: 1, maxRows: 6 }}
                maxLength={MOST}
                value={draft.value.note}
                onChange={({ target }) => draft.change({ note: target.value })}
              />
            )}
          </Field>
        </>
      )}
      <ActBar>
        {isReturning ? (
          <>
            <Button type="primary" danger loading={give.isPending} onClick={reject}>
              {t('judge.reject')}
            </Button>
            <Button
              onClick={() => {
                setReturning(false);
                setMissing(null);
              }}
            >
              {t('keep')}
            </Button>
          </>
        ) : (
          <>
            <Button type="primary" loading={give.isPending} onClick={approve}>
              {t('judge.approve')}
            </Button>
            <Button onClick={() => setReturning(true)}>{t('judge.reject')}</Button>
          </>
        )}
      </ActBar>
    </Section>
  );
}
