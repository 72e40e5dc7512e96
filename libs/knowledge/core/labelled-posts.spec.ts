import { describe, expect, it } from '@jest/globals';
import { readLabelledPosts } from './labelled-posts.js';

describe('labelled posts', () => {
  it('are read line by line, and what cannot be read is named by its line', () => {
    const lines = [
      '{"group": 1, "text": "停水", "seenAt": "2026-01-01"}',
      '',
      '{"group": "b", "text": "停电"}',
      '{"group": 1}',
      'not JSON',
    ];
    const { posts, rejected } = readLabelledPosts(lines);
    expect(posts).toEqual([
      { group: '1', text: '停水' },
      { group: 'b', text: '停电' },
    ]);
    expect(rejected.map(({ line }) => line)).toEqual([4, 5]);
  });
});
