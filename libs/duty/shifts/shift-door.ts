import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { EscalationPolicies, gradesOf, laddersAt } from '#escalation';
import { Notifier } from '#notify';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Accepted, SubjectDoor, SubjectName } from '#workflow';
import { dutyNames } from '../names.js';
import { SYSTEM, ShiftCommands } from './shift-command.js';
import { findShift, nextShift } from './shift.repository.js';
import type { ShiftRow } from './shift.repository.js';

/** What other libs may ask of shifts without knowing them. */
@Injectable()
export class ShiftDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly commands: ShiftCommands,
    private readonly doors: SubjectDoors,
    private readonly notifier: Notifier,
    private readonly policies: EscalationPolicies,
  ) {}

  onModuleInit(): void {
    this.doors.register('shift', this);
  }

  async actOnTime(tx: Tx, shiftId: string, name: string, now: number): Promise<void> {
    const decision = await this.commands.give(tx, { shiftId, name, actor: SYSTEM }, now);
    if (decision?.ok !== true) return;
    const shift = await findShift(tx, shiftId);
    if (shift !== null && name === 'begin') await this.handOn(tx, shift, now);
    if (shift !== null && name === 'lapse') await this.leave(tx, shift, decision, now);
  }

  namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    return dutyNames(tx, 'shift', ids);
  }

  /** Nobody has handed it over, and nobody will: what is open must not stay behind. */
  private async leave(tx: Tx, shift: ShiftRow, { subject }: Accepted, now: number): Promise<void> {
    const next = await nextShift(tx, shift);
    if (next !== null) await this.commands.passOn(tx, subject, next.id, now);
  }

  /** Whoever comes on duty while a ladder climbs through their position hears of it: nothing is lost at eight o'clock. */
  private async handOn(tx: Tx, shift: ShiftRow, now: number): Promise<void> {
    const ladders = await laddersAt(tx, `on-duty:${shift.position}`);
    const grades = await gradesOf(
      tx,
      ladders.map(({ deadlineId }) => deadlineId),
    );
    const notifications = ladders.map(({ id, clock, ladder, deadlineId, ...subject }) => ({
      cause: `handed-on:${id}:${shift.id}`,
      userIds: [shift.userId],
      topic: 'escalation.handed-on',
      subjectType: subject.subjectType,
      subjectId: subject.subjectId,
      escalationId: id,
      severity: grades.get(deadlineId) ?? 'unrated',
      data: { clock, title: this.policies.titleOf(clock), ladder },
    }));
    await this.notifier.tell(tx, notifications, now);
  }
}
