import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TakeIn, WatchRises } from '#intake';
import { MessageWork } from '#platform';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { TriageMentions } from './triage-mentions.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;

beforeEach(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
});

afterEach(() => office.close());

/** Sightings of a wording, so many minutes ago. */
async function seen(
  text: string,
  minutesAgo: readonly number[],
  rank: number | null = null,
): Promise<readonly string[]> {
  const now = office.clock.now();
  const sent = minutesAgo.map((minutes) => ({
    ...{ source: '清源论坛', text, url: null, externalId: null, views: null, rank },
    seenAt: now - minutes * MINUTE,
  }));
  return (await office.app.get(TakeIn, { strict: false }).run(sent)).mentionIds;
}

/** One round of looking, and all messages that follow. */
async function look(): Promise<number> {
  const told = await office.app.get(WatchRises, { strict: false }).run();
  await office.app.get(MessageWork, { strict: false }).runWaiting();
  return told;
}

const toldTo = async ({ id }: TestUser): Promise<unknown[]> =>
  (
    await office.select<{ zh: string }>(
      `SELECT data->'message'->>'zh' AS zh FROM notifications WHERE user_id = $1 AND topic = 'inbox.rising'
       ORDER BY zh`,
      [id],
    )
  ).map(({ zh }) => zh);

describe('a topic of the inbox that rises', () => {
  it('is told, with its figures, to who watches the inbox; once a day', async () => {
    await seen('网传停水一周', [100, 90, 80, 50, 40, 30, 20, 10, 5]);
    await seen('停电两天', [200, 150, 50, 5], 8);
    await seen('夜间施工噪音', [100, 90, 80, 50, 40, 30, 20, 10]);
    expect(await look()).toBe(2);
    const told = ['“停电两天”升到第 8 位', '“网传停水一周”近 1 小时出现 6 次，此前 1 小时 3 次'];
    expect(await toldTo(monitor)).toEqual(told);
    expect(await toldTo(analyst)).toEqual([]);
    expect(await look()).toBe(0);
    expect(await toldTo(monitor)).toEqual(told);
    office.clock.moveTo(office.clock.now() + DAY);
    await seen('网传停水一周', [50, 40, 30, 20, 10, 5]);
    expect(await look()).toBe(1);
  });

  it('is not told when it is in an incident already, or comes from an old file', async () => {
    const [id = ''] = await seen('网传停水一周', [50, 40, 30, 20, 10, 5]);
    await seen(
      '去年的事',
      [0, 1, 2, 3, 4, 5, 6].map((minutes) => 300 * 24 * 60 + minutes),
    );
    await office.app
      .get(TriageMentions, { strict: false })
      .discard([id], '与本地无关', { ...monitor, locale: 'zh' });
    expect(await look()).toBe(0);
    expect(await toldTo(monitor)).toEqual([]);
  });
});
