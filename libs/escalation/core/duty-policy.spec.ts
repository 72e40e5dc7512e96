import { describe, expect, it } from '@jest/globals';
import { dutyProblems, dutySchema } from './duty-policy.js';

const onDuty = { officer: ['role:officer'], deputy: [], leader: ['zhang.wei'] };

describe('the static duty list', () => {
  it('names roles and people', () => {
    expect(dutySchema.parse({ onDuty }).onDuty).toEqual({
      officer: [{ kind: 'role', role: 'officer' }],
      deputy: [],
      leader: [{ kind: 'user', username: 'zhang.wei' }],
    });
  });

  it.each(['on-duty:officer', 'unit:all', 'role:', 'user:', '', 'a b'])('refuses %j', (entry) => {
    const read = dutySchema.safeParse({ onDuty: { ...onDuty, officer: [entry] } });
    expect(read.error?.issues[0]?.path).toEqual(['onDuty', 'officer', 0]);
  });

  it('needs all three posts, even if one stays empty', () => {
    expect(dutySchema.safeParse({ onDuty: { officer: ['role:officer'] } }).success).toBe(false);
  });

  it('names a role that does not exist, and an empty desk', () => {
    const file = dutySchema.parse({ onDuty: { officer: [], deputy: ['role:king'], leader: [] } });
    expect(dutyProblems(file, new Set(['officer']))).toEqual([
      { path: ['onDuty', 'deputy', 0], message: 'no role is called king' },
      { path: ['onDuty', 'officer'], message: 'nobody is on duty' },
    ]);
  });
});
