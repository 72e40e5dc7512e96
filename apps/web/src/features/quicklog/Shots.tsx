import Button from 'antd/es/button';
import { useEffect, useRef } from 'react';
import { SHOT_TYPES, type Shot, type Unfit } from './shots';
import { useText } from './text';
import styles from './shots.module.css';

interface ShotsProps {
  readonly shots: readonly Shot[];
  readonly unfit: readonly Unfit[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (id: string) => void;
}

/** Pictures of what was seen: pasted anywhere in the form, or chosen; on a phone from the camera too. */
export function Shots({ shots, unfit, onFiles, onRemove }: ShotsProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.shots} role="group" aria-label={t('shots')}>
      {shots.length > 0 && (
        <ul className={styles.list}>
          {shots.map(({ id, file }) => (
            <li key={id}>
              <Picture file={file} />
              <Button
                onClick={() => {
                  onRemove(id);
                  input.current?.parentElement
                    ?.querySelector<HTMLElement>('button:last-of-type')
                    ?.focus();
                }}
              >
                {t('shots.remove', { name: file.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        accept={SHOT_TYPES}
        multiple
        hidden
        aria-label={t('shots.add')}
        onChange={({ target }) => {
          if (target.files) onFiles([...target.files]);
          target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('shots.add')}</Button>
      <span className={styles.hint}>{t(shots.length === 0 ? 'shots.hint' : 'shots.unkept')}</span>
      <div role="alert" className={styles.wrong}>
        {unfit.map((reason) => (
          <p key={reason}>{t(`shots.unfit.${reason}`)}</p>
        ))}
      </div>
    </div>
  );
}

/** The browser shows a file of this device at an address of its own, which is given back. */
export function Picture({ file }: { file: File }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    image.current?.setAttribute('src', address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <img ref={image} alt={file.name} className={styles.picture} />;
}
