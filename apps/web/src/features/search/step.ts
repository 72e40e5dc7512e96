import type { KeyboardEvent } from 'react';

/** Moves from the search box through what was found, and back, with the arrow keys. Answers whether it has. */
export function stepped(page: HTMLElement, { key, target, nativeEvent }: KeyboardEvent): boolean {
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || nativeEvent.isComposing) return false;
  if (target instanceof HTMLSelectElement) return false;
  const stops = [...page.querySelectorAll<HTMLElement>('input[type=search], a[data-hit]')];
  const at = stops.findIndex((stop) => stop === target);
  if (at < 0) return false;
  const next = stops[at + (key === 'ArrowDown' ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}
