import { describe, expect, it } from '@jest/globals';
import { withFiles, type Shot } from './shots';

const png = (name = 'image.png'): File => new File(['x'], name, { type: 'image/png' });
const add = (shots: readonly Shot[], ...files: readonly File[]) =>
  withFiles(
    shots,
    files,
    (number) => `截图 ${String(number)}`,
    () => 'id',
  );

describe('pictures', () => {
  it('are named by their number, also after one was taken away', () => {
    const { shots } = add([], png(), png());
    expect(shots.map(({ file }) => file.name)).toEqual(['截图 1.png', '截图 2.png']);
    const jpeg = new File(['x'], 'a.jpeg', { type: 'image/jpeg' });
    expect(add(shots.slice(1), jpeg).shots.at(-1)?.file.name).toBe('截图 3.jpg');
  });

  it('are left out when the server would not take them, and it is said why', () => {
    const huge = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.png', { type: 'image/png' });
    const page = new File(['x'], 'a.svg', { type: 'image/svg+xml' });
    expect(add([], page, huge, png(), page)).toMatchObject({
      shots: [{ file: { name: '截图 1.png' } }],
      unfit: ['type', 'size'],
    });
  });

  it('are ten at most', () => {
    const { shots, unfit } = add([], ...Array.from({ length: 12 }, () => png()));
    expect([shots.length, unfit]).toEqual([10, ['many']]);
  });
});
