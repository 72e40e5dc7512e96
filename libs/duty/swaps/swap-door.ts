import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { SubjectDoor, SubjectName } from '#workflow';
import { dutyNames } from '../names.js';
import { SYSTEM } from '../shifts/shift-command.js';
import { SwapDuty } from './swap-duty.js';

/** What other libs may ask of swaps without knowing them. */
@Injectable()
export class SwapDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly swaps: SwapDuty,
    private readonly doors: SubjectDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register('swap', this);
  }

  async actOnTime(tx: Tx, id: string, name: string, now: number): Promise<void> {
    await this.swaps.actOnTime(tx, id, name, SYSTEM, now);
  }

  namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    return dutyNames(tx, 'swap', ids);
  }
}
