import type { DutyWarning } from '../../api/rota-types';
import { useText } from './text';
import styles from './rota.module.css';

/** The page's question, answered in one line: is anybody missing. */
export function WarningLead({
  warnings,
  days,
}: {
  warnings: readonly DutyWarning[];
  days: number;
}) {
  const t = useText();
  const gaps = warnings.filter(({ kind }) => kind === 'gap').length;
  const others = warnings.length - gaps;
  if (warnings.length === 0) return t('warn.lead.none', { days });
  const what = [
    ...(gaps > 0 ? [t('warn.lead.gaps', { count: gaps })] : []),
    ...(others > 0 ? [t('warn.lead.others', { count: others })] : []),
  ].join(t('join.facts'));
  return (
    <a href="#warnings" className={gaps > 0 ? styles.leadGap : styles.leadWarn}>
      {t('warn.lead', { days, what })}
    </a>
  );
}
