import { describe, expect, it } from '@jest/globals';
import { ApiProblem, Unreachable } from '../../api/problem';
import { AckQueue, type PendingAck } from './ack-queue';

type Answer = 'ok' | 'dead' | number;

function anOffice(answers: Answer[], kept: readonly PendingAck[] = []) {
  const sent: string[] = [];
  let saved = kept;
  let keys = 0;
  const queue = new AckQueue({
    load: () => saved,
    save: (pending) => {
      saved = pending;
    },
    newKey: () => `key-${String(++keys)}`,
    send: async ({ escalationId, key }) => {
      sent.push(`${escalationId}:${key}`);
      const answer = answers.shift() ?? 'ok';
      if (answer === 'dead') throw new Unreachable();
      if (answer !== 'ok') {
        throw new ApiProblem({
          type: 'x',
          title: 'No',
          detail: 'taken by Li',
          status: answer,
          code: 'x',
        });
      }
      await Promise.resolve();
    },
  });
  return { queue, sent, saved: () => saved };
}

describe('acknowledging from the desk', () => {
  it('is gone from the queue once the server has answered', async () => {
    const { queue, sent, saved } = anOffice(['ok']);
    const done = queue.acknowledge('a');
    expect(queue.snapshot().pending).toEqual([{ escalationId: 'a', key: 'key-1', waiting: false }]);
    expect(saved()).toHaveLength(1);
    await done;
    expect(queue.snapshot()).toEqual({ pending: [], refused: {} });
    expect([sent, saved()]).toEqual([['a:key-1'], []]);
  });

  it('waits while the line is dead, and goes out later with the same key', async () => {
    const { queue, sent, saved } = anOffice(['dead', 'dead', 'ok', 'ok']);
    await queue.acknowledge('a');
    await queue.acknowledge('b');
    expect(queue.snapshot().pending.map(({ waiting }) => waiting)).toEqual([true, true]);
    expect(saved()).toHaveLength(2);
    await queue.flush();
    expect(sent).toEqual(['a:key-1', 'a:key-1', 'a:key-1', 'b:key-2']);
    expect(queue.snapshot().pending).toEqual([]);
  });

  it('says so when the server refuses, and forgets that on the next try', async () => {
    const { queue } = anOffice([409, 'ok']);
    await queue.acknowledge('a');
    expect(queue.snapshot()).toEqual({ pending: [], refused: { a: 'taken by Li' } });
    await queue.acknowledge('a');
    expect(queue.snapshot()).toEqual({ pending: [], refused: {} });
  });

  it.each([401, 500, 503])('keeps it through %d, which settles nothing', async (status) => {
    const { queue } = anOffice([status]);
    await queue.acknowledge('a');
    expect(queue.snapshot().pending).toEqual([{ escalationId: 'a', key: 'key-1', waiting: true }]);
  });

  it('sends one tap once, however often it is tapped', async () => {
    const { queue, sent } = anOffice([]);
    await Promise.all([queue.acknowledge('a'), queue.acknowledge('a'), queue.flush()]);
    expect(sent).toEqual(['a:key-1']);
  });

  it('finds what an earlier visit could not send', async () => {
    const { queue, sent } = anOffice([], [{ escalationId: 'z', key: 'old' }]);
    expect(queue.snapshot().pending).toEqual([{ escalationId: 'z', key: 'old', waiting: true }]);
    await queue.flush();
    expect(sent).toEqual(['z:old']);
  });
});
