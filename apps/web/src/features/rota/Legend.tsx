import type { Coverage } from '../../api/rota-types';
import { Icon } from '../../ui/Icon';
import { useText } from './text';
import type { People } from './use-people';
import grid from './grid/grid.module.css';
import styles from './rota.module.css';

/** Who has which colour, and what the small marks mean. Only people who are on duty in what is shown. */
export function Legend({ coverage, people }: { coverage: Coverage; people: People }) {
  const t = useText();
  const shown = new Set(coverage.segments.map(({ userId }) => userId));
  const silent = new Set(coverage.unreachable.map(({ id }) => id));
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      {people.ids
        .filter((id) => shown.has(id))
        .map((id) => {
          const { ground, edge } = people.colourOf(id);
          return (
            <li key={id}>
              <span
                className={styles.chip}
                style={{ backgroundColor: ground, borderInlineStartColor: edge }}
              >
                {people.nameOf(id)}
              </span>
              {silent.has(id) && (
                <span className={styles.late}>
                  <Icon name="warning" size={14} /> {t('legend.silent')}
                </span>
              )}
            </li>
          );
        })}
      <li>
        <span className={grid.via}>{t('mark.override')}</span> {t('mark.override.long')}
      </li>
      <li>
        <span className={grid.via}>{t('mark.swap')}</span> {t('mark.swap.long')}
      </li>
      <li>
        <span className={grid.trouble}>
          <Icon name="warning" size={14} />
        </span>
        {t('mark.trouble')}
      </li>
      <li>
        <span className={styles.hatch} /> {t('gap')}
      </li>
    </ul>
  );
}
