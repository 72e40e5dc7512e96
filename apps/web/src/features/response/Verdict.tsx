import type { ResponseItem } from '../../api/response';
import { useSettings } from '../../settings/settings';
import { durationWords } from '../../time/remaining';
import { compare } from './compare';
import type { PeriodName } from './period';
import { useText } from './text';
import styles from './response.module.css';

interface VerdictProps {
  readonly total: ResponseItem;
  readonly before: ResponseItem | undefined;
  readonly period: PeriodName;
  readonly isOwn: boolean;
}

/** The answer in one sentence, and the figures it rests on in another. */
export function Verdict({ total, before, period, isOwn }: VerdictProps) {
  const t = useText();
  const { language } = useSettings();
  const { count, acknowledge, exhausted } = total;
  const facts = isOwn ? 'facts.acknowledged.own' : 'facts.acknowledged';
  return (
    <div role="status">
      <p className={styles.verdict}>
        <Median total={total} isOwn={isOwn} />
        <Compared total={total} before={before} period={period} />
      </p>
      {count > 0 && <span>{t(facts, { count, done: acknowledge.count })} </span>}
      {acknowledge.p90Ms !== null && (
        <span>{t('facts.p90', { length: durationWords(acknowledge.p90Ms, language) })} </span>
      )}
      {exhausted > 0 && (
        <strong className={styles.bad}>{t('facts.exhausted', { count: exhausted })}</strong>
      )}
    </div>
  );
}

function Median({ total, isOwn }: Pick<VerdictProps, 'total' | 'isOwn'>) {
  const t = useText();
  const { language } = useSettings();
  const { count, acknowledge, judge } = total;
  if (acknowledge.p50Ms !== null) {
    const median = durationWords(acknowledge.p50Ms, language);
    return t(isOwn ? 'verdict.own' : 'verdict.all', { median });
  }
  if (isOwn && judge.p50Ms !== null) {
    return t('verdict.judged', { median: durationWords(judge.p50Ms, language) });
  }
  return t(isOwn ? 'verdict.none.own' : 'verdict.none', { count });
}

function Compared({ total, before, period }: Pick<VerdictProps, 'total' | 'before' | 'period'>) {
  const t = useText();
  const { language } = useSettings();
  const comparison = compare(total, before);
  if (comparison === null) return null;
  return t(`compare.${comparison.kind}`, {
    before: t(`before.${period}`),
    length: durationWords(comparison.byMs, language),
  });
}
