import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ClaimIndex, Clarifications } from './index.js';
import type { KeptClarification, Suggestion } from './index.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const WATER = '云溪县自来水厂被化工废水污染，全县明天起停水三天';

let office: TestOffice;
let index: ClaimIndex;
let library: Clarifications;
let officer: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  index = office.app.get(ClaimIndex, { strict: false });
  library = office.app.get(Clarifications, { strict: false });
  officer = await office.hire('officer', ['monitor', 'officer', 'analyst', 'leader']);
});
afterAll(() => office.close());

const suggestFor = (text: string, options: object = {}): Promise<Suggestion[]> =>
  index.suggest(office.database.reader, text, {
    limit: 10,
    targets: ['incident', 'clarification'],
    ...options,
  });

const idsFor = async (text: string, options: object = {}): Promise<string[]> =>
  (await suggestFor(text, options)).map(({ id }) => id);

const answerTo = (claim: string, given: Partial<KeptClarification> = {}): KeptClarification => ({
  ...{ id: newId(), origin: 'entered', releaseId: null, incidentId: null },
  ...{ title: '关于网传消息的说明', claim, verdict: 'false', answer: '水质检测合格，不会停水。' },
  evidence: [{ text: '检测报告', url: null, file: null }],
  ...{ links: [], issuedBy: '云溪县人民政府', publishedAt: NOW, public: true },
  ...given,
});

const keep = (kept: KeptClarification, now = NOW): Promise<void> =>
  office.database.transaction((tx) => library.keep(tx, kept, now));

describe('the claims that are known', () => {
  it('hold every incident from its logging on, and suggest it for another wording of the same', async () => {
    const id = await office.log(officer, { claim: WATER, place: '云溪县' });
    const [first] = await suggestFor('听说云溪县自来水厂被污染了，明天起全县停水三天，大家快囤水');
    expect(first).toMatchObject({ target: 'incident', id, text: WATER });
    expect(first?.why.shared.some((passage) => passage.includes('自来水厂被'))).toBe(true);
    expect(await idsFor(WATER, { except: id })).not.toContain(id);
    expect(await idsFor(WATER, { targets: ['clarification'] })).not.toContain(id);
  });

  it('follow the incident: a dismissed one is a precedent only, a merged one is gone until it is unmerged', async () => {
    const claim = '平安路小学食堂用过期牛奶给学生做早餐';
    const closed = await office.log(officer, { claim });
    await office.must(closed, 'dismiss', officer, { reason: '重复登记' });
    expect(await idsFor(claim, { openOnly: true })).not.toContain(closed);
    expect(await idsFor(claim)).toContain(closed);
    await office.must(closed, 'reopen', officer, { reason: '又有新情况' });
    expect(await idsFor(claim, { openOnly: true })).toContain(closed);
    const other = await office.log(officer, { claim: '城北加油站因检修停业' });
    await office.must(closed, 'merge', officer, { intoId: other });
    expect(await idsFor(claim)).not.toContain(closed);
    await office.must(closed, 'unmerge', officer);
    expect(await idsFor(claim, { openOnly: true })).toContain(closed);
  });
});

describe('the library', () => {
  it('keeps a clarification, and knows its claim again', async () => {
    const kept = answerTo('城南大桥下周起封闭施工半年，公交全部停运');
    await keep(kept);
    expect(await idsFor('城南大桥要封半年，公交车全部停运')).toContain(kept.id);
    expect(await library.find(office.database.reader, kept.id)).toEqual({
      ...kept,
      ...{ updatedAt: NOW, corrections: [], withdrawn: null, version: 1, matchedCount: 0 },
    });
  });

  it('keeps what was answered before beside what is answered now', async () => {
    const kept = answerTo('老城区下月起停止供暖');
    await keep(kept);
    const corrected = { ...kept, answer: '检修期间分片停供两天。', correctedFor: '补充检修安排' };
    await keep(corrected, NOW + 1_000);
    expect(await library.find(office.database.reader, kept.id)).toMatchObject({
      answer: '检修期间分片停供两天。',
      version: 2,
      updatedAt: NOW + 1_000,
      corrections: [
        {
          at: new Date(NOW + 1_000).toISOString(),
          reason: '补充检修安排',
          answerBefore: kept.answer,
        },
      ],
    });
  });

  it('shows a withdrawn answer for good, and suggests it no more', async () => {
    const kept = answerTo('中心医院儿科今天起停诊');
    await keep(kept);
    await keep({ ...kept, withdrawnFor: '所据通知有误' }, NOW + 1_000);
    await keep({ ...kept, title: '更正标题' }, NOW + 2_000);
    expect(await idsFor('中心医院儿科今天起停诊')).not.toContain(kept.id);
    expect(await library.find(office.database.reader, kept.id)).toMatchObject({
      withdrawn: { at: NOW + 1_000, reason: '所据通知有误' },
    });
  });

  it('lists for the public what went out by a release, the newest first, page by page', async () => {
    const ours = [1, 2, 3].map((day) =>
      answerTo(`第${String(day)}则`, { publishedAt: NOW + day * 86_400_000 }),
    );
    for (const one of ours) await keep(one);
    const hidden = answerTo('别处的辟谣', { public: false, publishedAt: NOW + 9 * 86_400_000 });
    await keep(hidden);
    const { reader } = office.database;
    const first = await library.listPublic(reader, { after: null, limit: 1 });
    expect(first.map(({ id }) => id)).toEqual([ours[2]?.id, ours[1]?.id]);
    const [top] = first;
    const after = { at: new Date(top?.publishedAt ?? 0), id: top?.id ?? '' };
    const second = await library.listPublic(reader, { after, limit: 1 });
    expect(second.map(({ id }) => id)).toEqual([ours[1]?.id, ours[0]?.id]);
  });
});
