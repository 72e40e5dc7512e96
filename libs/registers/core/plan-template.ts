import { beyondBounds } from './bounds.js';
import type { RecordProblem } from './problem.js';

/** What can be done about a claim: the closed list of boundaries.md, rule 3. */
export const ACTION_KINDS = [
  ...(['verify', 'clarify', 'reply', 'adopt', 'fix', 'correct', 'refer', 'watch', 'none'] as const),
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** The kinds and severities of incidents (domain.md), which a template may be for. */
export const KINDS = ['rumour', 'hot-topic', 'complaint', 'emergency'] as const;
export const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;

/** Minutes, hours, days or work days. */
export const DUE_IN = /^P(?:T[1-9]\d{0,2}[HM]|[1-9]\d{0,2}(?:D|WD))$/;

export interface PlannedAction {
  readonly title: string;
  readonly kind: ActionKind;
  /** The law under which the matter is handed on. */
  readonly basis: string | null;
  /** Null: the unit that is responsible for the incident. */
  readonly unitId: string | null;
  /** From the start of the disposal: `PT4H`, `P2D`, `P5WD`. */
  readonly dueIn: string;
}

/** 预案模板: what is usually done about something like this. */
export interface PlanTemplate {
  readonly name: string;
  /** Null: whatever it is about. */
  readonly category: string | null;
  /** Empty: whatever its kind. */
  readonly kinds: readonly string[];
  /** Empty: however grave. */
  readonly severities: readonly string[];
  readonly actions: readonly PlannedAction[];
  readonly note: string | null;
}

export function planTemplateProblems({ name, actions, note }: PlanTemplate): RecordProblem[] {
  const bases = actions.flatMap(({ kind, basis }, index): RecordProblem[] =>
    kind === 'refer' && basis === null
      ? [
          {
            path: `actions.${String(index)}.basis`,
            code: 'plan.basis-missing',
            message: { zh: '移交主管部门须写明法律依据', en: 'A referral needs its legal basis' },
          },
        ]
      : [],
  );
  const texts = [
    ['name', name] as const,
    ['note', note ?? ''] as const,
    ...actions.map(({ title }, index) => [`actions.${String(index)}.title`, title] as const),
  ];
  return [...bases, ...texts.flatMap(([path, text]) => outOfBounds(path, text))];
}

function outOfBounds(path: string, text: string): RecordProblem[] {
  const word = beyondBounds(text);
  if (word === null) return [];
  return [
    {
      path,
      code: 'plan.out-of-bounds',
      message: {
        zh: `“${word}”不是处置措施：只核实、澄清、答复、整改、更正或依法移交`,
        en: `"${word}" is no disposal: verify, clarify, reply, fix, correct, or refer with its legal basis`,
      },
    },
  ];
}
