import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RequestActor } from '#identity';
import { TakeIn } from '#intake';
import { Clarifications } from '#knowledge';
import type { KeptClarification } from '#knowledge';
import { newId, searchGrams, sql } from '#platform';
import { A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { SearchEverywhere } from './search-everywhere.js';
import { SearchQuery } from './search.dto.js';
import type { SearchGroupView, SearchHitView, SearchKind } from './search.dto.js';

let office: TestOffice;
let everywhere: SearchEverywhere;
let officer: TestUser;
let handler: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  everywhere = office.app.get(SearchEverywhere, { strict: false });
  officer = await office.hire('officer', ['monitor', 'officer', 'analyst']);
  handler = await office.hire('handler', ['handler'], 'water');
});
afterAll(() => office.close());

const asRequest = (user: TestUser): RequestActor => ({
  ...{
    id: user.id,
    username: 'u',
    name: user.name,
    unitId: user.unitId,
    locale: 'zh',
    via: 'session',
  },
  roles: user.roles as RequestActor['roles'],
  permissions: [
    ...(['search.use', 'incident.read', 'clarification.read'] as const),
    ...(user === handler ? [] : (['inbox.read'] as const)),
  ],
});

const search = async (
  q: string,
  query: Partial<SearchQuery> = {},
  user = officer,
): Promise<SearchGroupView[]> =>
  (await everywhere.run(Object.assign(new SearchQuery(), { q, ...query }), asRequest(user))).groups;

async function hits(
  kind: SearchKind,
  q: string,
  query: Partial<SearchQuery> = {},
  user = officer,
): Promise<readonly SearchHitView[]> {
  const [group] = await search(q, { ...query, kind: [kind] }, user);
  return group?.items ?? [];
}

async function see(...texts: readonly string[]): Promise<void> {
  const sent = texts.map((text, index) => ({
    ...{ source: '清源论坛', text, url: null, externalId: null, rank: null, views: null },
    seenAt: office.clock.now() - index * A_MINUTE,
  }));
  await office.app.get(TakeIn, { strict: false }).run(sent);
}

async function answer(claim: string, given: string): Promise<string> {
  const id = newId();
  const kept: KeptClarification = {
    ...{ id, origin: 'entered', releaseId: null, incidentId: null, title: claim, claim },
    ...{
      verdict: 'false',
      answer: given,
      evidence: [],
      links: [],
      issuedBy: '本单位',
      public: false,
    },
    publishedAt: office.clock.now(),
  };
  const library = office.app.get(Clarifications, { strict: false });
  await office.database.transaction((tx) => library.keep(tx, kept, office.clock.now()));
  return id;
}

const bodyOf = ({ body }: SearchHitView): string => body.map(({ text }) => text).join('');
const hitWords = ({ heading, body }: SearchHitView): string[] =>
  [...heading, ...body].filter(({ hit }) => hit).map(({ text }) => text);

describe('one search', () => {
  it('finds a word of two characters in incidents, mentions and clarifications, and marks it', async () => {
    await office.log(officer, { title: '城东停水', claim: '城东要停水三天' });
    await see('听说河口也要停水了');
    await answer('南湾停水一周', '南湾不停水，检修只用两小时。');
    const groups = await search('停水');
    expect(groups.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['incident', 1],
      ['mention', 1],
      ['clarification', 1],
    ]);
    for (const { items } of groups)
      for (const item of items) expect(new Set(hitWords(item))).toEqual(new Set(['停水']));
  });

  it('asks for all words, for phrases as they stand, and leaves out what is not wanted', async () => {
    await see('石桥 PX 项目要扩建', '石桥项目扩建，没有 PX', '石桥PX扩建演练');
    expect((await hits('mention', '石桥 px')).length).toBe(3);
    expect((await hits('mention', '"px 项目"')).map(bodyOf)).toEqual(['石桥 PX 项目要扩建']);
    expect((await hits('mention', '石桥 扩建 -演练')).length).toBe(2);
  });

  it('finds an incident by its number', async () => {
    const id = await office.log(officer, { title: '电梯停运', claim: '电梯停运两周' });
    const [row] = await sql<{ number: string }>(
      office.database.reader,
      'SELECT number FROM incidents WHERE id = $1',
      [id],
    );
    expect((await hits('incident', row?.number ?? '?')).map((hit) => hit.id)).toEqual([id]);
  });

  it('filters by kind, state and time', async () => {
    await see('北岭燃气涨价');
    expect((await hits('mention', '燃气涨价', { state: ['inbox'] })).length).toBe(1);
    expect((await hits('mention', '燃气涨价', { state: ['discarded'] })).length).toBe(0);
    expect((await search('燃气', { state: ['inbox'] })).map(({ kind }) => kind)).toEqual([
      'mention',
    ]);
    const later = new Date(office.clock.now() + A_MINUTE).toISOString();
    expect((await hits('mention', '燃气涨价', { from: later })).length).toBe(0);
    expect((await hits('mention', '燃气涨价', { to: later })).length).toBe(1);
  });

  it('goes through pages without repeating or leaving out any', async () => {
    await see(...Array.from({ length: 7 }, (_, n) => `临江路面塌陷第${String(n)}处`));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const [group] = await search('路面塌陷', {
        ...{ kind: ['mention'], limit: 3 },
        ...(cursor !== undefined && { cursor }),
      });
      seen.push(...(group?.items ?? []).map(({ id }) => id));
      cursor = group?.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.length).toBe(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('shows somebody who only handles what is theirs, and no inbox', async () => {
    const id = await office.log(officer, { title: '公交改线', claim: '东湖公交改线' });
    expect((await hits('incident', '公交改线')).map((hit) => hit.id)).toEqual([id]);
    expect((await hits('incident', '公交改线', {}, handler)).length).toBe(0);
    expect((await search('公交', {}, handler)).map(({ kind }) => kind)).toEqual([
      'incident',
      'clarification',
    ]);
  });

  it('refuses a search for nothing, and a cursor without its kind', async () => {
    await expect(search('-停水')).rejects.toMatchObject({ code: 'search.empty' });
    await expect(search('停水', { cursor: 'x' })).rejects.toMatchObject({ code: 'search.cursor' });
  });

  it('finds a single character among the newest, in every kind', async () => {
    for (const { kind, items, onlyNewest } of await search('停')) {
      // Here they are few, and all were looked through.
      expect([kind, onlyNewest]).toEqual([kind, false]);
      expect(items.length).toBeGreaterThan(0);
    }
  });
});

describe('any text', () => {
  const body = fc.string({
    unit: fc.constantFrom(...'停水吗PXa01 ，。%_😀'),
    minLength: 1,
    maxLength: 14,
  });

  it('has the same grams in the program and in the database', async () => {
    const texts = fc.sample(
      fc.oneof(
        body,
        fc.string({ unit: fc.constantFrom(...'停ａ０Ａ，·—…【】é😀𠮷z9 Z'), maxLength: 30 }),
      ),
      { numRuns: 500, seed: 7 },
    );
    const rows = await sql<{ grams: number[] }>(
      office.database.reader,
      'SELECT search_grams(body) AS grams FROM unnest($1::text[]) WITH ORDINALITY AS t (body, place) ORDER BY place',
      [texts],
    );
    const sorted = (grams: readonly number[]): number[] => [...grams].sort((a, b) => a - b);
    rows.forEach(({ grams }, index) => {
      expect(sorted(grams)).toEqual(sorted(searchGrams(texts[index] ?? '')));
    });
  });

  it('is found by whatever stands in it, and by nothing that does not', async () => {
    const texts = [
      ...new Set(fc.sample(body, { numRuns: 200, seed: 11 }).map((one) => `甲乙${one}丙丁`)),
    ];
    await see(...texts);
    const kept = await sql<{ text: string }>(
      office.database.reader,
      "SELECT text FROM inbox_mentions WHERE text LIKE '甲乙%'",
    );
    for (const word of ['停水', '水吗', 'px', 'a01', '1px', '停水，', '100%', '😀']) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const [group] = await search(`"${word}" 甲乙`, {
          ...{ kind: ['mention'], limit: 50 },
          ...(cursor !== undefined && { cursor }),
        });
        found.push(...(group?.items ?? []).map(bodyOf));
        cursor = group?.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const begins = /^[a-z0-9]{1,2}$/.test(word) ? '(?<![a-z0-9])' : '';
      const holds = new RegExp(begins + word.replaceAll(/[%]/g, '%'), 'u');
      const expected = kept
        .map(({ text }) => text)
        .filter((text) => holds.test(text.toLowerCase()));
      expect(found.sort()).toEqual(expected.sort());
    }
  });
});
