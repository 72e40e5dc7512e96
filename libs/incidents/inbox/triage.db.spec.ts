import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TakeIn } from '#intake';
import type { SentSighting } from '#intake';
import { MessageWork, newId } from '#platform';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { KeepNoLonger } from '../retention/keep-no-longer.js';
import { TriageMentions } from './triage-mentions.js';
import type { Into, Triaged, Triager } from './triage-mentions.js';

let office: TestOffice;
let monitor: Triager;
let officer: TestUser;
let triage: TriageMentions;

beforeEach(async () => {
  office = await TestOffice.open();
  monitor = { ...(await office.hire('monitor', ['monitor'])), locale: 'zh' };
  officer = await office.hire('officer', ['officer']);
  triage = office.app.get(TriageMentions, { strict: false });
});

afterEach(() => office.close());

const MINUTE = 60_000;

function sightingOf(
  text: string,
  minutesAgo: number,
  more: Partial<SentSighting> = {},
): SentSighting {
  return {
    ...{ source: '清源论坛', text, url: null, externalId: null, rank: null, views: null },
    seenAt: office.clock.now() - minutesAgo * MINUTE,
    ...more,
  };
}

/** Takes in sightings and answers the mentions that they became. */
const takeIn = async (...sent: readonly SentSighting[]): Promise<readonly string[]> =>
  (await office.app.get(TakeIn, { strict: false }).run(sent)).mentionIds;

const A_NEW_ONE: Into = {
  incident: {
    ...{ title: '网传停水一周', claim: '清源水厂将停水一周', kind: 'rumour', category: 'water' },
    ...{ place: null, occurredAt: null, severity: null },
  },
};

const reachOf = async (incidentId: string | null): Promise<unknown> =>
  (
    await office.select(
      `SELECT state, mention_count AS count, peak_rank AS rank, peak_views::int AS views,
         (extract(epoch FROM last_seen_at - first_seen_at) / 60)::int AS minutes FROM incidents WHERE id = $1`,
      [incidentId],
    )
  )[0];

const placeOf = async (mentionId: string | undefined): Promise<unknown> =>
  (
    await office.select(
      'SELECT state, incident_id, reason, seen_count FROM inbox_mentions WHERE id = $1',
      [mentionId],
    )
  )[0];

const inbox = { state: 'inbox', incident_id: null, reason: null };

/** What a refused act says: its reasons' codes. */
async function codesOf(act: Promise<Triaged>): Promise<unknown> {
  const error: unknown = await act.then(
    () => null,
    (caught: unknown) => caught,
  );
  const { extensions } = error as { extensions?: { reasons?: { code: string }[] } };
  return extensions?.reasons?.map(({ code }) => code);
}

describe('mentions of the inbox', () => {
  it('become an incident with all counts and reach, and go back when that is undone', async () => {
    const [a] = await takeIn(
      sightingOf('停水一周', 60, { rank: 9, views: 100 }),
      sightingOf('停水一周！', 30, { rank: 3, views: 90 }),
    );
    const [b] = await takeIn(sightingOf('网传停水一周', 10, { source: '贴吧' }));
    const ids = [a ?? '', b ?? ''];
    const done = await triage.group(ids, A_NEW_ONE, monitor);
    expect(done).toMatchObject({ moved: 2 });
    expect(await reachOf(done.incidentId)).toEqual({
      ...{ state: 'detected', count: 3, rank: 3, views: 100, minutes: 50 },
    });
    expect(await placeOf(a)).toMatchObject({ state: 'grouped', incident_id: done.incidentId });
    await triage.undo(done.actId, monitor);
    expect(await placeOf(a)).toEqual({ ...inbox, seen_count: 2 });
    expect(await reachOf(done.incidentId)).toMatchObject({ state: 'dismissed', count: 0 });
    expect(await office.history(done.incidentId ?? '')).toEqual([
      ...['detected', 'mention-removed', 'dismissed'],
    ]);
  });

  it('join an incident, which counts them once and counts what is seen of them later', async () => {
    const incidentId = await office.log(monitor);
    const [mention = ''] = await takeIn(sightingOf('停水一周', 60, { rank: 4 }));
    await triage.group([mention], { incidentId }, monitor);
    expect(await reachOf(incidentId)).toMatchObject({ count: 2, rank: 4 });
    const again = sightingOf('停水一周', 5, { rank: 1 });
    await takeIn(again);
    await takeIn(again);
    await office.app.get(MessageWork, { strict: false }).runWaiting();
    await office.app.get(MessageWork, { strict: false }).runWaiting();
    expect(await reachOf(incidentId)).toMatchObject({ count: 3, rank: 1 });
    expect(await placeOf(mention)).toMatchObject({ state: 'grouped', seen_count: 2 });
  });

  it('are found and taken back wherever a merge took them', async () => {
    const first = await office.log(monitor);
    const second = await office.log(monitor);
    const [mention = ''] = await takeIn(sightingOf('停水一周', 60));
    const { actId } = await triage.group([mention], { incidentId: first }, monitor);
    await office.must(first, 'merge', officer, { intoId: second });
    await takeIn(sightingOf('停水一周', 5));
    await office.app.get(MessageWork, { strict: false }).runWaiting();
    expect(await reachOf(second)).toMatchObject({ count: 4 });
    await triage.undo(actId, monitor);
    expect(await reachOf(second)).toMatchObject({ count: 2 });
    await office.must(first, 'unmerge', officer);
    expect(await reachOf(first)).toMatchObject({ count: 1 });
    expect(await reachOf(second)).toMatchObject({ count: 1 });
  });

  it('are discarded with a reason, count on, and are restored', async () => {
    const [mention = ''] = await takeIn(sightingOf('明星的猫', 60));
    const { actId } = await triage.discard([mention], '与本地无关 13800138000', monitor);
    await takeIn(sightingOf('明星的猫', 5));
    expect(await placeOf(mention)).toEqual({
      ...{ state: 'discarded', incident_id: null, reason: '与本地无关 [电话]', seen_count: 2 },
    });
    const restored = await triage.restore([mention], monitor);
    expect(await placeOf(mention)).toEqual({ ...inbox, seen_count: 2 });
    expect(await codesOf(triage.undo(actId, monitor))).toEqual(['triage.moved-on']);
    await triage.undo(restored.actId, monitor);
    expect(await placeOf(mention)).toMatchObject({
      state: 'discarded',
      reason: '与本地无关 [电话]',
    });
    await triage.undo(actId, monitor);
    expect(await placeOf(mention)).toMatchObject(inbox);
  });

  it('lose their wording when their time is over, keep their figures, and are new when heard again', async () => {
    const sent = sightingOf('明星的猫', 60, { url: 'https://a.example/1' });
    const [mention = ''] = await takeIn(sent);
    await triage.discard([mention], '与本地无关', monitor);
    office.clock.moveTo(office.clock.now() + 91 * 24 * 60 * MINUTE);
    await office.app.get(KeepNoLonger, { strict: false }).run();
    const kept = await office.select(
      'SELECT m.text, m.url, m.seen_count, t.title FROM inbox_mentions m JOIN topics t ON t.id = m.topic_id',
    );
    expect(kept).toEqual([{ text: '', url: null, seen_count: 1, title: '' }]);
    const [again] = await takeIn(sightingOf('明星的猫', 1));
    expect(again).not.toBe(mention);
    expect(await placeOf(again)).toMatchObject(inbox);
  });

  it('keep their incident when it has gone on, even if what made it is undone', async () => {
    const [mention = ''] = await takeIn(sightingOf('停水一周', 60));
    const done = await triage.group([mention], A_NEW_ONE, monitor);
    await office.must(done.incidentId ?? '', 'report', monitor, { severity: 'III' });
    await triage.undo(done.actId, monitor);
    expect(await reachOf(done.incidentId)).toMatchObject({ state: 'reported', count: 0 });
    expect(await codesOf(triage.undo(done.actId, monitor))).toEqual(['triage.undone']);
  });

  it('are not taken from one incident by another, nor dealt with twice', async () => {
    const incidentId = await office.log(monitor);
    const [mention = ''] = await takeIn(sightingOf('停水一周', 60));
    await triage.group([mention], { incidentId }, monitor);
    expect(await codesOf(triage.group([mention], A_NEW_ONE, monitor))).toEqual(['triage.grouped']);
    expect(await codesOf(triage.discard([mention], '无关', monitor))).toEqual(['triage.grouped']);
    expect(await reachOf(incidentId)).toMatchObject({ count: 2 });
  });

  it('change nothing when one of them, or the incident, is not there', async () => {
    const [mention = ''] = await takeIn(sightingOf('停水一周', 60));
    await expect(triage.discard([mention, newId()], '无关', monitor)).rejects.toThrow(/not exist/);
    await expect(triage.group([mention], { incidentId: newId() }, monitor)).rejects.toThrow();
    expect(await placeOf(mention)).toMatchObject(inbox);
  });

  it('are dealt with once when two people do it at the same moment', async () => {
    const [mention = ''] = await takeIn(sightingOf('停水一周', 60));
    const incidentId = await office.log(monitor);
    const done = await Promise.allSettled([
      triage.group([mention], { incidentId }, monitor),
      triage.discard([mention], '无关', monitor),
      triage.group([mention], A_NEW_ONE, monitor),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
