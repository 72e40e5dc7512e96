import Button from 'antd/es/button';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import styles from './FileDrop.module.css';

interface FileDropProps {
  /** On the button. */
  readonly label: string;
  /** Beside the button: that a file may be dropped, and which. */
  readonly hint: string;
  /** In place of the hint, while a file is held over it. */
  readonly dropHint: string;
  /** Endings and types, as `<input type="file">` takes them. */
  readonly accept: string;
  readonly primary?: boolean;
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** A place to drop files on, and a button that does the same. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, dropHint, accept, primary = false, several = false, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles([...files]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        // Its own parts are no way out of it.
        if (!(
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        ))
          setOver(false);
      }}
      onDrop={onDrop}
    >
      {props.children}
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          take(target.files);
          // The same file chosen again is a choice too.
          target.value = '';
        }}
      />
      <Button type={primary ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <p className={styles.hint}>{isOver ? dropHint : hint}</p>
    </div>
  );
}
