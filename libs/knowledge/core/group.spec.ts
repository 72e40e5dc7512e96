import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateMatching, pairwise } from './evaluate.js';
import { Grouping, SAME_CLAIM } from './group.js';
import { wordingOf } from './wording.js';

const groupsOf = (texts: readonly string[], threshold = SAME_CLAIM): number[] =>
  Grouping.of(texts.map((text) => wordingOf(text))).at(threshold);

const WATER = '自来水厂被化工废水污染，明天起停水';
const BRIDGE = '平安大桥桥面开裂，公交车全部绕行';

describe('a grouping', () => {
  it('puts wordings of one claim together, and others apart', () => {
    const [a, b, c, d] = groupsOf([WATER, `听说${WATER}，快囤水`, BRIDGE, `刚刚！${BRIDGE}`]);
    expect(a).toBe(b);
    expect(c).toBe(d);
    expect(a).not.toBe(c);
  });

  it('never chains two towns together through a text that names none', () => {
    const towns = [`云溪县${WATER}`, `清河县${WATER}`, WATER];
    for (const texts of [towns, [...towns].reverse()]) {
      const groups = groupsOf(texts, 0.001);
      const of = (start: string) => groups[texts.findIndex((text) => text.startsWith(start))];
      expect(of('云溪县')).not.toBe(of('清河县'));
    }
  });

  it('is coarser the lower the threshold, and does not depend on the order of texts that are told apart', () => {
    const texts = fc.array(
      fc.array(fc.constantFrom(...'水厂污染停桥面开裂绕行校')).map((all) => all.join('')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const coarse = groupsOf(all, 0.05);
        const fine = groupsOf(all, 0.4);
        fine.forEach((group, index) => {
          fine.forEach((other, second) => {
            if (group === other) expect(coarse[index]).toBe(coarse[second]);
          });
        });
        expect(new Set(groupsOf([...all].reverse(), 0.4)).size).toBe(new Set(fine).size);
      }),
    );
  });
});

describe('the quality of a grouping', () => {
  it.each([
    [[1, 1, 2], ['a', 'a', 'b'], { precision: 1, recall: 1, f1: 1 }],
    [[1, 1, 1], ['a', 'a', 'b'], { precision: 1 / 3, recall: 1, f1: 0.5 }],
    [[1, 2, 3], ['a', 'a', 'b'], { precision: 1, recall: 0, f1: 0 }],
    [[], [], { precision: 1, recall: 1, f1: 1 }],
  ])('%j for %j', (found, truth, expected) => {
    const quality = pairwise(found, truth);
    expect(quality.precision).toBeCloseTo(expected.precision);
    expect(quality.recall).toBeCloseTo(expected.recall);
    expect(quality.f1).toBeCloseTo(expected.f1);
  });

  it('comes with the curve over thresholds', () => {
    const texts = [WATER, `听说${WATER}`, BRIDGE, `刚刚${BRIDGE}`, '红星菜场失火'];
    const groups = ['1', '1', '2', '2', '3'];
    const posts = texts.map((text, index) => ({ text, group: groups[index] ?? '' }));
    const evaluation = evaluateMatching(posts, SAME_CLAIM);
    expect(evaluation).toMatchObject({ posts: 5, groups: 3, pairs: 2, f1: 1, threshold: 0.05 });
    expect(evaluation.curve.map(({ threshold }) => threshold)).toHaveLength(40);
    expect(evaluation.curve[4]).toEqual({ threshold: 0.05, precision: 1, recall: 1, f1: 1 });
  });
});
