import { describe, expect, it } from '@jest/globals';
import { nodeVersionProblem } from './node-version.mjs';

describe('the Node version', () => {
  it.each(['20.19.0', '20.19.1', '20.20.0', '22.0.0'])('%s will do', (running) => {
    expect(nodeVersionProblem('>=20.19.0', running)).toBeUndefined();
  });

  it.each(['18.20.8', '20.9.0', '20.18.99', '8.0.0'])('%s is too old, and says so', (running) => {
    expect(nodeVersionProblem('>=20.19.0', running)).toBe(
      `Mingbian needs Node 20.19.0 or newer; this is Node ${running}. Get it from https://nodejs.org.`,
    );
  });
});
