import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { NotifyModule, OnDuty, Recipients } from '#notify';
import { Database, Queues } from '#platform';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { Auditor } from './audit/auditor.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { EscalationsController } from './ladders/escalations.controller.js';
import { EscalationPresenter } from './ladders/present-escalations.js';
import { EscalationPolicies } from './policies.js';
import { StaticOnDuty } from './static-on-duty.js';
import { Sweep } from './sweep/sweep.js';

@Module({})
class OnDutyModule {
  static with(policies: EscalationPolicies): DynamicModule {
    return {
      module: OnDutyModule,
      global: true,
      imports: [IdentityModule],
      providers: [
        { provide: EscalationPolicies, useValue: policies },
        { provide: OnDuty, useClass: StaticOnDuty },
      ],
      exports: [OnDuty, EscalationPolicies],
    };
  }
}

@Module({})
export class EscalationModule {
  static with(policies: EscalationPolicies): DynamicModule {
    return {
      module: EscalationModule,
      imports: [OnDutyModule.with(policies), IdentityModule, NotifyModule],
      controllers: [DeadlinesController, EscalationsController],
      providers: [
        AcknowledgeEscalation,
        EscalationPresenter,
        Sweep,
        {
          provide: Auditor,
          useFactory: (...parts: ConstructorParameters<typeof Auditor>) => new Auditor(...parts),
          inject: [Database, Queues, EscalationPolicies, Recipients],
        },
      ],
      exports: [Sweep, AcknowledgeEscalation, Auditor],
    };
  }
}
