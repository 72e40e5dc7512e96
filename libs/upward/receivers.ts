import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { ChannelSetup } from '#notify';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { NO_MAIL, TWO_RECEIVERS, UNKNOWN_BODY, UNKNOWN_UNIT } from './report-problems.js';
import type { ReportProblem } from './report-problems.js';
import { UpwardConfig } from './upward-config.js';

/** To whom a report goes: a unit with people here, or a body that is written to. */
export interface Receiver {
  readonly unitId: string | null;
  readonly code: string | null;
  readonly name: string;
}

/** A receiver that may be chosen, with what a person should know before. */
export interface ReceiverChoice extends Receiver {
  /** How many people can acknowledge here; null for a body that gets an e-mail. */
  readonly people: number | null;
}

export interface WantedReceiver {
  readonly receiverUnitId?: string;
  readonly receiverCode?: string;
}

interface UnitAbove {
  readonly id: string;
  readonly name: string;
}

/** Who is above: the units over the duty office, nearest first, and the bodies that organisation.yaml names. */
@Injectable()
export class Receivers {
  constructor(
    private readonly config: UpwardConfig,
    private readonly setup: ChannelSetup,
    private readonly directory: Directory,
  ) {}

  async choices(tx: Tx): Promise<ReceiverChoice[]> {
    const choices: ReceiverChoice[] = [];
    for (const { id, name } of await unitsAbove(tx)) {
      const people = (await this.directory.usersInUnit(tx, id)).length;
      choices.push({ unitId: id, code: null, name, people });
    }
    const byMail = this.hasMail
      ? this.config.superiors.map(({ code, name }) => ({ unitId: null, code, name, people: null }))
      : [];
    return [...choices, ...byMail];
  }

  /** The first that can acknowledge; a unit without people only when there is nobody else. */
  async likeliest(tx: Tx): Promise<Receiver | null> {
    const choices = await this.choices(tx);
    return choices.find(({ people }) => people !== 0) ?? choices[0] ?? null;
  }

  /** The one that was asked for, or what is wrong with it. */
  async wanted(
    tx: Tx,
    { receiverUnitId, receiverCode }: WantedReceiver,
  ): Promise<Receiver | ReportProblem> {
    if (receiverUnitId !== undefined && receiverCode !== undefined) return TWO_RECEIVERS;
    if (receiverCode !== undefined) return this.byMail(receiverCode);
    const unit = (await unitsAbove(tx)).find(({ id }) => id === receiverUnitId);
    return unit === undefined ? UNKNOWN_UNIT : { unitId: unit.id, code: null, name: unit.name };
  }

  /** The address of a body that is still named and can still be written to. */
  addressOf(code: string): string | null {
    return this.config.superiors.find((one) => one.code === code)?.email ?? null;
  }

  private get hasMail(): boolean {
    return this.setup.channels.has('email');
  }

  private byMail(code: string): Receiver | ReportProblem {
    const found = this.config.superiors.find((one) => one.code === code);
    if (found === undefined) return UNKNOWN_BODY;
    return this.hasMail ? { unitId: null, code, name: found.name } : NO_MAIL;
  }
}

/** The unit that keeps the duty desk: who reports. */
export async function dutyOffice(tx: Tx): Promise<UnitAbove | null> {
  const [row] = await sql<UnitAbove>(tx, 'SELECT id, name FROM units WHERE is_duty_office');
  return row ?? null;
}

const unitsAbove = (tx: Tx): Promise<UnitAbove[]> =>
  sql<UnitAbove>(
    tx,
    `WITH RECURSIVE above AS (
       SELECT id, name, parent_id, 0 AS distance FROM units WHERE is_duty_office
       UNION ALL
       SELECT u.id, u.name, u.parent_id, above.distance + 1 FROM units u JOIN above ON u.id = above.parent_id
     ) SELECT id, name FROM above WHERE distance > 0 ORDER BY distance`,
  );
