import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TakeIn } from '#intake';
import { newId } from '#platform';
import { TestOffice } from '#testing';
import { AlikeMentions } from './alike-mentions.js';

let office: TestOffice;
let mentions: AlikeMentions;

beforeAll(async () => {
  office = await TestOffice.open();
  mentions = office.app.get(AlikeMentions, { strict: false });
});
afterAll(() => office.close());

async function see(...texts: readonly string[]): Promise<readonly string[]> {
  const sent = texts.map((text) => ({
    ...{ source: '清源论坛', text, url: null, externalId: null, rank: null, views: null },
    seenAt: office.clock.now(),
  }));
  return (await office.app.get(TakeIn, { strict: false }).run(sent)).mentionIds;
}

it('finds what says nearly the same, and tells what is only of its pattern; nothing else, and nothing of itself', async () => {
  const [one = '', near, template] = await see(
    '云溪县自来水厂被化工废水污染，全县明天起停水三天，赶紧囤水',
    '紧急通知：云溪县自来水厂遭化工废水污染了，明天起全县要停水三天，大家快囤水',
    '青石县自来水厂被化工废水污染，全县明天起停水三天，赶紧囤水',
    '周末云溪县有雨，气温下降',
    '实验小学食堂的饭菜又涨价了',
  );
  const found = (await mentions.of(one)) ?? [];
  expect(found.map(({ id, comparison: { relation } }) => ({ id, relation }))).toEqual([
    { id: near, relation: 'same' },
    { id: template, relation: 'template' },
  ]);
  expect(found[1]?.comparison.differences).toMatchObject([
    { in: 'place', here: ['云溪县'], there: ['青石县'] },
  ]);
  expect(await mentions.of(newId())).toBeNull();
});
