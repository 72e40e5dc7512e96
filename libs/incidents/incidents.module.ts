import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { KnowledgeModule } from '#knowledge';
import { NotifyModule } from '#notify';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { AddMentions } from './add-mentions.js';
import { AttachFile } from './attachments/attach-file.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { FileStore } from './attachments/file-store.js';
import { ExecuteCommand } from './commands/execute-command.js';
import { LogIncident } from './create/log-incident.js';
import { DeskController } from './desk/desk.controller.js';
import { DeskPresenter } from './desk/present-desk.js';
import { IncidentDoor } from './door.js';
import { JoinSightings } from './inbox/join-sightings.js';
import { RemoveMentions } from './inbox/remove-mentions.js';
import { RisesHandler } from './inbox/rises.handler.js';
import { SightingsHandler } from './inbox/sightings.handler.js';
import { TriageController } from './inbox/triage.controller.js';
import { TriageMentions } from './inbox/triage-mentions.js';
import { IncidentConfig } from './incident-config.js';
import { IncidentsController } from './incidents.controller.js';
import { JudgementsController } from './judgement/judgements.controller.js';
import { KeepJudgement } from './judgement/keep-judgement.js';
import { Precedents } from './judgement/precedents.js';
import { RowPresenter } from './list/present-rows.js';
import { OfferPlans } from './plan/offer-plans.js';
import { PlanController } from './plan/plan.controller.js';
import { PagePresenter } from './page/present-page.js';
import { FreezeRecord } from './record/freeze-record.js';
import { HeldFiles } from './retention/held-files.js';
import { KeepNoLonger } from './retention/keep-no-longer.js';
import { PreviewRetention } from './retention/preview-retention.js';
import { RetentionController } from './retention/retention.controller.js';
import { CaseRoom } from './room/case-room.js';
import { NewsHandler } from './room/news.handler.js';
import { RoomController } from './room/room.controller.js';
import { RecordsController } from './record/records.controller.js';
import { SightInterceptor } from './sight/sight.interceptor.js';
import { TimelineController } from './timeline.controller.js';
import { Publications } from './verification/publications.js';

@Module({})
export class IncidentsModule {
  static with(config: IncidentConfig): DynamicModule {
    return {
      module: IncidentsModule,
      imports: [DocumentsModule, IdentityModule, KnowledgeModule, NotifyModule],
      controllers: [
        IncidentsController,
        TimelineController,
        AttachmentsController,
        DeskController,
        JudgementsController,
        PlanController,
        RecordsController,
        RetentionController,
        RoomController,
        TriageController,
      ],
      providers: [
        { provide: IncidentConfig, useValue: config },
        {
          provide: FileStore,
          useFactory: ({ dataDir }: Settings) => FileStore.in(dataDir),
          inject: [SETTINGS],
        },
        AddMentions,
        AttachFile,
        CaseRoom,
        DeskPresenter,
        ExecuteCommand,
        FreezeRecord,
        HeldFiles,
        IncidentDoor,
        KeepJudgement,
        KeepNoLonger,
        JoinSightings,
        LogIncident,
        NewsHandler,
        OfferPlans,
        PagePresenter,
        Precedents,
        PreviewRetention,
        Publications,
        RemoveMentions,
        RowPresenter,
        RisesHandler,
        SightingsHandler,
        TriageMentions,
        { provide: APP_INTERCEPTOR, useClass: SightInterceptor },
      ],
      exports: [
        ...[AddMentions, ExecuteCommand, LogIncident, IncidentConfig, Publications],
        ...[KeepNoLonger, PreviewRetention],
      ],
    };
  }
}
