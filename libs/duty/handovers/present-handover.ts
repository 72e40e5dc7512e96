import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import {
  DeadlineBook,
  Definitions,
  SubjectDoors,
  actorOf,
  allowedCommands,
  readSubject,
} from '#workflow';
import type { FactItem, Facts, OpenMatter } from '#workflow';
import { DutyPolicy } from '../duty-policy.js';
import { People } from '../people.js';
import { findAnyShift } from '../shifts/planned-shifts.js';
import { logOf } from '../shifts/log.js';
import type { LogEntry } from '../shifts/log.js';
import type { LogEntryView } from '../shifts/shift.dto.js';
import { findShift, nextShift } from '../shifts/shift.repository.js';
import { iso, isoOrNull } from '../windows.js';
import { HandOver } from './hand-over.js';
import { HANDOVER_STATES } from './handover.dto.js';
import type { HandoverList, HandoverView, OpenMatterView } from './handover.dto.js';
import { findHandover } from './handover.repository.js';

@Injectable()
export class HandoverPresenter {
  constructor(
    private readonly handovers: HandOver,
    private readonly policy: DutyPolicy,
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
    private readonly people: People,
    private readonly doors: SubjectDoors,
    private readonly clock: Clock,
  ) {}

  async list(tx: Tx, shiftId: string, reader: RequestActor): Promise<HandoverList> {
    const row = await findAnyShift(tx, shiftId, this.policy);
    if (row === null) throw notFound('This shift');
    const loaded = await readSubject(tx, shiftId, this.definitions, this.book);
    const open = logOf(loaded?.subject).filter((entry) => entry.open);
    const next = await nextShift(tx, row);
    const named = await this.people.named(tx, [next?.userId ?? null]);
    return {
      matters: await this.seen(tx, await this.handovers.matters(tx), reader, [row.userId]),
      entries: await this.entries(tx, open),
      incoming: next === null ? null : named(next.userId),
      handover: row.handoverId === null ? null : await this.one(tx, row.handoverId, reader),
    };
  }

  async one(tx: Tx, id: string, reader: RequestActor): Promise<HandoverView> {
    const row = await findHandover(tx, id);
    const loaded = await readSubject(tx, id, this.definitions, this.book);
    const shift = row === null ? null : await findShift(tx, row.shiftId);
    if (row === null || loaded === null || shift === null) throw notFound('This handover');
    const { subject, definition } = loaded;
    const { facts, version } = subject;
    const [outgoing = '', incoming = ''] = [idIn(facts, 'outgoing'), idIn(facts, 'incoming')];
    const named = await this.people.named(tx, [outgoing, incoming]);
    const actor = actorOf(reader);
    return {
      ...{ id, shiftId: row.shiftId, nextShiftId: row.nextShiftId, position: shift.position },
      outgoing: named(outgoing),
      incoming: named(incoming),
      notes: textOf(facts['notes']),
      matters: await this.seen(tx, rowsOf(facts, 'matters').map(matterOfFact), reader, [
        outgoing,
        incoming,
      ]),
      entries: await this.entries(tx, rowsOf(facts, 'entries').map(entryOfFact)),
      outgoingSignedAt: isoOrNull(timeOf(facts['outgoingSignedAt'])),
      incomingSignedAt: isoOrNull(timeOf(facts['incomingSignedAt'])),
      state: HANDOVER_STATES.find((state) => state === subject.state) ?? 'waiting',
      version,
      allowed: allowedCommands(definition, subject, actor, this.clock.now()).map(
        ({ command }) => command,
      ),
    };
  }

  /** Who signs for all of it sees all of it; others see what they may know of. */
  private async seen(
    tx: Tx,
    matters: readonly OpenMatter[],
    reader: RequestActor,
    signers: readonly string[],
  ): Promise<OpenMatterView[]> {
    if (signers.includes(reader.id)) return matters.map(matterView);
    const subjects = matters.map(({ type, id }) => ({ subjectType: type, subjectId: id }));
    const seen = await this.doors.seenBy(tx, actorOf(reader), subjects);
    return matters.filter(({ id }) => seen.has(id)).map(matterView);
  }

  private async entries(tx: Tx, entries: readonly LogEntry[]): Promise<LogEntryView[]> {
    const named = await this.people.named(
      tx,
      entries.map(({ byId }) => byId),
    );
    return entries.map(({ at, byId, ...entry }) => ({
      ...entry,
      at: iso(at),
      by: byId === null ? null : named(byId),
    }));
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const timeOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const idIn = (facts: Facts, name: string): string | undefined => {
  const ids = facts[name];
  return Array.isArray(ids) ? (textOf(ids[0]) ?? undefined) : undefined;
};

const rowsOf = (facts: Facts, name: string): readonly FactItem[] => {
  const rows = facts[name];
  return Array.isArray(rows) ? (rows as readonly FactItem[]) : [];
};

const matterOfFact = (item: FactItem): OpenMatter => ({
  type: textOf(item['subjectType']) ?? '',
  id: textOf(item['subjectId']) ?? '',
  number: textOf(item['number']) ?? '',
  title: textOf(item['title']) ?? '',
  state: textOf(item['state']) ?? '',
  severity: textOf(item['severity']),
  dueAt: timeOf(item['dueAt']),
});

const entryOfFact = (item: FactItem): LogEntry => ({
  id: textOf(item['id']) ?? '',
  at: timeOf(item['loggedAt']) ?? 0,
  byId: textOf(item['byId']),
  source: textOf(item['source']),
  text: textOf(item['text']) ?? '',
  outcome: null,
  open: true,
});

const matterView = ({ dueAt, ...matter }: OpenMatter): OpenMatterView => ({
  ...matter,
  dueAt: isoOrNull(dueAt),
});
