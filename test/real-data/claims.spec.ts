import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SAME_CLAIM, evaluateMatching, readLabelledPosts } from '#knowledge';

const FILE = '../shared/data/claim-groups-dev.ndjson';
const available = existsSync(FILE) ? describe : describe.skip;

/** goals.md: pairwise F1 ≥ 0.80 at precision ≥ 0.90. */
available('real posts that people grouped by claim', () => {
  const { posts, rejected } = readLabelledPosts(readFileSync(FILE, 'utf8').split('\n'));
  const claims = [...new Set(posts.map(({ group }) => group))];

  it('are read whole', () => {
    expect([posts.length, claims.length, rejected]).toEqual([235, 73, []]);
  });

  it('are grouped as people grouped them', () => {
    const { precision, f1 } = evaluateMatching(posts, SAME_CLAIM);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(f1).toBeGreaterThanOrEqual(0.8);
  });

  it.each([0, 1, 2, 3, 4])('are so without one fifth of the claims (%i), too', (fifth) => {
    const left = posts.filter(({ group }) => claims.indexOf(group) % 5 !== fifth);
    const { precision, f1 } = evaluateMatching(left, SAME_CLAIM);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(f1).toBeGreaterThanOrEqual(0.8);
  });
});
