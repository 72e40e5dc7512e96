import { describe, expect, it } from '@jest/globals';
import { headlineOf } from './outcome';

const NOTHING = { sightings: 0, mentions: 0, topics: 0 };
const READ = { dryRun: false, rows: 10, rejected: 2, added: NOTHING };

describe('what a file has come to', () => {
  it.each([
    ['new mentions', { ...READ, added: { sightings: 8, mentions: 5, topics: 1 } }, 'one.done', 5],
    ['only repeats', { ...READ, added: { ...NOTHING, sightings: 3 } }, 'one.done.seen', 3],
    ['the same file again', READ, 'one.done.none', 0],
    ['no good row', { ...READ, rejected: 10 }, 'one.done.bad', 0],
    ['no row at all', { ...READ, rows: 0, rejected: 0 }, 'one.done.bad', 0],
    ['a trial', { ...READ, dryRun: true, added: { ...NOTHING, mentions: 4 } }, 'one.dry', 4],
  ])('%s', (_, item, key, count) => {
    expect(headlineOf(item)).toEqual({ key, count });
  });
});
