import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ActOnReport } from './act-on-report.js';
import { DraftReport } from './draft-report.js';
import { MailReportHandler } from './mail/mail-report.handler.js';
import { ReceivedController } from './mail/received.controller.js';
import { ReceivedLinks } from './mail/received-links.js';
import { Papers } from './papers.js';
import { ReportPresenter } from './present-report.js';
import { RecordReader } from './read-record.js';
import { Receivers } from './receivers.js';
import { ReportCommands } from './report-commands.js';
import { ReportDoor } from './report-door.js';
import { ReportsController } from './reports.controller.js';
import { UpwardConfig } from './upward-config.js';

/** Reports to the level above. Expects the product to provide the module of incidents globally. */
@Module({})
export class UpwardModule {
  static with(config: UpwardConfig): DynamicModule {
    return {
      module: UpwardModule,
      imports: [IdentityModule],
      controllers: [ReportsController, ReceivedController],
      providers: [
        { provide: UpwardConfig, useValue: config },
        ...[ActOnReport, DraftReport, MailReportHandler, Papers, ReceivedLinks, Receivers],
        ...[RecordReader, ReportCommands, ReportDoor, ReportPresenter],
      ],
      exports: [ActOnReport, DraftReport],
    };
  }
}
