import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { MessageActs, Notifier, NotifyModule, Recipients } from '#notify';
import { Database, Queues } from '#platform';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { Auditor } from './audit/auditor.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { EscalationsController } from './ladders/escalations.controller.js';
import { LadderMessageActs } from './ladder-message-acts.js';
import { EscalationPresenter } from './ladders/present-escalations.js';
import { EscalationPolicies } from './policies.js';
import { ResponseController } from './response/response.controller.js';
import { Sweep } from './sweep/sweep.js';

@Module({})
class PoliciesModule {
  static with(policies: EscalationPolicies): DynamicModule {
    return {
      module: PoliciesModule,
      global: true,
      providers: [{ provide: EscalationPolicies, useValue: policies }],
      exports: [EscalationPolicies],
    };
  }
}

/** What messages do to ladders: notify asks for it through its port. */
@Module({})
class MessageActsModule {
  static readonly everywhere: DynamicModule = {
    module: MessageActsModule,
    global: true,
    imports: [IdentityModule],
    providers: [AcknowledgeEscalation, { provide: MessageActs, useClass: LadderMessageActs }],
    exports: [AcknowledgeEscalation, MessageActs],
  };
}

@Module({})
export class EscalationModule {
  static with(policies: EscalationPolicies): DynamicModule {
    return {
      module: EscalationModule,
      imports: [
        PoliciesModule.with(policies),
        MessageActsModule.everywhere,
        IdentityModule,
        NotifyModule,
      ],
      controllers: [DeadlinesController, EscalationsController, ResponseController],
      providers: [
        EscalationPresenter,
        Sweep,
        {
          provide: Auditor,
          useFactory: (...parts: ConstructorParameters<typeof Auditor>) => new Auditor(...parts),
          inject: [Database, Queues, EscalationPolicies, Recipients, Notifier],
        },
      ],
      exports: [Sweep, MessageActsModule, Auditor],
    };
  }
}
