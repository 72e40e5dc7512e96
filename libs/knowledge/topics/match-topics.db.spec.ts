import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TakeIn } from '#intake';
import { sql } from '#platform';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ClaimIndex } from '../claims/claim-index.js';
import { MatchTopics } from './match-topics.js';

const WATER = '云溪县自来水厂被化工废水污染，全县明天起停水三天';

let office: TestOffice;
let matching: MatchTopics;
let officer: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  matching = office.app.get(MatchTopics, { strict: false });
  officer = await office.hire('officer', ['monitor', 'officer', 'analyst']);
});
afterAll(() => office.close());

async function see(...texts: readonly string[]): Promise<void> {
  const sent = texts.map((text) => ({
    ...{ source: '清源论坛', text, url: null, externalId: null, rank: null, views: null },
    seenAt: office.clock.now(),
  }));
  await office.app.get(TakeIn, { strict: false }).run(sent);
}

interface Kept {
  readonly title: string;
  readonly target_id: string | null;
  readonly relation: string | null;
  readonly score: number | null;
}

const kept = (like: string): Promise<Kept[]> =>
  sql<Kept>(
    office.database.reader,
    `SELECT t.title, m.target_id, m.relation, m.score FROM topics t LEFT JOIN topic_matches m ON m.topic_id = t.id
     WHERE t.title LIKE $1 ORDER BY t.title`,
    [`%${like}%`],
  );

describe('new topics', () => {
  it('are compared once with what is open and what was answered', async () => {
    const id = await office.log(officer, { claim: WATER, place: '云溪县' });
    await see('听说云溪县自来水厂被污染了，明天起全县停水三天，大家快囤水', '周末有雨');
    expect(await matching.run()).toBe(2);
    expect(await matching.run()).toBe(0);
    expect(await kept('自来水厂')).toMatchObject([{ target_id: id, relation: 'same' }]);
    expect(await kept('周末')).toMatchObject([{ target_id: null }]);
    // Seen again, it is the same topic.
    await see('周末有雨');
    expect(await matching.run()).toBe(0);
  });

  it('are compared again when something is logged that they may be like, as long as nobody dealt with them', async () => {
    await see('城南大桥要封半年，公交车全部停运');
    await matching.run();
    expect(await kept('城南大桥')).toMatchObject([{ target_id: null }]);
    const id = await office.log(officer, { claim: '城南大桥下周起封闭施工半年，公交全部停运' });
    expect(await matching.run()).toBe(1);
    expect(await kept('城南大桥')).toMatchObject([{ target_id: id }]);
  });

  it('find by the hundred what the index finds for one', async () => {
    const towns = ['云溪', '临江', '石桥', '南湾', '北岭', '河口'];
    const things = ['加油站起火', '路面塌陷', '电梯停运', '燃气涨价', '垃圾站异味', '学校停课'];
    for (const [index, thing] of things.entries())
      await office.log(officer, {
        claim: `${towns[index] ?? ''}县${thing}，${String(index + 3)}名居民被困，官方尚未回应`,
      });
    const told = towns.flatMap((town) =>
      things.flatMap((thing) =>
        Array.from(
          { length: 6 },
          (_, n) => `网传${town}县${thing}第${String(n)}次，居民被困没有回应`,
        ),
      ),
    );
    while ((await matching.run()) > 0);
    await see(...told);
    expect(await matching.run()).toBe(told.length);
    const index = office.app.get(ClaimIndex, { strict: false });
    const rows = await kept('网传');
    expect(rows.length).toBe(told.length);
    expect(rows.every(({ target_id: found }) => found !== null)).toBe(true);
    for (const row of rows.filter((_, at) => at % 20 === 0)) {
      const [best] = await index.suggest(office.database.reader, row.title, {
        ...{ limit: 1, targets: ['incident', 'clarification'], openOnly: true },
      });
      expect(row).toMatchObject({ target_id: best?.id, relation: best?.relation });
    }
  });
});
