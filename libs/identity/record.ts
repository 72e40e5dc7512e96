import { appendToTimeline, lockHeads } from '#platform';
import type { Clock, NewEntry, Tx } from '#platform';
import type { RequestActor } from './access/actor.js';

/** Who does something, and when. */
export interface Deed {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: NewEntry['actor'];
}

export const deedOf = (actor: RequestActor, clock: Clock): Deed => ({
  at: clock.now(),
  actor: { kind: 'user', id: actor.id },
});

/** Done by the program: at boot, on the command line. */
export const deedOfSystem = (clock: Clock): Deed => ({
  at: clock.now(),
  actor: { kind: 'system', id: null },
});

/** What happened to a user or a unit. `data` holds ids and codes: no names, no addresses, no passwords. */
type IdentityEvent =
  | {
      readonly subjectType: 'user';
      readonly type:
        | 'user.created'
        | 'user.changed'
        | 'user.sign-in-slowed'
        | 'setup.completed'
        | 'token.created'
        | 'token.revoked';
    }
  | { readonly subjectType: 'unit'; readonly type: 'unit.created' | 'unit.changed' };

/** Writes it to the timeline. */
export async function record(
  tx: Tx,
  deed: Deed,
  subjectId: string,
  event: IdentityEvent & { readonly data: Readonly<Record<string, unknown>> },
): Promise<void> {
  const heads = await lockHeads(tx, [subjectId]);
  await appendToTimeline(tx, [{ ...event, ...deed, subjectId }], heads);
}
