import { describe, expect, it } from '@jest/globals';
import { momentKey, pageOf, readCursor, readMomentCursor } from './page.js';

describe('a page of a list', () => {
  it('ends with a cursor that holds the sort key of its last row', () => {
    const page = pageOf(['a', 'b', 'c'], 2, (row) => [row, row + row]);
    expect(page.items).toEqual(['a', 'b']);
    expect(readCursor(page.nextCursor ?? undefined, 2)).toEqual(['b', 'bb']);
  });

  it('has no cursor when it is the last', () => {
    expect(pageOf(['a', 'b'], 2, (row) => [row]).nextCursor).toBeNull();
    expect(pageOf([], 2, (row) => [String(row)]).nextCursor).toBeNull();
    expect(readCursor(undefined, 1)).toBeNull();
  });

  it.each([
    '',
    'x',
    '!!!',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('["a","\\u0000"]').toString('base64url'),
    Buffer.from('["a","\\ud800"]').toString('base64url'),
  ])('refuses the made-up cursor %j', (cursor) => {
    expect(() => readCursor(cursor, 2)).toThrow('Some fields are not valid.');
  });
});

describe('a page of a list in the order of time', () => {
  const id = '01930000-0000-7000-8000-000000000001';
  const cursorOf = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

  it('goes on at the very moment and id', () => {
    const page = pageOf([1, 2], 1, () => momentKey(1_767_225_600_123, id));
    expect(readMomentCursor(page.nextCursor ?? undefined)).toEqual({
      at: new Date(1_767_225_600_123),
      id,
    });
  });

  it.each([
    ['no moment', 'today', id],
    ['not how we write it', '2026-01-01', id],
    ['a year that the database does not know', '-271821-04-20T00:00:00.000Z', id],
    ['no id', '2026-01-01T00:00:00.000Z', 'x'],
  ])('refuses %s', (_, at, key) => {
    expect(() => readMomentCursor(cursorOf(at, key))).toThrow('Some fields are not valid.');
  });
});
