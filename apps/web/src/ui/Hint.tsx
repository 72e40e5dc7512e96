import { useId, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import styles from './Hint.module.css';

interface HintProps {
  /** What is explained; it becomes the content of a button, so it must hold nothing interactive. */
  readonly children: ReactNode;
  readonly content: ReactNode;
  readonly className?: string | undefined;
}

const EDGE = 8;

/** Keeps the panel below its anchor and inside the window; above it when there is no room below. */
function place(anchor: DOMRect, panel: DOMRect): { left: number; top: number } {
  const left = Math.min(anchor.left, window.innerWidth - panel.width - EDGE);
  const fitsBelow = anchor.bottom + panel.height + EDGE < window.innerHeight;
  return { left: Math.max(EDGE, left), top: fitsBelow ? anchor.bottom : anchor.top - panel.height };
}

/**
 * An explanation on hover, tap or keyboard focus. It stays while the pointer is on it, and Escape closes it
 * (WCAG 1.4.13). The panel lives in the top layer, so no scrolling box can clip it.
 */
export function Hint({ children, content, className }: HintProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLSpanElement>(null);

  const isOpen = () => panel.current?.matches(':popover-open') ?? false;
  const hide = () => {
    if (isOpen()) panel.current?.hidePopover();
  };
  const show = () => {
    if (!button.current || !panel.current || isOpen()) return;
    panel.current.showPopover();
    const { left, top } = place(
      button.current.getBoundingClientRect(),
      panel.current.getBoundingClientRect(),
    );
    panel.current.style.left = `${String(left)}px`;
    panel.current.style.top = `${String(top)}px`;
  };
  const onEnter = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') show();
  };
  const onFocus = () => {
    if (button.current?.matches(':focus-visible')) show();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.stopPropagation();
    hide();
  };

  return (
    <span
      className={styles.hint}
      onPointerEnter={onEnter}
      onPointerLeave={hide}
      onFocus={onFocus}
      onBlur={hide}
      onKeyDown={onKeyDown}
    >
      <button
        ref={button}
        type="button"
        className={className ? `${styles.button ?? ''} ${className}` : styles.button}
        aria-describedby={id}
        onClick={show}
      >
        {children}
      </button>
      <span ref={panel} id={id} role="tooltip" popover="manual" className={styles.panel}>
        {content}
      </span>
    </span>
  );
}
