import type { ReleaseVersion } from '../../../api/release-types';
import { usePhone } from '../../../theme/use-media';
import { useText } from '../text';
import { differenceOf, sideOf, type Piece } from './difference';
import styles from './page.module.css';

interface ComparedProps {
  readonly before: ReleaseVersion;
  readonly after: ReleaseVersion;
}

/** Two versions side by side; on a phone one text that shows both. */
export default function Compared({ before, after }: ComparedProps) {
  const t = useText();
  const isPhone = usePhone();
  const title = differenceOf(before.title, after.title);
  const body = differenceOf(before.body, after.body);
  if ([...title, ...body].every(({ kind }) => kind === 'same'))
    return <p className={styles.soft}>{t('compare.same')}</p>;
  return (
    <>
      <p className={styles.soft}>{t('compare.legend')}</p>
      {isPhone ? (
        <Text title={title} body={body} />
      ) : (
        <div className={styles.sides}>
          <div>
            <p className={styles.side}>{t('compare.before', { version: before.version })}</p>
            <Text title={sideOf(title, 'before')} body={sideOf(body, 'before')} />
          </div>
          <div>
            <p className={styles.side}>{t('compare.after', { version: after.version })}</p>
            <Text title={sideOf(title, 'after')} body={sideOf(body, 'after')} />
          </div>
        </div>
      )}
    </>
  );
}

function Text({ title, body }: { title: readonly Piece[]; body: readonly Piece[] }) {
  return (
    <div className={styles.paper}>
      <p className={styles.paperTitle}>
        <Pieces pieces={title} />
      </p>
      <p className={styles.paperBody}>
        <Pieces pieces={body} />
      </p>
    </div>
  );
}

/** Struck through and underlined, and said: told apart without colour. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const t = useText();
  return pieces.map(({ kind, text }, index) => {
    // Pieces have no other name than their place; they never move.
    const key = `${String(index)} ${kind}`;
    switch (kind) {
      case 'same':
        return <span key={key}>{text}</span>;
      case 'added':
        return (
          <ins key={key} className={styles.added}>
            <span className="mb-said">{t('compare.added')}</span>
            {text}
          </ins>
        );
      case 'removed':
        return (
          <del key={key} className={styles.removed}>
            <span className="mb-said">{t('compare.removed')}</span>
            {text}
          </del>
        );
    }
  });
}
