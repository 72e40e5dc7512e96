/** Figures as people say them: whole numbers, and halves of a mean. */
export function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export type Versus =
  { readonly kind: 'same' } | { readonly kind: 'more' | 'less'; readonly by: string };

/** What rounds to nothing is nothing. */
export function versus(difference: number): Versus {
  const by = figure(Math.abs(difference));
  if (by === '0') return { kind: 'same' };
  return { kind: difference > 0 ? 'more' : 'less', by };
}
