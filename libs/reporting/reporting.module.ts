import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DocumentsModule } from '#documents';
import { EscalationPolicies } from '#escalation';
import { IdentityModule } from '#identity';
import { FiguresController } from './figures/figures.controller.js';
import { ReadFigures } from './figures/read-figures.js';
import { ActOnInstruction } from './instructions/act-on-instruction.js';
import { GiveInstruction } from './instructions/give-instruction.js';
import { InstructionDoor } from './instructions/instruction-door.js';
import { InstructionsController } from './instructions/instructions.controller.js';
import { InstructionPresenter } from './instructions/present-instruction.js';
import { ReadRecords } from './figures/read-records.js';
import { FoldDueLives } from './lives/fold-due-lives.js';
import { LifeReading } from './lives/life-reading.js';
import { Papers } from './papers/papers.js';
import { ActOnReport } from './reports/act-on-report.js';
import { CountReport } from './reports/count-report.js';
import { DraftReport } from './reports/draft-report.js';
import { Editions } from './reports/editions.js';
import { ReadFacts } from './reports/facts/read-facts.js';
import { ReportPresenter } from './reports/present-report.js';
import { ReportDoor } from './reports/report-door.js';
import { ReportFiles } from './reports/report-files.js';
import { ReportFilesController } from './reports/report-files.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { CommentsController } from './comments/comments.controller.js';
import { WriteComment } from './comments/write-comment.js';
import { OverviewController } from './overview/overview.controller.js';
import { QuarterSoFar } from './overview/quarter-so-far.js';
import { ReadOverview } from './overview/read-overview.js';
import { ReadsController } from './reads/reads.controller.js';
import { SendToReaders } from './reads/send-to-readers.js';
import { ReportsConfig } from './reports-config.js';
import { DraftDueReports } from './schedule/draft-due-reports.js';

/** Figures and the briefs that tell them. Expects the product to provide the module of escalation globally. */
@Module({})
export class ReportingModule {
  static with(config: ReportsConfig): DynamicModule {
    return {
      module: ReportingModule,
      imports: [DocumentsModule, IdentityModule],
      controllers: [
        ...[FiguresController, ReportFilesController, ReportsController],
        ...[CommentsController, ReadsController, InstructionsController, OverviewController],
      ],
      providers: [
        { provide: ReportsConfig, useValue: config },
        ...[FoldDueLives, ReadFigures, ReadRecords, Papers],
        ...[ActOnReport, CountReport, DraftReport, Editions, ReadFacts, ReportDoor],
        ...[ReportFiles, ReportPresenter, DraftDueReports, SendToReaders, WriteComment],
        ...[ActOnInstruction, GiveInstruction, InstructionDoor, InstructionPresenter],
        ...[QuarterSoFar, ReadOverview],
        {
          provide: LifeReading,
          inject: [EscalationPolicies],
          useFactory: (policies: EscalationPolicies) => new LifeReading(policies),
        },
      ],
      exports: [
        ...[ActOnReport, DraftReport, DraftDueReports, FoldDueLives, ReadFigures],
        ...[ReportFiles, ReportsConfig],
      ],
    };
  }
}
