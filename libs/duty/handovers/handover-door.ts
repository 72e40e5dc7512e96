import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { SubjectDoor, SubjectName } from '#workflow';
import { dutyNames } from '../names.js';

/** What other libs may ask of handovers without knowing them. */
@Injectable()
export class HandoverDoor implements SubjectDoor, OnModuleInit {
  constructor(private readonly doors: SubjectDoors) {}

  onModuleInit(): void {
    this.doors.register('handover', this);
  }

  namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    return dutyNames(tx, 'handover', ids);
  }
}
