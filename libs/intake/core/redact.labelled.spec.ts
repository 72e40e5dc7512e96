import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labelledPosts } from '../testing/labelled-posts.js';
import type { LabelledPost } from '../testing/labelled-posts.js';
import { KINDS, PLACEHOLDER } from './kinds.js';
import { redact } from './redact.js';

/** Issue 5, “Done when”. */
const [RECALL, PRECISION, CASES] = [0.99, 0.98, 600];

interface Score {
  readonly found: number;
  readonly missed: number;
  readonly extra: number;
}

/** A label is found when a piece of its kind was removed and nothing of its wording is left. */
function scoreOf({ text, entities }: LabelledPost): Score {
  const { text: clean, removed } = redact(text);
  const scores = KINDS.map((kind): Score => {
    const wanted = entities.filter((entity) => entity.kind === kind);
    const gone = wanted.filter((entity) => !clean.includes(entity.text)).length;
    const found = Math.min(gone, removed[kind]);
    return { found, missed: wanted.length - found, extra: removed[kind] - found };
  });
  return scores.reduce(add);
}

const add = (a: Score, b: Score): Score => ({
  found: a.found + b.found,
  missed: a.missed + b.missed,
  extra: a.extra + b.extra,
});

const posts = labelledPosts();

describe('in posts that were labelled by hand, the redactor', () => {
  const { found, missed, extra } = posts.map(scoreOf).reduce(add);
  /** What a person mends next; empty while all is well. */
  const wrong = posts
    .filter((post) => scoreOf(post).missed + scoreOf(post).extra > 0)
    .map(({ text }) => `${text} → ${redact(text).text}`);

  it('is tried on enough of them', () => {
    expect(posts.length).toBeGreaterThanOrEqual(CASES);
  });

  it(`finds at least ${RECALL} of what points at a person`, () => {
    expect([found / (found + missed) >= RECALL, wrong]).toEqual([true, expect.anything()]);
  });

  it(`takes at most ${(1 - PRECISION).toFixed(2)} too much`, () => {
    expect([found / (found + extra) >= PRECISION, wrong]).toEqual([true, expect.anything()]);
  });
});

describe('in any Chinese text, the redactor', () => {
  /** Not what makes a number an amount, a date or the number of a paper. */
  const hanzi = fc
    .integer({ min: 0x4e00, max: 0x9fa5 })
    .map((code) => String.fromCharCode(code))
    .filter((char) => !/[元角票度吨公立平千万亿美港日年月号编单码一二三四五六七八九零]/.test(char));
  const prose = fc.string({ unit: hanzi, maxLength: 40 });
  /** Kinds whose form needs no word before it. */
  const PLAIN: readonly string[] = ['phone', 'id-card', 'bank-card', 'plate', 'email'];
  const entities = posts
    .flatMap((post) => post.entities)
    .filter(({ kind }) => PLAIN.includes(kind));

  it('takes nothing where there is nothing', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(redact(text).text).toBe(text);
      }),
    );
  });

  it('takes what was planted, and leaves every other letter', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom(...entities), prose, (before, { kind, text }, after) => {
        expect(redact(`${before}，${text}，${after}`).text).toBe(
          `${before}，${PLACEHOLDER[kind]}，${after}`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
