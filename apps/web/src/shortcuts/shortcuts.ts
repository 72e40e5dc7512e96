import { useEffect, useRef, useSyncExternalStore } from 'react';
import { getSettings } from '../settings/settings';
import { nextStep, type Shortcut } from './sequence';

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Shortcut[]): void {
  registered = next;
  listeners.forEach((listener) => listener());
}

/** Offers a key while the component is mounted, and lists it in the help overlay; null offers none. */
export function useShortcut(keys: string | null, label: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (keys === null) return undefined;
    const shortcut: Shortcut = { keys, label, run: () => latest.current() };
    change([...registered, shortcut]);
    return () => change(registered.filter((other) => other !== shortcut));
  }, [keys, label]);
}

export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
}

/** Two keys belong together when they come within a second. */
const TOGETHER = 1_000;
let pressed = '';
let pressedAt = 0;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'))
  );
}

function isOurs(event: KeyboardEvent): boolean {
  return (
    getSettings().shortcuts &&
    !event.defaultPrevented &&
    !event.isComposing &&
    !event.repeat &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !isTyping(event.target) &&
    document.querySelector('dialog[open]') === null
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (!isOurs(event)) return;
  if (event.timeStamp - pressedAt > TOGETHER) pressed = '';
  const step = nextStep(registered, pressed, event.key);
  pressed = step.kind === 'wait' ? step.pressed : '';
  pressedAt = event.timeStamp;
  if (step.kind !== 'run') return;
  event.preventDefault();
  step.shortcut.run();
}

/** Mounted once by the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
