import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { OutletsController } from './channels/channels.controller.js';
import { Days } from './days.js';
import { KeepRecords } from './keep-records.js';
import { PlanTemplatesController } from './plan-templates/plan-templates.controller.js';
import { RecordPresenter } from './present-records.js';
import { RegisterDoor } from './register-door.js';
import { RegisterPolicy } from './register-policy.js';
import { RegistersController } from './registers.controller.js';
import { ResponsibilitiesController } from './responsibilities/responsibilities.controller.js';
import { RiskPointsController } from './risk-points/risk-points.controller.js';
import { SensitiveDatesController } from './sensitive-dates/sensitive-dates.controller.js';

@Module({})
export class RegistersModule {
  static with(policy: RegisterPolicy): DynamicModule {
    return {
      module: RegistersModule,
      imports: [IdentityModule],
      controllers: [
        ...[OutletsController, SensitiveDatesController, RiskPointsController],
        ...[ResponsibilitiesController, PlanTemplatesController, RegistersController],
      ],
      providers: [
        { provide: RegisterPolicy, useValue: policy },
        ...[KeepRecords, RecordPresenter, RegisterDoor, Days],
      ],
    };
  }
}
