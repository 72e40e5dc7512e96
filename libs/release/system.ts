import type { Actor } from '#workflow';

/** The program itself. */
export const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };
