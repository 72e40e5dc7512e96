import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { Notifier } from '#notify';
import type { Tx } from '#platform';
import type { ReportType } from '../core/index.js';
import { maySeeReport } from '../reports/report-sight.js';
import { ReportsConfig } from '../reports-config.js';
import { addReaders } from './readers.repository.js';

/** An issued report goes to those whom config/reports.yaml names for its kind, by the channels that they want. */
@Injectable()
export class SendToReaders {
  constructor(
    private readonly config: ReportsConfig,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
  ) {}

  /** In the transaction that issues it: whoever is told of it finds it, and who finds it was told. */
  async within(
    tx: Tx,
    { id, type }: { readonly id: string; readonly type: ReportType },
    now: number,
  ): Promise<void> {
    const userIds = await this.readersOf(tx, id, type);
    await addReaders(tx, id, userIds, now);
    const notification = {
      ...{ cause: `report.issued:${id}`, userIds: userIds, topic: 'report.issued' },
      ...{ subjectType: 'report', subjectId: id, escalationId: null, data: {} },
    };
    await this.notifier.tell(tx, [notification], now);
  }

  /** A report on one incident is not even named to those who may not know of that. */
  private async readersOf(tx: Tx, id: string, type: ReportType): Promise<string[]> {
    const people = new Set<string>();
    for (const role of this.config.readersOf(type))
      for (const one of await this.directory.usersByRole(tx, role)) people.add(one);
    if (type !== 'special') return [...people];
    const readers: string[] = [];
    for (const one of people) {
      const place = await this.directory.placeOf(tx, one);
      if (place !== null && (await maySeeReport(tx, id, { id: one, ...place }))) readers.push(one);
    }
    return readers;
  }
}
