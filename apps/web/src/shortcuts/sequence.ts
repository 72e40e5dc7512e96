export interface Shortcut {
  /** One key, or two pressed one after the other: "n", "g d". */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

export type Step =
  | { readonly kind: 'run'; readonly shortcut: Shortcut }
  | { readonly kind: 'wait'; readonly pressed: string }
  | { readonly kind: 'none' };

/** What a key means after what was pressed before it. A key that continues nothing may start anew. */
export function nextStep(shortcuts: readonly Shortcut[], pressed: string, key: string): Step {
  const sequence = pressed === '' ? key : `${pressed} ${key}`;
  const shortcut = shortcuts.findLast(({ keys }) => keys === sequence);
  if (shortcut) return { kind: 'run', shortcut };
  if (shortcuts.some(({ keys }) => keys.startsWith(`${sequence} `))) {
    return { kind: 'wait', pressed: sequence };
  }
  return pressed === '' ? { kind: 'none' } : nextStep(shortcuts, '', key);
}
