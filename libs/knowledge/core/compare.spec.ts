import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWordings, strengthOf } from './compare.js';
import type { Comparison } from './compare.js';
import { frequenciesIn, weighBy } from './weigh.js';
import { wordingOf } from './wording.js';

/** What everybody writes, and what hardly anybody does. */
const USUAL = [
  '大家注意了，明天起停电三小时',
  '大家注意了，今晚高速封路',
  '大家注意了，下周学校放假',
  '大家注意了，超市鸡蛋涨价',
  '自来水管道检修通知',
];
const weigh = weighBy(frequenciesIn(USUAL.map((text) => wordingOf(text).grams)));

const compare = (one: string, other: string, place?: [string | null, string | null]): Comparison =>
  compareWordings(wordingOf(one, place?.[0]), wordingOf(other, place?.[1]), weigh);

const WATER = '云溪县自来水厂被化工废水污染，明天起全县停水三天';

describe('two wordings of one claim', () => {
  it('are strongly alike, and share what makes it', () => {
    const found = compare(WATER, '听说云溪县自来水厂被化工废水污染了！！明天起停水三天，快囤水');
    expect(found).toMatchObject({ relation: 'same', strength: 'strong', differences: [] });
    expect(found.shared[0]).toBe('云溪县自来水厂被化工废水污染');
  });

  it('count what is rare, not what everybody writes', () => {
    const rare = compare('大家注意了，平安桥塌了', '刚刚平安桥塌了，吓人');
    const usual = compare('大家注意了，平安桥塌了', '大家注意了，红星菜场着火');
    expect(rare.score).toBeGreaterThan(2 * usual.score);
    expect(usual.strength).toBe('weak');
  });

  it('are a template with the name of another town, and say so', () => {
    expect(compare(WATER, WATER.replace('云溪县', '清河县'))).toMatchObject({
      relation: 'template',
      differences: [{ in: 'place', here: ['云溪县'], there: ['清河县'] }],
    });
  });

  it('are a template about another day', () => {
    expect(compare('3月5日起停水', '六月一日起停水')).toMatchObject({
      relation: 'template',
      differences: [{ in: 'time', here: ['3月5日'], there: ['6月1日'] }],
    });
  });

  it('stay one claim when only a number grows in the telling, and say which', () => {
    expect(compare(WATER, WATER.replace('三天', '7天'))).toMatchObject({
      relation: 'same',
      differences: [{ in: 'number', here: ['3天'], there: ['7天'] }],
    });
  });

  it('take the place that was written down where the text names none', () => {
    const said = '自来水厂被污染，明天起停水';
    expect(compare(said, said, ['城东', '城西']).relation).toBe('template');
    expect(compare(said, said, ['城东', '城东街道']).relation).toBe('same');
    expect(compare(said, said, ['城东', null]).relation).toBe('same');
    expect(compare(WATER, WATER, ['云溪县城东', '老城']).relation).toBe('same');
  });
});

describe('a short text', () => {
  it('only suggests', () => {
    expect(compare('平安桥塌了', '平安桥塌了')).toMatchObject({ strength: 'suggestion' });
    expect([strengthOf(1, 11), strengthOf(1, 12)]).toEqual(['suggestion', 'strong']);
  });
});

describe('a comparison', () => {
  const texts = fc
    .array(fc.constantFrom(...'云溪县停水三天西安污染学校3月日，a1 '))
    .map((all) => all.join(''));

  it('is between 0 and 1, the same both ways, and 1 with itself', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const there = compare(one, other);
        const back = compare(other, one);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1 + 1e-9);
        expect(there.score).toBeCloseTo(back.score, 9);
        expect(there.relation).toBe(back.relation);
        const self = compare(one, one);
        expect(self.differences).toEqual([]);
        expect(self.score).toBeCloseTo(wordingOf(one).grams.length === 0 ? 0 : 1, 9);
      }),
    );
  });

  it('names as shared only what stands in both', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        for (const passage of compare(one, other).shared) {
          expect(wordingOf(one).normalised).toContain(passage);
        }
      }),
    );
  });
});
