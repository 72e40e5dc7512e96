import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';
export type ThemeChoice = 'system' | 'light' | 'dark';

/** What a person chose on this device. Nothing here is a secret, and of it the server is told the language alone. */
export interface Settings {
  readonly language: Language;
  /** Chosen here, and the account has not heard of it yet. */
  readonly languageUntold: boolean;
  readonly theme: ThemeChoice;
  readonly sound: boolean;
  /** Single-key shortcuts can be switched off (WCAG 2.1.4): speech input may trigger them. */
  readonly shortcuts: boolean;
  /** Sound and title badge stay quiet until then (epoch ms, by the server's clock). */
  readonly quietUntil: number;
}

const KEY = 'mb.settings';

function systemLanguage(): Language {
  const first = typeof navigator === 'undefined' ? 'zh' : navigator.language;
  return first.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function load(): Settings {
  const defaults: Settings = {
    language: systemLanguage(),
    languageUntold: false,
    theme: 'system',
    sound: true,
    shortcuts: true,
    quietUntil: 0,
  };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...defaults, ...stored } : defaults;
  } catch {
    return defaults;
  }
}

let current = load();
const listeners = new Set<() => void>();

export function getSettings(): Settings {
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Private windows may forbid storage: the choice then lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSettings(): Settings {
  return useSyncExternalStore(onSettings, getSettings);
}
