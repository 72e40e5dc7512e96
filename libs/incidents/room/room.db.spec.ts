import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MessageWork } from '#platform';
import type { TestUser } from '#testing';
import { Closing } from '../testing/closing.js';
import { CaseRoom } from './case-room.js';

const A_SECOND = 1_000;

let closing: Closing;
let room: CaseRoom;

beforeAll(async () => {
  closing = await Closing.open();
  room = closing.office.app.get(CaseRoom, { strict: false });
});
afterAll(() => closing.close());

const namesAt = async (id: string): Promise<string[]> =>
  (await room.look(id, closing.officer.id)).present.map(({ name }) => name);

const pass = (seconds: number) => closing.office.clock.advance(seconds * A_SECOND);

/** What somebody was told of an incident and has not read. */
async function toldTo(person: TestUser, id: string): Promise<string[]> {
  await closing.office.app.get(MessageWork, { strict: false }).runWaiting();
  const rows = await closing.office.select<{ topic: string }>(
    `SELECT topic FROM notifications WHERE user_id = $1 AND subject_id = $2 AND read_at IS NULL
     ORDER BY created_at, id`,
    [person.id, id],
  );
  return rows.map(({ topic }) => topic);
}

describe('who is looking', () => {
  it('is seen by the others until 45 seconds after the last sign of life', async () => {
    const id = await closing.reported();
    await room.enter(id, closing.analyst.id);
    await room.enter(id, closing.leader.id);
    expect(await namesAt(id)).toEqual(['analyst', 'leader']);
    pass(30);
    await room.enter(id, closing.leader.id);
    pass(15);
    expect(await namesAt(id)).toEqual(['leader']);
  });

  it('is gone at once when the page is closed', async () => {
    const id = await closing.reported();
    await room.enter(id, closing.analyst.id);
    await room.goAway(id, closing.analyst.id);
    expect(await namesAt(id)).toEqual([]);
  });

  it('is kept nowhere two minutes later, and the live stream never said who it was', async () => {
    const id = await closing.reported();
    await room.enter(id, closing.analyst.id);
    pass(120);
    await room.enter(id, closing.leader.id);
    const kept = await closing.office.select<{ user_id: string }>(
      'SELECT user_id FROM incident_presence WHERE incident_id = $1',
      [id],
    );
    expect(kept).toEqual([{ user_id: closing.leader.id }]);
    const events = await closing.office.select<{ user_id: string | null; data: unknown }>(
      "SELECT user_id, data FROM stream_events WHERE type = 'incident.presence' AND data->>'id' = $1",
      [id],
    );
    expect(events).toEqual([
      { user_id: null, data: { id } },
      { user_id: null, data: { id } },
    ]);
  });

  it('of an incident that does not exist, there is nothing to see', async () => {
    const nobody = '01930000-0000-7000-8000-000000000001';
    await expect(room.enter(nobody, closing.analyst.id)).rejects.toThrow('This incident');
  });
});

describe('what is new', () => {
  it('is counted from the last entry that somebody saw, and acting is seeing', async () => {
    const id = await closing.reported();
    const lastSeq = async () => (await room.look(id, closing.analyst.id)).lastSeq;
    await room.watch(id, closing.analyst.id, { watching: true, muted: false });
    await room.read(id, closing.analyst.id, await lastSeq());
    await closing.office.must(id, 'note', closing.officer, { text: '已电话核实' });
    const seen = await room.look(id, closing.analyst.id);
    expect(seen.lastSeq - (seen.seenSeq ?? 0)).toBe(1);
    await closing.office.must(id, 'note', closing.analyst, { text: '收到' });
    expect(await room.look(id, closing.analyst.id)).toMatchObject({ seenSeq: await lastSeq() });
  });

  it('never goes back, nor beyond what there is', async () => {
    const id = await closing.reported();
    const { lastSeq } = await room.read(id, closing.analyst.id, 2_000_000);
    expect(await room.read(id, closing.analyst.id, 1)).toMatchObject({ seenSeq: lastSeq });
  });
});

describe('watching', () => {
  it('begins by acting, and tells of comments, verdicts and changes of state, the last one only', async () => {
    const id = await closing.reported();
    const { office, monitor, officer, analyst } = closing;
    await office.must(id, 'note', officer, { text: '请研判' });
    expect(await toldTo(monitor, id)).toEqual(['incident.commented']);
    const evidence = [{ text: '公告' }];
    await office.must(id, 'set-verdict', analyst, { verdict: 'false', evidence });
    expect(await toldTo(monitor, id)).toEqual(['incident.verdict']);
    const until = new Date(office.clock.now() + 3_600_000).toISOString();
    await office.must(id, 'observe', analyst, { until });
    expect(await toldTo(monitor, id)).toEqual(['incident.moved']);
    expect(await toldTo(officer, id)).toContain('incident.moved');
    expect(await toldTo(analyst, id)).not.toContain('incident.moved');
  });

  it('is silent when muted, over when it is ended, and does not begin again by acting', async () => {
    const id = await closing.reported();
    const { office, monitor, officer } = closing;
    await room.watch(id, monitor.id, { watching: true, muted: true });
    await office.must(id, 'note', officer, { text: '一' });
    expect(await toldTo(monitor, id)).toEqual([]);
    await room.watch(id, monitor.id, { watching: false, muted: false });
    await office.must(id, 'note', monitor, { text: '二' });
    expect(await room.look(id, monitor.id)).toMatchObject({ watching: false });
  });

  it('ends for a handler whose unit is no longer concerned: they are told nothing more', async () => {
    const { office, officer, handler, unitId } = closing;
    const id = await closing.reported();
    await office.must(id, 'assign', officer, { unitId });
    await office.must(id, 'note', handler, { text: '收到' });
    await office.must(id, 'assign', officer, { unitId: await office.unitId('transport') });
    await office.must(id, 'note', officer, { text: '已改派' });
    expect(await toldTo(handler, id)).not.toContain('incident.commented');
  });
});

describe('a comment', () => {
  it('tells the colleagues it mentions, once, and they watch from then on', async () => {
    const id = await closing.reported();
    const { office, officer, leader, monitor } = closing;
    const mentionIds = [leader.id, monitor.id];
    await office.must(id, 'note', officer, { text: '请阅', mentionIds });
    expect(await toldTo(leader, id)).toEqual(['incident.mentioned']);
    expect(await toldTo(monitor, id)).toEqual(['incident.mentioned']);
    expect(await room.look(id, leader.id)).toMatchObject({ watching: true });
  });

  it('cannot mention somebody who does not exist, nor one who may not see the incident', async () => {
    const id = await closing.reported();
    const { office, officer, handler, leader } = closing;
    const nobody = '01930000-0000-7000-8000-000000000001';
    const give = (mentionIds: string[]) =>
      office.command(id, 'note', officer, { text: '请阅', mentionIds });
    expect(await give([leader.id, nobody])).toMatchObject({
      ok: false,
      reasons: [{ code: 'reference.unknown', path: 'mentionIds.1' }],
    });
    expect(await give([leader.id, handler.id])).toMatchObject({
      ok: false,
      reasons: [{ code: 'mention.no-sight', path: 'mentionIds.1' }],
    });
  });
});
