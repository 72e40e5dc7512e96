import { describe, expect, it } from '@jest/globals';
import type { MyChannels, ReachContact } from '../../api/channels';
import {
  moved,
  preferencesOf,
  quietIsWrong,
  reachTrouble,
  sameForAll,
  savedForm,
} from './preferences';

const contact = (channel: string, working: boolean | null): ReachContact => ({
  channel,
  address: '',
  working,
  lastSuccessAt: null,
  lastError: null,
});

const mine = (rest: Partial<MyChannels> = {}): MyChannels => ({
  contacts: [],
  available: ['app', 'sms', 'email'],
  order: sameForAll(['sms', 'email']),
  quiet: null,
  timeZone: 'Asia/Shanghai',
  ...rest,
});

describe('the order of channels', () => {
  it('moves one place at a time', () => {
    expect(moved(['sms', 'wecom', 'email'], 'email', -1)).toEqual(['sms', 'email', 'wecom']);
    expect(moved(['sms', 'wecom', 'email'], 'sms', 1)).toEqual(['wecom', 'sms', 'email']);
  });

  it('stays as it is at both ends', () => {
    expect(moved(['sms', 'email'], 'sms', -1)).toEqual(['sms', 'email']);
    expect(moved(['sms', 'email'], 'email', 1)).toEqual(['sms', 'email']);
  });
});

describe('quiet hours', () => {
  it('are not sent while switched off, and the night is proposed', () => {
    const preferences = preferencesOf(mine());
    expect(savedForm(preferences).quiet).toBeNull();
    expect(savedForm({ ...preferences, isQuiet: true }).quiet).toEqual({
      from: '22:00',
      to: '07:00',
    });
  });

  it.each([
    ['22:00', '07:00', false],
    ['22:00', '22:00', true],
    ['', '07:00', true],
  ])('from %j to %j are wrong: %j', (from, to, wrong) => {
    expect(quietIsWrong({ ...preferencesOf(mine()), isQuiet: true, quiet: { from, to } })).toBe(
      wrong,
    );
  });
});

describe('whether a person can be reached', () => {
  it.each([
    ['without a contact', [], 'none'],
    ['in the app alone', [contact('app', true)], 'none'],
    ['by what is not set up here', [contact('feishu', null)], 'none'],
    ['when all has failed', [contact('sms', false), contact('email', false)], 'failing'],
    ['when one is untried', [contact('sms', false), contact('email', null)], null],
    ['when one works', [contact('sms', true), contact('email', false)], null],
  ])('%s', (_name, contacts, trouble) => {
    expect(reachTrouble(mine({ contacts }))).toBe(trouble);
  });
});
