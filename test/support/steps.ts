import { it } from '@jest/globals';

/** Tests that each begin where the one before ended: after a broken one there is nothing left to see. */
export function inSteps(): (name: string, act: () => Promise<void>) => void {
  let isBroken = false;
  return (name, act) => {
    it(name, async () => {
      if (isBroken) throw new Error('a step before this one did not succeed');
      isBroken = true;
      await act();
      isBroken = false;
    });
  };
}
