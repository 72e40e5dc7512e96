import Button from 'antd/es/button';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { part } from '../../../lib/part';
import type { Shift } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { useWhen } from '../../../time/use-when';
import { EmptyState } from '../../../ui/EmptyState';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import styles from './mine.module.css';

const OfferDialog = part(() => import('../../swaps/form/OfferDialog'));

interface ShiftListProps {
  /** The next one first. */
  readonly coming: readonly Shift[];
  /** The latest one first. */
  readonly past: readonly Shift[];
}

export function ShiftList({ coming, past }: ShiftListProps) {
  const t = useText();
  const [offered, setOffered] = useState<Shift | null>(null);
  return (
    <Section
      title={t('mine.list')}
      count={coming.length}
      acts={<Link to="/swaps">{t('mine.swaps.all')}</Link>}
    >
      {coming.length === 0 && (
        <EmptyState title={t('mine.empty')}>{t('mine.empty.body')}</EmptyState>
      )}
      <ul className={styles.list}>
        {coming.map((shift) => (
          <Row key={shift.id} shift={shift} onOffer={setOffered} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t('mine.past', { count: past.length })}</summary>
          <ul className={styles.list}>
            {past.map((shift) => (
              <Row key={shift.id} shift={shift} />
            ))}
          </ul>
        </details>
      )}
      <Suspense>
        {offered && <OfferDialog shift={offered} onClose={() => setOffered(null)} />}
      </Suspense>
    </Section>
  );
}

interface RowProps {
  readonly shift: Shift;
  readonly onOffer?: (shift: Shift) => void;
}

function Row({ shift, onOffer }: RowProps) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const { id, from, to, position, scheduleName, state, via, late } = shift;
  const span = when.span(from, to);
  return (
    <li className={styles.row}>
      <Link to={`/shifts/${id}`} className={styles.span}>
        {span}
      </Link>
      <span>{common(`position.${position}`)}</span>
      <span className={styles.soft}>
        {[scheduleName, ...(via === 'layer' ? [] : [t(`via.${via}`)])].join(' · ')}
      </span>
      <span className={styles.end}>
        {state !== 'planned' && state !== 'ended' && (
          <span className={state === 'missed' ? styles.bad : styles.soft}>
            {t(`state.${state}`)}
          </span>
        )}
        {late && <span className={styles.bad}>{t('late')}</span>}
        {state === 'planned' && onOffer && (
          <Button
            size="small"
            aria-haspopup="dialog"
            aria-label={t('mine.offer.for', { span })}
            onClick={() => onOffer(shift)}
          >
            {t('mine.offer')}
          </Button>
        )}
      </span>
    </li>
  );
}
