import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DutyModule } from '#duty';
import { ClockBook, EscalationModule } from '#escalation';
import { ContactRules, DemoModule, IdentityModule } from '#identity';
import { IncidentsModule } from '#incidents';
import { IntakeModule } from '#intake';
import { KnowledgeModule, LibraryModule } from '#knowledge';
import { ChannelsModule, NotifyModule } from '#notify';
import type { OpenChannels } from '#notify';
import { PlatformModule } from '#platform';
import type { Foundation } from '#platform';
import { RegistersModule } from '#registers';
import { MattersModule } from '#matters';
import { UpwardModule } from '#upward';
import { ReportingModule } from '#reporting';
import { PublicPagesModule, ReleaseModule } from '#release';
import { SearchModule } from '#search';
import { WorkflowModule } from '#workflow';
import type { Definitions } from '#workflow';
import { OfficeContacts, channelSetup, publicBody } from './channels.js';
import type { Configuration } from './config/configuration.js';

/** What Nest is asked for to get the checked configuration. */
export const CONFIGURATION = Symbol('configuration');

/** All libs put together, the same for every program. */
@Module({})
export class ProductModule {
  static on(
    foundation: Foundation,
    configuration: Configuration,
    definitions: Definitions,
    channels?: OpenChannels,
  ): DynamicModule {
    const { policies, duty, incidents, intake, feeds, redaction, registers, releases } =
      configuration;
    const imports = [
      PlatformModule.on(foundation),
      IntakeModule.with(redaction, intake, feeds),
      IdentityModule,
      KnowledgeModule,
      LibraryModule.issuedBy(configuration.organisation.name.zh),
      WorkflowModule.with(definitions, new ClockBook(policies)),
      ChannelsModule.with(channelSetup(foundation.settings, configuration, channels)),
      NotifyModule,
      EscalationModule.with(policies),
      DutyModule.with(duty),
      RegistersModule.with(registers),
      IncidentsModule.with(incidents),
      UpwardModule.with(configuration.upward),
      MattersModule,
      SearchModule,
      ReportingModule.with(configuration.reports),
      ReleaseModule.with(releases),
      PublicPagesModule.with(publicBody(foundation.settings, configuration)),
      ...(foundation.settings.demo ? [DemoModule] : []),
    ];
    return {
      module: ProductModule,
      global: true,
      imports,
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: ContactRules, useValue: new OfficeContacts(configuration.channels) },
      ],
      exports: [
        ...[CONFIGURATION, ContactRules],
        ...[NotifyModule, EscalationModule, DutyModule, IncidentsModule, IdentityModule],
        ...[KnowledgeModule, RegistersModule, ReleaseModule, ReportingModule, PublicPagesModule],
      ],
    };
  }
}
