import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '#platform';
import { AuditRounds } from './audit-rounds.js';
import type { Finding } from './findings.js';

const LATE: Finding = {
  code: 'firing.late',
  key: '',
  since: 0,
  subject: null,
  message: { zh: '迟', en: 'late' },
};

/** Rounds of an auditor that finds what it is told to, and counts how often it wrote something down. */
function roundsOf(clock: ManualClock) {
  const state = { found: [] as Finding[], runs: 0 };
  const auditor = {
    look: () => Promise.resolve(state.found),
    run: () => {
      state.runs += 1;
      return Promise.resolve(state.found);
    },
  };
  const rounds = new AuditRounds(auditor, clock, { error: () => undefined });
  return { state, rounds };
}

describe('the rounds of the auditor', () => {
  it('are a minute apart', async () => {
    const { rounds, state } = roundsOf(new ManualClock(0));
    expect(await rounds.once()).toBe(60_000);
    expect(state.runs).toBe(1);
  });

  it('give a start ten seconds to fire what fell due while nobody was there, and then say what they find', async () => {
    const clock = new ManualClock(0);
    const { rounds, state } = roundsOf(clock);
    state.found = [LATE];
    clock.advance(9_999);
    expect(await rounds.once()).toBe(1_000);
    expect(state.runs).toBe(0);
    clock.advance(1);
    expect(await rounds.once()).toBe(60_000);
    expect(state.runs).toBe(1);
  });
});
