import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './password-rule.js';

describe('a password', () => {
  it.each([
    ['ten characters, no digits or symbols asked for', 'lantern-fx'],
    ['a sentence', 'the boat leaves at nine'],
    ['Chinese', '春江潮水连海平海上明月共潮生'],
    ['200 characters', 'xy'.repeat(100)],
    ['contains the user name, and more', 'lihua-and-the-sea'],
  ])('is accepted: %s', (_, password) => {
    expect(passwordProblem(password, 'lihua')).toBeNull();
  });

  it.each([
    ['too short', 'short-one', 'must be 10 to 200 characters'],
    ['too long', 'xy'.repeat(100) + 'z', 'must be 10 to 200 characters'],
    ['the user name', 'Zhang.Weiming', 'must not be the user name'],
    ['what everybody tries', 'Password123', 'among the first'],
    ['one key held down', 'aaaaaaaaaaaa', 'among the first'],
    ['the row of digits', '1234567890', 'among the first'],
    ['the row of digits backwards', '0987654321', 'among the first'],
    ['the alphabet', 'abcdefghijkl', 'among the first'],
  ])('is refused: %s', (_, password, reason) => {
    expect(passwordProblem(password, 'zhang.weiming')).toContain(reason);
  });
});
