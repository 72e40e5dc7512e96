import { describe, expect, it } from '@jest/globals';
import type { User } from '../../../api/people-types';
import { BLANK, changesOf, entryOf, newUserOf, wrongDetails, wrongPassword } from './values';

const LI: User = {
  id: 'u1',
  username: 'li',
  name: '李某',
  roles: ['officer'],
  unitId: 'unit-1',
  disabled: false,
  isUnitLead: true,
  contacts: [{ channel: 'phone', address: '0571 1234567' }],
};

describe('what is sent about a user', () => {
  it('is nothing when nothing was changed', () => {
    expect(changesOf(entryOf(LI), LI)).toEqual({});
  });

  it('is only the field that was changed', () => {
    expect(changesOf({ ...entryOf(LI), name: ' 李四 ' }, LI)).toEqual({ name: '李四' });
  });

  it('takes the lead away together with the unit', () => {
    expect(changesOf({ ...entryOf(LI), unitId: '' }, LI)).toEqual({
      unitId: null,
      isUnitLead: false,
    });
  });

  it('has no address for notifications in the app', () => {
    const contacts = [{ channel: 'app', address: 'left over' }] as const;
    expect(newUserOf({ ...BLANK, contacts }, 'secret').contacts).toEqual([
      { channel: 'app', address: '' },
    ]);
  });
});

describe('what is wrong with a user', () => {
  it('is said of the field it stands in', () => {
    const contacts = [
      { channel: 'app', address: '' },
      { channel: 'sms', address: 'none' },
      { channel: 'email', address: 'li' },
      { channel: 'wecom', address: ' ' },
    ] as const;
    expect(wrongDetails({ ...BLANK, contacts })).toEqual({
      name: 'wrong.name',
      roles: 'wrong.roles',
      'contacts.1.address': 'wrong.phone',
      'contacts.2.address': 'wrong.email',
      'contacts.3.address': 'wrong.address',
    });
  });

  it('is nothing for a complete one', () => {
    expect(wrongDetails(entryOf(LI))).toEqual({});
  });

  it.each([
    ['123456789', 'wrong.password'],
    ['Wang.Xiaoming', 'wrong.password.same'],
    ['一句比较长的话作密码', null],
  ])('password %s: %s', (password, wrong) => {
    expect(wrongPassword(password, 'wang.xiaoming')).toBe(wrong);
  });
});
