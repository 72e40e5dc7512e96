import type { Act, OfficeCommand } from '../act.js';
import type { Desk } from '../situation.js';

/** What this part of the office would do next, or null when it has nothing to do. */
export type Track = (desk: Desk) => Act | null;

export const mayTry = ({ now }: Desk, command: OfficeCommand): boolean =>
  now.allowed.has(command) && !now.refused.has(command);

/** The first of these that has something to do that is allowed and was not just refused. */
export const firstOf =
  (...tracks: readonly Track[]): Track =>
  (desk) => {
    for (const track of tracks) {
      const act = track(desk);
      if (act !== null && mayTry(desk, act.command)) return act;
    }
    return null;
  };
