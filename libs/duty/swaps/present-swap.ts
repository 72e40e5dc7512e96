import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import { Definitions, actorOf, allowedCommands, readSubjects } from '#workflow';
import { People } from '../people.js';
import { iso } from '../windows.js';
import { swapOf } from './offer.js';
import { SWAP_STATES } from './swap.dto.js';
import type { SwapView } from './swap.dto.js';
import { findSwap } from './swap.repository.js';
import type { SwapRow } from './swap.repository.js';

@Injectable()
export class SwapPresenter {
  constructor(
    private readonly definitions: Definitions,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async one(tx: Tx, id: string, reader: RequestActor): Promise<SwapView> {
    const row = await findSwap(tx, id);
    const [view] = row === null ? [] : await this.list(tx, [row], reader);
    if (view === undefined) throw notFound('This swap');
    return view;
  }

  /** In two queries for any number. */
  async list(tx: Tx, rows: readonly SwapRow[], reader: RequestActor): Promise<SwapView[]> {
    const ids = rows.map(({ id }) => id);
    const subjects = new Map(
      (await readSubjects(tx, ids, this.definitions)).map((one) => [one.subject.id, one]),
    );
    const swaps = rows.flatMap((row) => {
      const loaded = subjects.get(row.id);
      return loaded === undefined ? [] : [{ row, ...loaded, swap: swapOf(loaded.subject.facts) }];
    });
    const named = await this.people.named(
      tx,
      swaps.flatMap(({ subject }) => [
        ...['offeredBy', 'offeredTo', 'takenBy'].map((name) => idOf(subject.facts[name])),
      ]),
    );
    const person = (id: string | null) => (id === null ? null : named(id));
    return swaps.map(({ row, subject, definition, swap }) => ({
      id: row.id,
      scheduleId: swap.scheduleId,
      position: swap.span.position,
      from: iso(swap.span.from),
      to: iso(swap.span.to),
      inReturn:
        swap.inReturn === null
          ? null
          : { from: iso(swap.inReturn.from), to: iso(swap.inReturn.to) },
      state: SWAP_STATES.find((state) => state === subject.state) ?? 'offered',
      offeredBy: named(swap.offeredBy),
      offeredTo: person(idOf(subject.facts['offeredTo'])),
      takenBy: person(idOf(subject.facts['takenBy'])),
      needsApproval: subject.facts['needsApproval'] === true,
      note: row.note,
      version: subject.version,
      allowed: allowedCommands(definition, subject, actorOf(reader), this.clock.now())
        .filter(({ needs }) => needs.length === 0)
        .map(({ command }) => command),
      createdAt: iso(row.createdAt.getTime()),
    }));
  }
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
