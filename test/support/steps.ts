import { it } from '@jest/globals';

/** A step may open the pages of seven people: longer than all of them take on a busy machine with two cores. */
const PATIENCE_MS = 60_000;

/** Tests that each begin where the one before ended: after a broken one there is nothing left to see. */
export function inSteps(): (name: string, act: () => Promise<void>) => void {
  let isBroken = false;
  return (name, act) => {
    const oneStep = async (): Promise<void> => {
      if (isBroken) throw new Error('a step before this one did not succeed');
      isBroken = true;
      await act();
      isBroken = false;
    };
    it(name, oneStep, PATIENCE_MS);
  };
}
