import { describe, expect, it } from '@jest/globals';
import { addressProblem } from './contacts.js';
import type { ContactChannel } from './contacts.js';
import { USERNAME, userProblems } from './user-rules.js';

describe('a user name', () => {
  it.each(['li', 'Li.Hua-2', '李华', 'wang_值班', 'x'.repeat(40)])('%s is one', (name) => {
    expect(USERNAME.test(name)).toBe(true);
  });

  it.each(['x', '', 'a b', 'a@b', 'ab\n', 'naïve', 'ひらがな', 'x'.repeat(41), 'a/b', 'a\u0000b'])(
    '%j is none',
    (name) => {
      expect(USERNAME.test(name)).toBe(false);
    },
  );
});

describe('the fields of a user', () => {
  it('are told apart with everything that is wrong, at once', () => {
    const problems = userProblems({ username: '?', name: ' ', roles: [] });
    expect(problems.map(({ path }) => path)).toEqual(['username', 'name', 'roles']);
  });

  it('that are not given cannot be wrong', () => {
    expect(userProblems({})).toEqual([]);
  });
});

describe('an address', () => {
  it.each<[ContactChannel, string, boolean]>([
    ['phone', '0871-6312 4567', true],
    ['phone', '+86 138 0000 0000', true],
    ['phone', '12345', true],
    ['sms', '138', false],
    ['sms', '138-abc', false],
    ['email', 'li.hua@example.gov.cn', true],
    ['email', 'li.hua', false],
    ['wecom', 'lihua', true],
    ['wecom', ' ', false],
    ['webhook', 'li.hua', true],
    ['webhook', '', false],
    ['app', '', true],
  ])('for %s: %s → %s', (channel, address, good) => {
    expect(addressProblem(channel, address) === null).toBe(good);
  });
});
