import { ApiProblem, Unreachable } from '../../api/problem';

/** An acknowledgement on its way. The key lets the server know a repeated one. */
export interface PendingAck {
  readonly escalationId: string;
  readonly key: string;
}

export interface AckState {
  /** In the order given. `waiting` ones go out when the line is back. */
  readonly pending: readonly (PendingAck & { readonly waiting: boolean })[];
  /** Why the server refused, by escalation. */
  readonly refused: Readonly<Record<string, string>>;
}

interface Ports {
  readonly load: () => readonly PendingAck[];
  readonly save: (pending: readonly PendingAck[]) => void;
  readonly send: (ack: PendingAck) => Promise<void>;
  readonly newKey: () => string;
}

/**
 * Acknowledgements outlive a dead line and a closed tab: they are written down before they are sent, and only
 * struck out by an answer. A refusal is an answer too, and is shown as one.
 */
export class AckQueue {
  private state: AckState;
  private readonly listeners = new Set<() => void>();
  private sending = false;

  constructor(private readonly ports: Ports) {
    this.state = { pending: ports.load().map((ack) => ({ ...ack, waiting: true })), refused: {} };
  }

  readonly snapshot = (): AckState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async acknowledge(escalationId: string): Promise<void> {
    if (this.state.pending.some((ack) => ack.escalationId === escalationId)) return;
    const { refused: formerly } = this.state;
    const refused = Object.fromEntries(
      Object.entries(formerly).filter(([id]) => id !== escalationId),
    );
    const ack = { escalationId, key: this.ports.newKey(), waiting: false };
    this.change({ pending: [...this.state.pending, ack], refused });
    await this.flush();
  }

  /** Sends what is pending, one after the other, until done or the line is dead. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let [next] = this.state.pending; next; [next] = this.state.pending) {
        if (!(await this.settle(next))) break;
      }
    } finally {
      this.sending = false;
    }
  }

  /** False when no answer came. */
  private async settle(ack: PendingAck): Promise<boolean> {
    try {
      await this.ports.send(ack);
      this.strikeOut(ack, null);
    } catch (error) {
      if (isNoAnswer(error)) {
        this.change({ pending: this.state.pending.map((one) => ({ ...one, waiting: true })) });
        return false;
      }
      this.strikeOut(ack, error instanceof Error ? error.message : String(error));
    }
    return true;
  }

  private strikeOut(ack: PendingAck, refusal: string | null): void {
    this.change({
      pending: this.state.pending.filter(({ key }) => key !== ack.key),
      ...(refusal === null
        ? {}
        : { refused: { ...this.state.refused, [ack.escalationId]: refusal } }),
    });
  }

  private change(change: Partial<AckState>): void {
    this.state = { ...this.state, ...change };
    this.ports.save(this.state.pending.map(({ escalationId, key }) => ({ escalationId, key })));
    this.listeners.forEach((listener) => listener());
  }
}

/** A lost session or a broken server settles nothing: the acknowledgement stays written down. */
function isNoAnswer(error: unknown): boolean {
  return (
    error instanceof Unreachable ||
    (error instanceof ApiProblem && (error.status === 401 || error.status >= 500))
  );
}
