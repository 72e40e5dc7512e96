import { Link } from 'react-router';
import type { Paragraph, Piece } from '../../../api/report-types';
import { useText } from './text';
import styles from './document.module.css';

/** Paragraphs of a report; each number leads to what it counts. */
export function Prose({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return paragraphs.map((paragraph, index) => (
    // Paragraphs have no other name than their place, and no state of their own.
    <p key={index} className={styles.paragraph}>
      <Pieces pieces={paragraph} />
    </p>
  ));
}

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => <OnePiece key={index} piece={piece} />);
}

function OnePiece({ piece }: { piece: Piece }) {
  const t = useText();
  if (typeof piece === 'string') return piece;
  if ('unsupported' in piece)
    return (
      <mark className={styles.unsupported}>
        <span className="mb-said">{t('unsupported')}</span>
        {piece.text}
      </mark>
    );
  return (
    <Link
      to={{ search: `?${new URLSearchParams({ figure: piece.figure }).toString()}` }}
      state={{ inside: true }}
      preventScrollReset
      className={styles.figure}
    >
      {piece.text}
    </Link>
  );
}
