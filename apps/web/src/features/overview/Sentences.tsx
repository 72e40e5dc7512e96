import type { Overview } from '../../api/overview';
import type { Piece } from '../../api/report-types';
import styles from './overview.module.css';

interface SentencesProps extends Pick<Overview, 'sentences' | 'five'> {
  /** Where nobody can press anything, it is left out. */
  readonly onShow?: (key: string) => void;
}

/** Three sentences that figures say. A number that is one of the five opens what is behind it. */
export function Sentences({ sentences, five, onShow }: SentencesProps) {
  const opens = (key: string) => onShow !== undefined && five.some((figure) => figure.key === key);
  return (
    <div className={styles.sentences}>
      {sentences.map((sentence, index) => (
        <p key={index}>
          {sentence.map((piece, at) =>
            isTold(piece) && opens(piece.figure) ? (
              <a
                key={at}
                href={`#${piece.figure}`}
                className={styles.figure}
                onClick={(event) => {
                  event.preventDefault();
                  onShow?.(piece.figure);
                }}
              >
                {piece.text}
              </a>
            ) : (
              <span key={at} className={typeof piece === 'string' ? undefined : 'mb-number'}>
                {typeof piece === 'string' ? piece : piece.text}
              </span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

const isTold = (piece: Piece): piece is Extract<Piece, { readonly figure: string }> =>
  typeof piece !== 'string' && 'figure' in piece;
