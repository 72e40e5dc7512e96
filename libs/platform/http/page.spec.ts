import { describe, expect, it } from '@jest/globals';
import { pageOf, readCursor } from './page.js';

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
