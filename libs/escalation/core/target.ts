import { z } from 'zod';
import type { Parsed } from './values.js';

/** The posts of a shift: 值班员, 副班, 带班领导. */
export const POSITIONS = ['officer', 'deputy', 'leader'] as const;
export type Position = (typeof POSITIONS)[number];

/** Whom in the responsible unit: those who handle its cases, those who review its texts, its head, or everybody. */
export const UNIT_CIRCLES = ['handler', 'reviewer', 'lead', 'all'] as const;
export type UnitCircle = (typeof UNIT_CIRCLES)[number];

/** Whom a step tells. Who that is at the moment of the step is for others to find out. */
export type Target =
  | { readonly kind: 'on-duty'; readonly position: Position }
  | { readonly kind: 'unit'; readonly circle: UnitCircle }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'user'; readonly username: string }
  /** Whoever speaks for the units that a fact of the subject lists. */
  | { readonly kind: 'units'; readonly fact: string }
  /** The person whom a fact of the subject names. */
  | { readonly kind: 'person'; readonly fact: string };

const USERNAME = /^[^\s:]{1,64}$/;
const ROLE = /^[a-z][a-z-]{0,39}$/;
const FACT = /^[a-z][A-Za-z0-9]{0,39}$/;

/** Reads `on-duty:officer`, `unit:handler`, `role:leader`, `user:zhang.wei`. Never throws. */
export function parseTarget(text: string): Parsed<Target> {
  const colon = text.indexOf(':');
  const kind = text.slice(0, Math.max(colon, 0));
  const name = text.slice(colon + 1);
  switch (kind) {
    case 'on-duty': {
      const position = POSITIONS.find((known) => known === name);
      return position ? found({ kind, position }) : oneOf(text, kind, POSITIONS);
    }
    case 'unit': {
      const circle = UNIT_CIRCLES.find((known) => known === name);
      return circle ? found({ kind, circle }) : oneOf(text, kind, UNIT_CIRCLES);
    }
    case 'role':
      return ROLE.test(name) ? found({ kind, role: name }) : refused(`${text} names no role`);
    case 'user':
      return USERNAME.test(name)
        ? found({ kind, username: name })
        : refused(`${text} names no user`);
    case 'units':
    case 'person':
      return FACT.test(name) ? found({ kind, fact: name }) : refused(`${text} names no fact`);
    default:
      return refused(
        `${JSON.stringify(text)} is nobody; a target begins with on-duty:, unit:, role:, user:, units: or person:`,
      );
  }
}

/** Kept as its text, so that a ladder can be stored as it stood at the start; `parseTarget` reads it. */
export const targetSchema = z.string().superRefine((text, context) => {
  const parsed = parseTarget(text);
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.reason });
});

const found = (value: Target): Parsed<Target> => ({ ok: true, value });

const refused = (reason: string): Parsed<Target> => ({ ok: false, reason });

const oneOf = (text: string, kind: string, names: readonly string[]): Parsed<Target> =>
  refused(`${text} is nobody; write ${names.map((name) => `${kind}:${name}`).join(', ')}`);
