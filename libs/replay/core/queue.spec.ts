import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Queue } from './queue.js';
import { emptyQueue, nextInstant, pop, push } from './queue.js';

function drained<T>(queue: Queue<T>): T[] {
  const popped = pop(queue);
  return popped === null ? [] : [popped.value, ...drained(popped.rest)];
}

const filled = (instants: readonly number[]) =>
  instants.reduce<Queue<readonly [number, number]>>(
    (queue, at, order) => push(queue, at, [at, order]),
    emptyQueue,
  );

it('what is earliest comes first, and at one instant what came first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (instants) => {
      const sorted = instants
        .map((at, order) => [at, order] as const)
        .sort(([a, i], [b, j]) => a - b || i - j);
      expect(drained(filled(instants))).toEqual(sorted);
    }),
  );
});

it('knows the next instant without taking it', () => {
  expect(nextInstant(emptyQueue)).toBeNull();
  expect(nextInstant(filled([5, 3, 9]))).toBe(3);
});

it('an older queue stays what it was', () => {
  const queue = filled([2, 1]);
  push(queue, 0, [0, 9]);
  pop(queue);
  expect(drained(queue)).toEqual([
    [1, 1],
    [2, 0],
  ]);
});

it('keeps its spine short, so that a hundred thousand in a row are no deep recursion', () => {
  const queue = filled(Array.from({ length: 100_000 }, (_, i) => i));
  expect(queue.root?.rank).toBeLessThanOrEqual(17);
});
