import { describe, expect, it } from '@jest/globals';
import { together } from './send-to-browsers.js';

const delivered = { state: 'delivered' } as const;
const doubtful = { state: 'in-doubt', reason: 'no answer' } as const;
const gone = { state: 'failed', code: 'gone', reason: '410', retry: false } as const;
const down = { state: 'failed', code: 'unreachable', reason: 'down', retry: true } as const;

describe('what several browsers come to', () => {
  it('is delivered as soon as one shows it', () => {
    expect(together([gone, doubtful, delivered, down])).toBe(delivered);
  });

  it('is in doubt when one may have shown it, so that nothing is repeated', () => {
    expect(together([down, doubtful])).toBe(doubtful);
  });

  it('is tried again when that is worth while for one of them', () => {
    expect(together([gone, down])).toBe(down);
  });

  it('has failed when there is no browser any more', () => {
    expect(together([])).toMatchObject({ state: 'failed', retry: false });
    expect(together([gone])).toBe(gone);
  });
});
