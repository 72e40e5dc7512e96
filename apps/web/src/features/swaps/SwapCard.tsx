import Button from 'antd/es/button';
import { useState } from 'react';
import type { Swap, SwapAct } from '../../api/swaps';
import { useCommon } from '../../i18n/common';
import { useWhen } from '../../time/use-when';
import { wordOf } from './act-word';
import { SwapActDialog } from './SwapActDialog';
import { useText } from './text';
import styles from './swaps.module.css';

/** The acts that carry a swap on, first. */
const ORDER: readonly SwapAct[] = ['approve', 'accept', 'release', 'decline', 'withdraw'];
const PRIMARY: ReadonlySet<SwapAct> = new Set(['approve', 'accept']);

/** One swap: which shift, between whom, against what, and what I may do about it. */
export function SwapCard({ swap }: { swap: Swap }) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const [asking, setAsking] = useState<SwapAct | null>(null);
  const { from, to, position, state, inReturn, offeredBy, note, allowed } = swap;
  const span = when.span(from, to);
  return (
    <li className={styles.card}>
      <div className={styles.what}>
        <p className={styles.span}>
          {span} <span className={styles.position}>{common(`position.${position}`)}</span>
          <span className={styles.state}>{t(`state.${state}`)}</span>
        </p>
        <p>{useParties(swap)}</p>
        {inReturn && (
          <p>
            {t('card.return', {
              span: when.span(inReturn.from, inReturn.to),
              name: offeredBy.name,
            })}
          </p>
        )}
        {note !== null && <p className={styles.soft}>{t('card.note', { note })}</p>}
      </div>
      {allowed.length > 0 && (
        <div className={styles.acts}>
          {ORDER.filter((act) => allowed.includes(act)).map((act) => {
            const word = t(`act.${wordOf(act, swap)}`);
            return (
              <Button
                key={act}
                type={PRIMARY.has(act) ? 'primary' : 'default'}
                aria-haspopup="dialog"
                aria-label={t('act.for', { act: word, span })}
                onClick={() => setAsking(act)}
              >
                {word}
              </Button>
            );
          })}
        </div>
      )}
      {asking && <SwapActDialog swap={swap} act={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}

function useParties({ offeredBy, offeredTo, takenBy }: Swap): string {
  const t = useText();
  const from = offeredBy.name;
  if (takenBy) return t('card.taken', { from, to: takenBy.name });
  return offeredTo ? t('card.to', { from, to: offeredTo.name }) : t('card.all', { from });
}
