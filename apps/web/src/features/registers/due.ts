/** How long an action may take, as people say it: an amount and a unit. */
export interface DueEntry {
  readonly amount: string;
  readonly unit: DueUnit;
}

export const DUE_UNITS = ['hours', 'days', 'workdays', 'minutes'] as const;
export type DueUnit = (typeof DUE_UNITS)[number];

const LETTERS: Readonly<Record<DueUnit, readonly [before: string, after: string]>> = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  workdays: ['P', 'WD'],
};

/** `PT4H`, as the server keeps it. What is no amount is refused there, beside its field. */
export const dueToText = ({ amount, unit }: DueEntry): string =>
  `${LETTERS[unit][0]}${amount.trim()}${LETTERS[unit][1]}`;

export function dueOfText(text: string): DueEntry {
  const [, time, amount = '', letter = ''] = /^P(T?)(\d+)(WD|[DHM])$/.exec(text) ?? [];
  const unit = DUE_UNITS.find(
    (one) => LETTERS[one][0] === `P${time ?? ''}` && LETTERS[one][1] === letter,
  );
  return { amount, unit: unit ?? 'days' };
}
