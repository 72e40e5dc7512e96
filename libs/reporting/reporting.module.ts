import { Module } from '@nestjs/common';
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
import { ReportsController } from './reports/reports.controller.js';

/** Figures and the briefs that tell them. Expects the product to provide the module of escalation globally. */
@Module({
  imports: [DocumentsModule, IdentityModule],
  controllers: [FiguresController, InstructionsController, ReportsController],
  providers: [
    FoldDueLives,
    ReadFigures,
    ...[ActOnInstruction, GiveInstruction, InstructionDoor, InstructionPresenter],
    ...[ActOnReport, CountReport, DraftReport, Editions, ReadFacts, ReportDoor, ReportPresenter],
    ...[Papers, ReadRecords],
    {
      provide: LifeReading,
      inject: [EscalationPolicies],
      useFactory: (policies: EscalationPolicies) => new LifeReading(policies),
    },
  ],
  exports: [ActOnReport, DraftReport, FoldDueLives, ReadFigures],
})
export class ReportingModule {}
