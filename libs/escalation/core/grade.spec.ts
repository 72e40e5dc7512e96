import { describe, expect, it } from '@jest/globals';
import { gradeMove, isGrade } from './grade.js';

describe('a regrade', () => {
  it.each([
    ['III', 'I', 'raised'],
    ['I', 'II', 'lowered'],
    ['IV', 'III', 'raised'],
    ['unrated', 'IV', 'rated'],
    ['II', 'unrated', 'rated'],
    ['II', 'II', 'rated'],
  ] as const)('from %s to %s is %s', (from, to, move) => {
    expect(gradeMove(from, to)).toBe(move);
  });

  it('knows a severity from any other word', () => {
    expect(['I', 'unrated', 'V', 'i'].map(isGrade)).toEqual([true, true, false, false]);
  });
});
