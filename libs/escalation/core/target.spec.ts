import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTarget } from './target.js';

describe('a target', () => {
  it.each([
    ['on-duty:officer', { kind: 'on-duty', position: 'officer' }],
    ['on-duty:leader', { kind: 'on-duty', position: 'leader' }],
    ['unit:handler', { kind: 'unit', circle: 'handler' }],
    ['unit:all', { kind: 'unit', circle: 'all' }],
    ['role:leader', { kind: 'role', role: 'leader' }],
    ['user:zhang.wei', { kind: 'user', username: 'zhang.wei' }],
  ])('%s is understood', (text, value) => {
    expect(parseTarget(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['on-duty:boss', /write on-duty:officer, on-duty:deputy, on-duty:leader/],
    ['unit:', /write unit:handler, unit:reviewer, unit:lead, unit:all/],
    ['role:', /names no role/],
    ['role:Leader ', /names no role/],
    ['user:', /names no user/],
    ['user:a b', /names no user/],
    ['leader', /a target begins with/],
    ['', /a target begins with/],
    ['everybody:now', /a target begins with/],
  ])('%j is refused with what could be written', (text, reason) => {
    expect(parseTarget(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('is never a reason to throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseTarget(text).ok === 'boolean'));
  });
});
