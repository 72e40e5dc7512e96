import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { Notifier } from '#notify';
import type { Tx } from '#platform';
import { mayBeSent } from '../reports/report-sight.js';
import type { ReportHead } from '../reports/report.repository.js';
import { ReportsConfig } from '../reports-config.js';
import { addReaders } from './readers.repository.js';

type SentReport = Pick<ReportHead, 'id' | 'type' | 'incidentId' | 'unitId'>;

/** An issued report goes to those whom config/reports.yaml names for its kind, by the channels that they want. */
@Injectable()
export class SendToReaders {
  constructor(
    private readonly config: ReportsConfig,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
  ) {}

  /** In the transaction that issues it: whoever is told of it finds it, and who finds it was told. */
  async within(tx: Tx, report: SentReport, now: number): Promise<void> {
    const { id } = report;
    const userIds = await this.readersOf(tx, report);
    await addReaders(tx, id, userIds, now);
    const notification = {
      ...{ cause: `report.issued:${id}`, userIds: userIds, topic: 'report.issued' },
      ...{ subjectType: 'report', subjectId: id, escalationId: null, data: {} },
    };
    await this.notifier.tell(tx, [notification], now);
  }

  private async readersOf(tx: Tx, report: SentReport): Promise<string[]> {
    const people = new Set<string>();
    for (const role of this.config.readersOf(report.type))
      for (const one of await this.directory.usersByRole(tx, role)) people.add(one);
    if (report.incidentId === null && report.unitId === null) return [...people];
    const readers: string[] = [];
    for (const one of people) {
      const place = await this.directory.placeOf(tx, one);
      if (place !== null && (await mayBeSent(tx, report, { id: one, ...place }))) readers.push(one);
    }
    return readers;
  }
}
