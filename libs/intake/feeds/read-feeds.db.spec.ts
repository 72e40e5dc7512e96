import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '#testing';
import { FeedRoom } from '../testing/feed-room.js';
import { FeedSite, rssOf } from '../testing/feed-site.js';
import type { SourceStanding } from '../sources/source.repository.js';

let room: FeedRoom;
let site: FeedSite;

beforeEach(async () => {
  room = FeedRoom.on(await openTestDatabase());
  site = await FeedSite.open();
});

afterEach(async () => {
  await site.close();
  await room.close();
});

const MINUTE = 60_000;
const FORUM = rssOf([
  {
    id: '1',
    title: '清源水厂停水一周',
    text: '<p>家里没水了</p>',
    published: 'Wed, 01 Apr 2026 08:00:00 +0800',
  },
  { id: '2', title: '桥面开裂', link: '/t/2' },
]);

let names = 0;
const aFeed = (url: string, keywordRule = ''): Promise<SourceStanding> =>
  room.setUp.create({ name: `论坛${String((names += 1))}`, kind: 'rss', url, keywordRule });

const inbox = () =>
  room.select<{ text: string; url: string | null; seen_count: number; first_seen_at: Date }>(
    'SELECT text, url, seen_count, first_seen_at FROM inbox_mentions ORDER BY first_seen_at, text',
  );

describe('a feed', () => {
  it('is read as soon as it is set up, and stands in the inbox with its times and links', async () => {
    const { id } = await aFeed(site.serveText('/rss', FORUM));
    expect(await room.worker().next()).toBe(0);
    expect(await inbox()).toEqual([
      {
        ...{ text: '清源水厂停水一周\n家里没水了', url: null, seen_count: 1 },
        first_seen_at: new Date('2026-04-01T08:00:00+08:00'),
      },
      {
        ...{ text: '桥面开裂', url: site.at('/t/2'), seen_count: 1 },
        first_seen_at: new Date('2026-04-01T09:00:00+08:00'),
      },
    ]);
    expect(await room.standing(id)).toMatchObject({
      ...{ failures: 0, problem: null, taken_in: '2', left_out: '0', leased_until: null },
      next_read_at: new Date('2026-04-01T09:30:00+08:00'),
    });
  });

  it('keeps nobody’s name', async () => {
    await aFeed(site.serveText('/rss', FORUM));
    await room.worker().next();
    const all = await room.select(
      `SELECT (SELECT json_agg(m) FROM inbox_mentions m)::text || (SELECT json_agg(s) FROM sightings s)::text
         || (SELECT json_agg(t) FROM topics t)::text || (SELECT json_agg(e) FROM feed_entries e)::text AS all`,
    );
    expect(JSON.stringify(all)).toContain('桥面');
    expect(JSON.stringify(all)).not.toMatch(/王五|wang\.wu/);
  });

  it('that is read again adds nothing, even where it tells no time', async () => {
    const { id } = await aFeed(site.serveText('/rss', FORUM));
    const worker = room.worker();
    await worker.next();
    const before = await inbox();
    room.clock.advance(30 * MINUTE);
    expect(await worker.next()).toBe(0);
    expect(await inbox()).toEqual(before);
    expect(await room.standing(id)).toMatchObject({ taken_in: '2' });
  });

  it('is asked only for what has changed', async () => {
    const validators = { etag: '"v1"', 'last-modified': 'Wed, 01 Apr 2026 00:00:00 GMT' };
    site.serve('/rss', (response, { headers }) => {
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, validators).end(FORUM);
    });
    const { id } = await aFeed(site.at('/rss'));
    const worker = room.worker();
    await worker.next();
    room.clock.advance(30 * MINUTE);
    await worker.next();
    expect(site.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
    expect(site.asked[1]?.headers['if-modified-since']).toBe(validators['last-modified']);
    const later = await room.standing(id);
    expect(later.last_good_at).toEqual(new Date(room.clock.now()));
    // Another rule is another question: everything is looked at again.
    await room.setUp.update(id, { expectedVersion: later.version, keywordRule: '桥' });
    await worker.next();
    room.clock.advance(MINUTE);
    await worker.next();
    expect(site.asked[2]?.headers['if-none-match']).toBeUndefined();
  });

  it('is taken in by its keyword rule, and what was left out is counted once', async () => {
    const { id } = await aFeed(site.serveText('/rss', FORUM), '停水 not 桥');
    const worker = room.worker();
    await worker.next();
    expect((await inbox()).map(({ text }) => text)).toEqual(['清源水厂停水一周\n家里没水了']);
    room.clock.advance(30 * MINUTE);
    await worker.next();
    expect(await room.standing(id)).toMatchObject({ taken_in: '1', left_out: '1' });
  });

  it('that cannot be read says why, and is asked more and more rarely, then as before', async () => {
    const { id } = await aFeed(site.serveText('/rss', '<html><body>论坛</body></html>'));
    const worker = room.worker();
    const pauses: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      await worker.next();
      const { next_read_at } = await room.standing(id);
      pauses.push(((next_read_at?.getTime() ?? 0) - room.clock.now()) / MINUTE);
      room.clock.moveTo(next_read_at?.getTime() ?? 0);
    }
    expect(pauses).toEqual([30, 60, 120, 240]);
    expect(await room.standing(id)).toMatchObject({
      failures: 4,
      problem: { zh: expect.stringContaining('这是网页'), en: expect.stringContaining('web page') },
    });
    site.serveText('/rss', FORUM);
    await worker.next();
    expect(await room.standing(id)).toMatchObject({
      ...{ failures: 0, problem: null, taken_in: '2' },
      next_read_at: new Date(room.clock.now() + 30 * MINUTE),
    });
  });

  it('is left alone for as long as its site asks for, and so is everything else there', async () => {
    const { id } = await aFeed(
      site.serve('/rss', (response) => response.writeHead(429, { 'retry-after': '7200' }).end()),
    );
    await aFeed(site.serveText('/other', FORUM));
    const worker = room.worker();
    await worker.next();
    expect((await room.standing(id)).next_read_at).toEqual(
      new Date(room.clock.now() + 120 * MINUTE),
    );
    room.clock.advance(119 * MINUTE);
    expect(await worker.next()).toBeGreaterThan(0);
    expect(site.asked).toHaveLength(1);
    room.clock.advance(MINUTE);
    await worker.next();
    expect(site.asked.map(({ path }) => path).sort()).toHaveLength(2);
  });

  it('that is paused is not read', async () => {
    const { id, version } = await aFeed(site.serveText('/rss', FORUM));
    await room.setUp.update(id, { expectedVersion: version, active: false });
    expect(await room.worker().next()).toBeGreaterThan(0);
    expect(site.asked).toEqual([]);
  });
});

describe('several workers', () => {
  it('never read one feed twice, nor ask one host while it has not answered or right after', async () => {
    const paths = ['/a', '/b', '/c'];
    const answers: (() => void)[] = [];
    const heard: (() => void)[] = [];
    for (const path of paths)
      site.serve(path, (response) => {
        answers.push(() => response.end(FORUM));
        heard.shift()?.();
      });
    for (const path of paths) await aFeed(site.at(path));
    for (const round of [1, 2, 3]) {
      const asked = new Promise<void>((resolve) => heard.push(resolve));
      const reading = room.worker().next();
      await asked;
      // One waits for its answer; all others find the host taken, and it is left alone for two seconds after.
      const others = [room.worker().next(), room.worker().next()];
      for (const rest of await Promise.all(others)) expect(rest).toBeGreaterThan(0);
      answers.shift()?.();
      expect(await reading).toBe(0);
      expect(await room.worker().next()).toBeGreaterThan(0);
      expect(site.asked).toHaveLength(round);
      room.clock.advance(2_000);
    }
    expect(site.asked.map(({ path }) => path).sort()).toEqual(paths);
  });

  it('take over what a killed one had begun, once its lease is over, and its late answer changes nothing', async () => {
    let answer: (() => void) | null = null;
    const asked = new Promise<void>((resolve) => {
      site.serve('/rss', (response) => {
        answer = () => response.end(rssOf([{ id: '9', title: '旧的回答' }]));
        resolve();
      });
    });
    const { id } = await aFeed(site.at('/rss'));
    const stuck = room.worker().next();
    await asked;
    expect(await room.worker().next()).toBeGreaterThan(0);
    room.clock.advance(MINUTE);
    site.serveText('/rss', FORUM);
    expect(await room.worker().next()).toBe(0);
    const after = await room.standing(id);
    (answer as (() => void) | null)?.();
    await stuck;
    expect(await room.standing(id)).toEqual(after);
    expect((await inbox()).map(({ text }) => text)).not.toContain('旧的回答');
  });

  it('that are stopped give back what they are reading', async () => {
    const asked = new Promise<void>((resolve) => {
      site.serve('/rss', () => {
        resolve();
      });
    });
    const { id } = await aFeed(site.at('/rss'));
    const worker = room.worker();
    const reading = worker.next();
    await asked;
    worker.stop();
    await reading;
    expect(await room.standing(id)).toMatchObject({
      leased_until: null,
      failures: 0,
      problem: null,
    });
    site.serveText('/rss', FORUM);
    room.clock.advance(3_000);
    await room.worker().next();
    expect(await inbox()).toHaveLength(2);
  });
});
