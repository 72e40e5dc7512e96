import type { Figure, IncidentRecord } from '../../../api/report-types';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { useSay } from '../../../i18n/words';
import { useSettings } from '../../../settings/settings';
import { Dialog } from '../../../ui/Dialog';
import { Section } from '../../../ui/Section';
import { amountWords, changeWords, NO_BASE } from './amounts';
import { Records } from './Records';
import { useText } from './text';
import { useFigureName } from './use-figure-name';
import styles from './figure.module.css';

interface FigurePanelProps {
  readonly figureKey: string;
  readonly figure: Omit<Figure, 'counts'> & Partial<Pick<Figure, 'counts'>>;
  readonly onClose: () => void;
  /** For whoever may write a note about one of the incidents. */
  readonly onInstruct?: ((incident: IncidentRecord) => void) | undefined;
}

/** One number: what it is, what it was, what it counts, and exactly what was counted. */
export function FigurePanel({ figureKey, figure, onClose, onInstruct }: FigurePanelProps) {
  const t = useText();
  const say = useSay();
  const nameOf = useFigureName();
  const { language } = useSettings();
  // Whoever reads a report sees its numbers; the incidents of all units are for those who see them all.
  const mayFollow = may(useMe(), 'figure.read');
  return (
    <Dialog title={nameOf(figureKey, figure.words)} side sheet onClose={onClose}>
      <p className={styles.value}>{amountWords(figure.value, figure.unit, language)}</p>
      <dl className={styles.changes}>
        <Change name="previous" figure={figure} />
        <Change name="yearBefore" figure={figure} />
      </dl>
      {figure.counts && (
        <p className={styles.counts}>
          <span className={styles.soft}>{t('counts')}</span> {say(figure.counts)}
        </p>
      )}
      {mayFollow && (
        <Section title={t('records')}>
          <Records link={figure.records} onInstruct={onInstruct} />
        </Section>
      )}
    </Dialog>
  );
}

interface ChangeProps {
  readonly name: 'previous' | 'yearBefore';
  readonly figure: Pick<Figure, 'value' | 'unit' | 'previous' | 'yearBefore'>;
}

function Change({ name, figure: { value, unit, [name]: base } }: ChangeProps) {
  const t = useText();
  const { language } = useSettings();
  const words = changeWords(value, base, unit, language);
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd>
        <span className={styles.change}>{words}</span>{' '}
        <span className={styles.soft}>
          {base === null || words === NO_BASE
            ? t('no.base')
            : t(`${name}.long`, { amount: amountWords(base, unit, language) })}
        </span>
      </dd>
    </div>
  );
}
