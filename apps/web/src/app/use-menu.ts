import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useLocation } from 'react-router';

interface MenuProps {
  readonly ref: RefObject<HTMLDetailsElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** A `details` that opens as a menu does: it closes by Escape, by a click elsewhere, by leaving it and by going on. */
export function useMenu(): { readonly menu: MenuProps; readonly close: () => void } {
  const details = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  const close = () => details.current?.removeAttribute('open');

  useEffect(close, [pathname]);
  useEffect(() => {
    const element = details.current;
    const closeUnlessInside = (target: EventTarget | null) => {
      if (target instanceof Node && !element?.contains(target)) close();
    };
    const onPointer = ({ target }: PointerEvent) => closeUnlessInside(target);
    const onFocus = ({ relatedTarget }: FocusEvent) => closeUnlessInside(relatedTarget);
    document.addEventListener('pointerdown', onPointer);
    element?.addEventListener('focusout', onFocus);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      element?.removeEventListener('focusout', onFocus);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    close();
    details.current.querySelector('summary')?.focus();
  };
  return { menu: { ref: details, onKeyDown }, close };
}
