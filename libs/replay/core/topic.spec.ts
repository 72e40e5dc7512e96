import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSightings } from './sightings.js';
import { likeness, mostAlike, seenAgain, shouldOpenIncident, topicOf } from './topic.js';

const REAL = '../shared/data/hot-search-2026q1.ndjson';
const sighting = { observedAt: 10, source: 's', rank: 20, title: '停水', url: 'https://a.example' };

describe('wordings of one topic', () => {
  it.each([
    ['#清源停水#', '清源停水'],
    [' 清源 停水！', '清源停水'],
    ['ＡＩ诈骗“新套路”', 'ai诈骗新套路'],
    ['2026年１月', '2026年1月'],
    ['……', '……'],
  ])('%s is %s', (title, key) => {
    expect(topicOf(title)).toBe(key);
  });

  it('numbers stay apart', () => {
    expect(topicOf('301路停运')).not.toBe(topicOf('302路停运'));
  });

  (existsSync(REAL) ? it : it.skip)('a real quarter is 2,302 sightings of 739 topics', () => {
    const { sightings, rejected } = readSightings(readFileSync(REAL, 'utf8').split('\n'));
    expect(rejected).toEqual([]);
    expect(sightings).toHaveLength(2302);
    expect(new Set(sightings.map(({ title }) => topicOf(title))).size).toBe(739);
  });
});

describe('a topic on the lists', () => {
  it('keeps its first wording, its best rank and its last time', () => {
    const first = seenAgain(undefined, sighting);
    const again = seenAgain(first, { ...sighting, observedAt: 30, rank: 5, title: '#停水#' });
    expect(again).toEqual({
      ...{ key: '停水', title: '停水', sightings: 2 },
      ...{ firstSeenAt: 10, lastSeenAt: 30, peakRank: 5 },
    });
  });

  it.each([
    [1, 11, false],
    [1, 10, true],
    [2, 50, true],
  ])('seen %i times, at best at rank %i: worth an incident is %s', (sightings, peakRank, opens) => {
    expect(shouldOpenIncident({ sightings, peakRank })).toBe(opens);
  });
});

describe('topics that are alike', () => {
  it('share most of their character pairs', () => {
    expect(likeness('城东自来水有异味', '城东自来水有异味')).toBe(1);
    expect(likeness('城东自来水有异味', '城东片区自来水有异味')).toBeGreaterThan(0.6);
    expect(likeness('城东自来水有异味', '县医院排队')).toBe(0);
    expect(likeness('', '')).toBe(1);
  });

  it('the most alike is found, but never the topic itself', () => {
    const others = ['县医院排队', '城东片区自来水有异味', '城东自来水有异味'];
    expect(mostAlike('城东自来水有异味', others)).toBe('城东片区自来水有异味');
    expect(mostAlike('县医院排队', ['县医院排队'])).toBeNull();
  });
});
