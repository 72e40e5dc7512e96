import type { IncidentPage, TimelineItem } from '../../../api/incident-types';
import { useCommon } from '../../../i18n/common';
import { Moment } from '../../../ui/Moment';
import { stagesOf } from './stages';
import { useText } from './text';
import styles from './page.module.css';

/** The way the incident took, and what usually still comes. */
export function StageBar({
  incident,
  items,
}: {
  incident: IncidentPage;
  items: readonly TimelineItem[];
}) {
  const t = useText();
  const common = useCommon();
  const words = { past: t('stages.done'), now: t('stages.now'), ahead: t('stages.ahead') };
  return (
    <ol className={styles.stages} aria-label={t('stages')}>
      {stagesOf(incident, items).map(({ state, at, is }) => (
        <li
          key={state}
          className={styles.stage}
          data-is={is}
          aria-current={is === 'now' ? 'step' : undefined}
        >
          <span className={styles.stageName}>
            {common(`state.${state}`)}
            <span className="mb-said">{words[is]}</span>
          </span>
          <span className={styles.stageAt}>{at !== null && <Moment at={at} />}</span>
        </li>
      ))}
    </ol>
  );
}
