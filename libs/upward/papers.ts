import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import { dayInWords, paperBlocks, plainText } from './core/index.js';
import type { ReportBlock, ReportPaper } from './core/index.js';
import type { ReportRow } from './report.repository.js';
import { UpwardConfig } from './upward-config.js';

type Words = Pick<
  ReportRow,
  'title' | 'receiverName' | 'senderName' | 'fields' | 'body' | 'sentAt'
>;

/** Where the receiver's name will stand. */
const NOBODY_YET = '（上级单位）';

/** What stands on the paper of a report: dated when it was sent, and until then today. */
@Injectable()
export class Papers {
  constructor(
    private readonly config: UpwardConfig,
    private readonly redactor: Redactor,
  ) {}

  of(report: Words, now: number): ReportPaper {
    return {
      title: report.title,
      receiver: report.receiverName ?? NOBODY_YET,
      sender: report.senderName,
      day: dayInWords(report.sentAt?.getTime() ?? now, this.config.timeZone),
      fields: report.fields,
      body: report.body,
    };
  }

  blocks(report: Words, now: number): ReportBlock[] {
    return paperBlocks(this.of(report, now));
  }

  /** To the letter what is frozen. Its parts are clean; put together they are looked at once more. */
  text(report: Words, now: number): string {
    return this.redactor.clean(plainText(this.of(report, now)));
  }
}
