import { describe, expect, it } from '@jest/globals';
import { identitySentence, type Teller } from './sentence';

/** Says the key and its values, so that the words can change without this file. */
const teller: Teller = {
  t: (key, values) => (values ? `${key} ${Object.values(values).join()}` : key),
  role: (role) => `<${role}>`,
};
const said = (type: string, data: Record<string, unknown>) =>
  identitySentence({ type, data }, teller);

describe('an entry about people and units', () => {
  it('names the roles of a new user', () => {
    expect(said('user.created', { roles: ['officer', 'admin'] })).toBe(
      'did.user.created <officer>join<admin>',
    );
  });

  it('names what was changed, known or not', () => {
    expect(said('user.changed', { changed: ['name', 'shoe size'] })).toBe(
      'did.user.changed changed.namejoinshoe size',
    );
  });

  it.each([
    [true, 'did.user.disabled'],
    [false, 'did.user.enabled'],
  ])('disabled %s is an act of its own', (disabled, sentence) => {
    expect(said('user.changed', { changed: ['disabled'], disabled })).toBe(sentence);
  });

  it('is not told here when it is about an incident', () => {
    expect(said('reported', {})).toBeNull();
  });
});
