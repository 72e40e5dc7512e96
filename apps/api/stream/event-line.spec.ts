import { describe, expect, it } from '@jest/globals';
import { EventLine } from './event-line.js';

class PaperTape {
  text = '';
  writableLength = 0;
  state = 'open';
  write(text: string): void {
    this.text += text;
  }
  end(): void {
    this.state = 'ended';
  }
  destroy(): void {
    this.state = 'destroyed';
  }
}

const openLine = () => {
  const tape = new PaperTape();
  return {
    tape,
    line: new EventLine({ userId: 'me', circle: null }, tape, () => Date.UTC(2026, 2, 2)),
  };
};

describe('an open page', () => {
  it('is told first how soon to come back, and then from where it follows', () => {
    const { tape, line } = openLine();
    line.begin('7-3');
    expect(tape.text).toBe(
      'retry: 2000\n\n' +
        'id: 7-3\nevent: hello\ndata: {"serverTime":"2026-03-02T00:00:00.000Z"}\n\n',
    );
  });

  it('gets an event on lines of its own, whatever its text holds', () => {
    const { tape, line } = openLine();
    const data = { text: 'one\ntwo\n\nid: 9-9' };
    line.deliver({ cursor: '8-1', type: 'incident.changed', userId: null, data, circle: null });
    expect(tape.text.split('\n\n').at(1)).toBe(
      'id: 8-1\nevent: incident.changed\ndata: {"text":"one\\ntwo\\n\\nid: 9-9"}',
    );
  });

  it('is let go when it reads nothing for too long', () => {
    const { tape, line } = openLine();
    tape.writableLength = 2 * 1024 * 1024;
    line.heartbeat();
    expect(tape.state).toBe('destroyed');
  });
});
