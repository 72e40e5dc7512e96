import { describe, expect, it } from '@jest/globals';
import { ClaimTable } from './claim-table.js';

const CLAIMS = [
  { text: '云溪县自来水厂被化工废水污染，全县停水三天', place: null },
  { text: '城南大桥下周起封闭施工半年，公交全部停运', place: null },
  { text: '平安路小学食堂用过期牛奶给学生做早餐', place: '城东区' },
];

const table = new ClaimTable<(typeof CLAIMS)[number]>();
table.add(CLAIMS.slice(0, 2));
table.add(CLAIMS.slice(2));
table.ready();

describe('claims in memory', () => {
  it('know a claim again in other words', () => {
    const best = table.best('听说云溪县自来水厂被污染了，明天起全县停水三天，大家快囤水');
    expect(best?.claim).toBe(CLAIMS[0]);
    expect(best?.comparison).toMatchObject({ relation: 'same', strength: 'strong' });
  });

  it('say when it is told of another town', () => {
    const best = table.best('临江县自来水厂被化工废水污染，全县停水三天');
    expect(best?.claim).toBe(CLAIMS[0]);
    expect(best?.comparison.relation).toBe('template');
    expect(best?.comparison.differences.map((one) => one.in)).toContain('place');
  });

  it('find nothing where nothing is shared, and do not remember the text before', () => {
    expect(table.best('周末有雨')).toBeNull();
    expect(table.best('')).toBeNull();
    expect(table.best('城南大桥要封半年，公交车全部停运')?.claim).toBe(CLAIMS[1]);
  });
});
