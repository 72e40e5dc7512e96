import { Injectable } from '@nestjs/common';
import { EscalationPolicies, deadlinesOf, liveDeadlinesOf, presentDeadline } from '#escalation';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import { Definitions, SubjectDoors, actorOf, allowedCommands, readSubjects } from '#workflow';
import { refuseUnlessSeen } from './matter-sight.js';
import type { IncidentOfMatter, MatterItem, MatterOfIncident, MatterView } from './matter.dto.js';
import { findMatter } from './matter.repository.js';
import type { MatterRow } from './matter.repository.js';
import { SuggestLinks } from './suggest-links.js';
import type { Linked } from './suggest-links.js';

/** The timer is nobody's to watch. */
const SHOWN_CLOCK = 'matter-receive';
const DECIDING: readonly string[] = ['officer', 'analyst', 'leader'];
/** Decided beside each suggestion, not as acts of the matter. */
const LINK_COMMANDS: readonly string[] = ['link', 'dismiss-link'];

@Injectable()
export class MatterPresenter {
  constructor(
    private readonly definitions: Definitions,
    private readonly doors: SubjectDoors,
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
    private readonly links: SuggestLinks,
    private readonly clock: Clock,
  ) {}

  /** 404 when there is none that the reader may know of. */
  async one(tx: Tx, id: string, reader: RequestActor): Promise<MatterView> {
    await refuseUnlessSeen(tx, id, actorOf(reader));
    const row = await findMatter(tx, id);
    const [loaded] = await readSubjects(tx, [id], this.definitions);
    const [item] = row === null ? [] : await this.list(tx, [row]);
    if (row === null || loaded === undefined || item === undefined) throw notFound('This matter');
    const now = this.clock.now();
    const people = await this.directory.names(
      tx,
      [row.createdBy, row.receivedBy].filter((one) => one !== null),
    );
    const named = (one: string) => ({ id: one, name: people.get(one) ?? '' });
    const units = await this.directory.unitNames(tx, [row.contactUnitId]);
    const deadlines = (await deadlinesOf(tx, id)).filter(({ clock }) => clock === SHOWN_CLOCK);
    return {
      ...item,
      deadlines: deadlines.map((one) => presentDeadline(one, this.policies, now)),
      ...{ what: row.what, questions: [...row.questions], question: row.question },
      reason: row.reason,
      contactUnit: { id: row.contactUnitId, name: units.get(row.contactUnitId) ?? '' },
      createdBy: named(row.createdBy),
      receivedBy: row.receivedBy === null ? null : named(row.receivedBy),
      reportedAt: row.reportedAt?.toISOString() ?? null,
      receivedAt: row.receivedAt?.toISOString() ?? null,
      incidents: await this.incidents(tx, row, reader),
      allowed: allowedCommands(loaded.definition, loaded.subject, actorOf(reader), now)
        .map(({ command }) => command)
        .filter((command) => !LINK_COMMANDS.includes(command)),
    };
  }

  /** In a handful of queries for any number. */
  async list(tx: Tx, rows: readonly MatterRow[]): Promise<MatterItem[]> {
    const now = this.clock.now();
    const units = await this.directory.unitNames(
      tx,
      rows.map(({ unitId }) => unitId),
    );
    const deadlines = (
      await liveDeadlinesOf(
        tx,
        rows.map(({ id }) => id),
      )
    ).filter(({ clock }) => clock === SHOWN_CLOCK);
    return rows.map((row) => ({
      ...{ id: row.id, state: row.state, version: row.version, title: row.title, kind: row.kind },
      ...{ category: row.category, place: row.place },
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      unit: { id: row.unitId, name: units.get(row.unitId) ?? '' },
      deadlines: deadlines
        .filter(({ subjectId }) => subjectId === row.id)
        .map((one) => presentDeadline(one, this.policies, now)),
    }));
  }

  /** What was reported beforehand, and may be what this incident is about. */
  async ofIncident(tx: Tx, incidentId: string, reader: RequestActor): Promise<MatterOfIncident[]> {
    const { matters, linked } = await this.links.forIncident(tx, incidentId, actorOf(reader));
    const items = new Map((await this.list(tx, matters)).map((item) => [item.id, item]));
    const answers = new Map(matters.map(({ id, questions }) => [id, [...questions]]));
    return linked.flatMap((one) => {
      const matter = items.get(one.id);
      const questions = answers.get(one.id) ?? [];
      return matter === undefined ? [] : [{ ...linkView(one, reader), matter, questions }];
    });
  }

  private async incidents(
    tx: Tx,
    row: MatterRow,
    reader: RequestActor,
  ): Promise<IncidentOfMatter[]> {
    const linked = await this.links.forMatter(tx, row, actorOf(reader));
    const names = await this.doors.namesOf(
      tx,
      linked.map(({ id }) => ({ subjectType: 'incident', subjectId: id })),
    );
    return linked.flatMap((one) => {
      const name = names.get(one.id);
      return name === undefined
        ? []
        : [{ ...linkView(one, reader), incident: { id: one.id, ...name } }];
    });
  }
}

const linkView = ({ link, match }: Linked, { roles }: RequestActor) => ({
  link,
  score: match?.score ?? null,
  why: [...(match?.why ?? [])],
  mayDecide: roles.some((role) => DECIDING.includes(role)),
});
