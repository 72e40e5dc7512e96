import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
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

  it('names a role that does not exist', () => {
    const file = dutySchema.parse({ onDuty: { officer: [], deputy: ['role:king'], leader: [] } });
    expect(dutyProblems(file, new Set(['officer']))).toEqual([
      { path: ['onDuty', 'deputy', 0], message: 'no role is called king' },
    ]);
  });

  it('ships without a mistake, with the times of the domain', () => {
    const file = dutySchema.parse(parse(readFileSync('config/duty.yaml', 'utf8')));
    expect(dutyProblems(file, new Set(['officer', 'leader']))).toEqual([]);
    expect(file.shift).toMatchObject({
      remindBefore: [12 * 3_600_000, 3_600_000],
      signIn: { opens: 30 * 60_000, closes: 15 * 60_000 },
    });
  });

  it('says what does not fit together', () => {
    const shift = { remindBefore: ['PT1H', 'PT2H'], handOverWithin: 'PT3H', closeAfter: 'PT2H' };
    const file = dutySchema.parse({ onDuty, shift });
    expect(dutyProblems(file, new Set(['officer'])).map(({ path }) => path.join('.'))).toEqual([
      'shift.remindBefore',
      'shift.closeAfter',
    ]);
  });
});
