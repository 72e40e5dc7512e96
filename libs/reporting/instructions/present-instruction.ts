import { Injectable } from '@nestjs/common';
import { EscalationPolicies, liveDeadlinesOf, presentDeadline } from '#escalation';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, notFound, readTimeline } from '#platform';
import type { Tx } from '#platform';
import { Definitions, SubjectDoors, actorOf, allowedCommands, readSubjects } from '#workflow';
import { reportsToOpen } from '../comments/open-report.js';
import { entryOf, peopleIn } from './instruction-entry.js';
import { refuseUnlessSeen } from './instruction-sight.js';
import type { InstructionItem, InstructionView, NamedIncident } from './instruction.dto.js';
import { findInstruction } from './instruction.repository.js';
import type { InstructionRow } from './instruction.repository.js';

@Injectable()
export class InstructionPresenter {
  constructor(
    private readonly definitions: Definitions,
    private readonly doors: SubjectDoors,
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** 404 when there is none that the reader may know of. */
  async one(tx: Tx, id: string, reader: RequestActor): Promise<InstructionView> {
    await refuseUnlessSeen(tx, id, actorOf(reader));
    const row = await findInstruction(tx, id);
    const [loaded] = await readSubjects(tx, [id], this.definitions);
    const [item] = row === null ? [] : await this.list(tx, [row], reader);
    if (loaded === undefined || item === undefined) throw notFound('This instruction');
    const entries = await readTimeline(tx, id);
    const people = await this.directory.names(tx, peopleIn(entries));
    const actor = actorOf(reader);
    return {
      ...item,
      timeline: entries.map((entry) => entryOf(entry, people)),
      allowed: allowedCommands(loaded.definition, loaded.subject, actor, this.clock.now()).map(
        ({ command, label, needs }) => ({
          ...{ command, label },
          needs: needs.map(({ message }) => message),
        }),
      ),
    };
  }

  /** In a handful of queries for any number. */
  async list(
    tx: Tx,
    rows: readonly InstructionRow[],
    reader: RequestActor,
  ): Promise<InstructionItem[]> {
    const now = this.clock.now();
    const ids = rows.map(({ id }) => id);
    const units = await this.directory.unitNames(
      tx,
      rows.map(({ unitId }) => unitId),
    );
    const people = await this.directory.names(
      tx,
      rows.flatMap(({ givenBy, completedBy }) => [givenBy, completedBy ?? givenBy]),
    );
    const person = (id: string) => ({ id, name: people.get(id) ?? '' });
    const reports = await reportsToOpen(
      tx,
      rows.map(({ reportId }) => reportId),
      reader,
    );
    const incidents = await this.incidentsOf(tx, rows, reader);
    const deadlines = await liveDeadlinesOf(tx, ids);
    return rows.map((row) => ({
      ...{ id: row.id, state: row.state, version: row.version, text: row.text },
      unit: { id: row.unitId, name: units.get(row.unitId) ?? '' },
      givenBy: person(row.givenBy),
      dueAt: row.dueAt.toISOString(),
      report: reports.get(row.reportId) ?? null,
      sectionKey: row.sectionKey,
      incident: row.incidentId === null ? null : (incidents.get(row.incidentId) ?? null),
      ...{ result: row.result, reason: row.reason },
      completedBy: row.completedBy === null ? null : person(row.completedBy),
      completedAt: row.completedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      deadlines: deadlines
        .filter(({ subjectId }) => subjectId === row.id)
        .map((one) => presentDeadline(one, this.policies, now)),
    }));
  }

  /** The instruction does not open the incident to who may not know of it. */
  private async incidentsOf(
    tx: Tx,
    rows: readonly InstructionRow[],
    reader: RequestActor,
  ): Promise<ReadonlyMap<string, NamedIncident>> {
    const subjects = rows.flatMap(({ incidentId }) =>
      incidentId === null ? [] : [{ subjectType: 'incident', subjectId: incidentId }],
    );
    if (subjects.length === 0) return new Map();
    const seen = await this.doors.seenBy(tx, actorOf(reader), subjects);
    const names = await this.doors.namesOf(
      tx,
      subjects.filter(({ subjectId }) => seen.has(subjectId)),
    );
    return new Map([...names].map(([id, name]) => [id, { id, ...name }]));
  }
}
