import Button from 'antd/es/button';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { IncidentPage } from '../../../api/incident-types';
import { usePhone, usePrinting } from '../../../theme/use-media';
import { useServerNow } from '../../../time/ticker';
import { Section } from '../../../ui/Section';
import { CommandForm } from '../forms/CommandForm';
import { possibleNow } from '../page/acts';
import { ActionItem } from './ActionItem';
import { inOrder, progressOf } from './order';
import { useText } from './text';
import styles from './disposal.module.css';

const MINUTE = 60_000;

/** What is to be done, by whom, until when; each action is settled where it stands, one's own first. */
export function Plan({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  const place = usePlace();
  const { actions } = incident;
  const adding = possibleNow(incident, 'add-action');
  if (actions.length === 0) return null;
  return (
    <Section title={t('plan')} count={actions.length}>
      <div id="plan" ref={place} className={styles.place}>
        <ProgressBar incident={incident} />
        <Actions incident={incident} />
        {adding !== null &&
          (isAdding ? (
            <CommandForm incident={incident} allowed={adding} onClose={() => setAdding(false)} />
          ) : (
            <div className={styles.acts}>
              <Button onClick={() => setAdding(true)}>{adding.label}</Button>
            </div>
          ))}
      </div>
    </Section>
  );
}

/** Lists lead here with `#plan`, and the page is built after the address was read. */
function usePlace() {
  const place = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '#plan') place.current?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return place;
}

/** On a phone one action at a time, and all others behind one press. */
function Actions({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const isPhone = usePhone();
  const isPrinting = usePrinting();
  const [first, ...rest] = inOrder(incident.actions);
  if (first === undefined) return null;
  const folds = isPhone && !isPrinting && rest.length > 1 && first.acts.length > 0;
  const shown = folds ? [first] : [first, ...rest];
  return (
    <>
      <ul className={styles.actions}>
        {shown.map((action) => (
          <ActionItem key={action.id} incident={incident} action={action} />
        ))}
      </ul>
      {folds && (
        <details className={styles.rest}>
          <summary>{t('plan.rest', { count: rest.length })}</summary>
          <ul className={styles.actions}>
            {rest.map((action) => (
              <ActionItem key={action.id} incident={incident} action={action} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ProgressBar({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const now = useServerNow(MINUTE);
  const { count, settled, late } = progressOf(incident.actions, now);
  const words = t('plan.progress', { done: settled, count });
  return (
    <div className={styles.progress}>
      <div
        role="progressbar"
        aria-label={t('plan')}
        aria-valuemin={0}
        aria-valuemax={count}
        aria-valuenow={settled}
        aria-valuetext={words}
        className={styles.bar}
      >
        <span style={{ inlineSize: `${String((100 * settled) / count)}%` }} />
      </div>
      <span className={styles.soft}>
        {words}
        {late > 0 && <strong className={styles.late}> {t('plan.late', { count: late })}</strong>}
      </span>
    </div>
  );
}
