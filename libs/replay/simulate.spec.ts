import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { redact } from '#intake';
import type { Office, Sighting, TopicsFile } from './core/index.js';
import { DEFAULT_BANDS, readSightings, streamOf, topicOf, topicsSchema } from './core/index.js';
import { catalogueOf } from './catalogue.js';
import { simulate } from './simulate.js';
import { ZONE } from './testing/clock-desk.js';
import type { Case } from './testing/office-world.js';
import { OfficeWorld } from './testing/office-world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-05T00:00:00+08:00');
const REAL = '../shared/data/hot-search-2026q1.ndjson';

const officeOf = (seed: number): Office => ({
  ...{ seed, timeZone: ZONE, bands: DEFAULT_BANDS },
  units: [
    { id: 'unit-1', categories: ['schooling', 'school-food', 'water', 'roads'] },
    { id: 'unit-2', categories: ['health-care', 'accidents-and-disasters'] },
  ],
});

async function played(
  sightings: readonly Sighting[],
  seed: number,
  days: number,
  file: TopicsFile | null = null,
) {
  const describe = catalogueOf(file);
  const world = new OfficeWorld();
  const asOf = (sightings.at(-1)?.observedAt ?? START) + days * DAY;
  const outcome = await simulate(world, { sightings, office: officeOf(seed), asOf, describe });
  return { world, outcome, cases: [...world.cases.values()] };
}

const titles = fc.constantFrom(
  ...[
    '网传城东自来水被污染',
    '城东片区自来水被污染',
    '县医院挂号排队',
    '实验小学食堂被投诉',
    '化工厂起火',
  ],
  ...['301路公交改线', '小区物业费上涨', '景区门票涨价', '晚高峰堵车', '夜间施工噪音'],
);
const sighting = fc.record({
  title: titles,
  observedAt: fc.integer({ min: 0, max: 60 * 24 }).map((half) => START + half * (HOUR / 2)),
  source: fc.constant('清源论坛'),
  rank: fc.integer({ min: 1, max: 50 }),
  url: fc.constant('https://forum.qingyuan.example/t/1'),
});
const streams = fc
  .array(sighting, { maxLength: 24 })
  .map((stream) => stream.sort((a, b) => a.observedAt - b.observedAt));

const FINAL = ['archived', 'dismissed', 'merged'];

/** Longer than the longest course: weeks of disposal, two of closing, and all of it again. */
const ENOUGH_DAYS = 120;

describe('any stream, played by any office through the shipped rules', () => {
  it('ends closed, and no act is ever refused', async () => {
    await fc.assert(
      fc.asyncProperty(streams, fc.integer(), async (stream, seed) => {
        const { outcome, cases } = await played(stream, seed, ENOUGH_DAYS);
        expect(outcome.refusals).toEqual([]);
        expect(cases.filter(({ subject }) => !FINAL.includes(subject.state))).toEqual([]);
        expect(outcome.sightings).toBe(stream.length);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same again for the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(streams, fc.integer(), async (stream, seed) => {
        const [once, twice] = [await played(stream, seed, 20), await played(stream, seed, 20)];
        expect(twice.world.acts).toEqual(once.world.acts);
      }),
      { numRuns: 8 },
    );
  });

  it('writes nothing that the redactor would take out', async () => {
    await fc.assert(
      fc.asyncProperty(streams, fc.integer(), async (stream, seed) => {
        const { world } = await played(stream, seed, 20);
        for (const { act } of world.acts) {
          const written = JSON.stringify(act.params, (_key, value: unknown) =>
            typeof value === 'number' ? null : value,
          );
          expect(redact(written).text).toBe(written);
        }
      }),
      { numRuns: 8 },
    );
  });
});

const count = (cases: readonly Case[], holds: (one: Case) => boolean) => cases.filter(holds).length;

function lateShare(cases: readonly Case[], clock: string): number {
  const all = cases.flatMap(({ deadlines }) =>
    deadlines.filter((one) => one.clock === clock && one.dueAt !== null),
  );
  return all.filter(({ hasBreached }) => hasBreached).length / all.length;
}

describe('the demo quarter', () => {
  const file = topicsSchema.parse(parse(readFileSync('apps/standalone/demo/topics.yaml', 'utf8')));
  const written = new Map(file.topics.map((topic) => [topicOf(topic.title), topic]));
  const run = played(streamOf(file, 1, START, ZONE), 1, ENOUGH_DAYS, file);
  const topics = run.then(({ cases }) =>
    cases.map(({ draft, subject }) => ({ topic: written.get(topicOf(draft.title)), subject })),
  );

  it('comes to the verdicts that its author wrote down', async () => {
    for (const { topic, subject } of await topics) {
      const { verdict } = subject.facts;
      if (verdict !== 'unverified') expect(verdict).toBe(topic?.truth);
    }
  });

  it('dismisses mere talk, and never a complaint that has something to it', async () => {
    for (const { topic, subject } of await topics) {
      if (topic?.truth === 'no-claim') expect(subject.state).toBe('dismissed');
      if (topic?.kind === 'complaint') expect(subject.state).not.toBe('dismissed');
    }
  });

  it('rates what its author rated, unless something changed on the way', async () => {
    const rated = (await topics).filter(({ topic, subject }) => {
      const isWritten = topic?.gravity !== undefined && subject.state === 'archived';
      return isWritten && subject.facts['severity'] === topic.gravity;
    });
    expect(rated.length).toBeGreaterThan(7);
  });

  it('meets again with an open incident on the same matter, and joins the two', async () => {
    expect((await topics).some(({ subject }) => subject.state === 'merged')).toBe(true);
  });
});

(existsSync(REAL) ? describe : describe.skip)('a real quarter', () => {
  const real = existsSync(REAL) ? readSightings(readFileSync(REAL, 'utf8').split('\n')) : null;
  const sightings = real?.sightings ?? [];
  const played2026 = played(sightings, 2026, ENOUGH_DAYS);

  it('opens an incident for every topic that stays or rises, and closes all of them', async () => {
    const { outcome, cases } = await played2026;
    expect(outcome).toMatchObject({ sightings: 2302, topics: 739, incidents: 428, refusals: [] });
    expect(count(cases, ({ subject }) => FINAL.includes(subject.state))).toBe(428);
  });

  it('has mostly small matters, few grave ones, and some that are noise or repeat others', async () => {
    const { cases } = await played2026;
    const rated = (...severities: string[]) =>
      count(cases, ({ subject }) => severities.includes(subject.facts['severity'] as string));
    expect(rated('III', 'IV')).toBeGreaterThan(300);
    expect(rated('II')).toBeGreaterThan(5);
    expect(rated('I')).toBeLessThan(10);
    expect(count(cases, ({ subject }) => subject.state === 'dismissed')).toBeGreaterThan(20);
    expect(count(cases, ({ subject }) => subject.state === 'merged')).toBeGreaterThan(0);
  });

  it('shows an office that is mostly, but not always, in time', async () => {
    const { cases } = await played2026;
    for (const clock of ['report', 'acknowledge', 'judge', 'dispose', 'first-response', 'update']) {
      expect(lateShare(cases, clock)).toBeGreaterThan(0);
      expect(lateShare(cases, clock)).toBeLessThan(0.25);
    }
  });

  it('has every turn that the life of an incident can take', async () => {
    const { world } = await played2026;
    const commands = new Set(world.acts.map(({ act }) => act.command));
    expect([...commands].sort()).toEqual(
      [
        ...['acknowledge', 'archive', 'complete-action', 'complete-disposal', 'concur', 'dismiss'],
        ...['judge', 'merge', 'note', 'observe', 'record-upward-report', 'regrade', 'reopen'],
        ...['report', 'return', 'set-verdict', 'settle-press-conference', 'start-disposal'],
        ...['waive-action', 'draft-answer', 'submit-answer', 'review-answer', 'publish-answer'],
      ].sort(),
    );
  });

  it('leaves a few acknowledgements until the ladder has run out', async () => {
    const { cases } = await played2026;
    const waits = cases.flatMap(({ deadlines }) =>
      deadlines.flatMap(({ clock, startedAt, stoppedAt }) =>
        clock === 'acknowledge' && stoppedAt !== null ? [stoppedAt - startedAt] : [],
      ),
    );
    const exhausted = waits.filter((wait) => wait > 0.75 * HOUR).length;
    expect(exhausted).toBeGreaterThan(2);
    expect(exhausted).toBeLessThan(40);
  });
});
