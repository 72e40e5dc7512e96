import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Accepted } from '#workflow';

/** A verdict that says otherwise than what is published on it. */
export interface VerdictChange {
  readonly incidentId: string;
  readonly verdict: string;
  readonly reason: string;
  readonly byId: string | null;
}

type Listener = (tx: Tx, change: VerdictChange, now: number) => Promise<void>;
type Reviews = (tx: Tx, incidentId: string) => Promise<number>;

/** Whoever keeps what is published asks here to be told; without anybody, nothing follows. */
@Injectable()
export class Publications {
  private readonly listeners: Listener[] = [];
  private reviews: Reviews = () => Promise.resolve(0);

  onVerdictChanged(listener: Listener): void {
    this.listeners.push(listener);
  }

  countReviewsBy(reviews: Reviews): void {
    this.reviews = reviews;
  }

  /** How many texts about an incident are on their way through joint review. */
  openReviews(tx: Tx, incidentId: string): Promise<number> {
    return this.reviews(tx, incidentId);
  }

  /** In the transaction that changed the verdict, after the change. */
  async verdictChanged(tx: Tx, change: VerdictChange, now: number): Promise<void> {
    for (const listener of this.listeners) await listener(tx, change, now);
  }
}

/** Null while nothing that is out says otherwise, or when only evidence was added. */
export function changedVerdict(
  { id, facts }: Accepted['subject'],
  event: Accepted['events'][number] | undefined,
): VerdictChange | null {
  const verdict = event?.set['verdict'];
  if (event === undefined || typeof verdict !== 'string' || facts['correctionOwed'] !== true)
    return null;
  const reason = event.params['reason'];
  return {
    incidentId: id,
    verdict,
    reason: typeof reason === 'string' ? reason : '',
    byId: event.actor.id,
  };
}
