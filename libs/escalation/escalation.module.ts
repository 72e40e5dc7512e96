import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { REDACT_ALL } from '#intake';
import type { RedactionRules } from '#intake';
import { NotifyModule, OnDuty } from '#notify';
import { AcknowledgeEscalation, NOTE_REDACTION } from './acknowledge-escalation.js';
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
  /** `redaction`: what is taken out of the notes that people write when they acknowledge. */
  static with(policies: EscalationPolicies, redaction: RedactionRules = REDACT_ALL): DynamicModule {
    return {
      module: EscalationModule,
      imports: [OnDutyModule.with(policies), IdentityModule, NotifyModule],
      controllers: [DeadlinesController, EscalationsController],
      providers: [
        AcknowledgeEscalation,
        EscalationPresenter,
        Sweep,
        { provide: NOTE_REDACTION, useValue: redaction },
      ],
      exports: [Sweep, AcknowledgeEscalation],
    };
  }
}
