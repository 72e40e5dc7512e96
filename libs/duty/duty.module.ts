import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { OnDuty } from '#notify';
import { CalendarController } from './calendar/calendar.controller.js';
import { DutyPolicy } from './duty-policy.js';
import { HandOver } from './handovers/hand-over.js';
import { HandoverDoor } from './handovers/handover-door.js';
import { HandoversController } from './handovers/handovers.controller.js';
import { HandoverPresenter } from './handovers/present-handover.js';
import { Leaves } from './leaves/leaves.js';
import { LeavesController } from './leaves/leaves.controller.js';
import { DutyNow } from './now/duty-now.js';
import { DutyWarnings } from './now/duty-warnings.js';
import { DutyController } from './now/duty.controller.js';
import { FiguresController } from './now/figures.controller.js';
import { People } from './people.js';
import { KeepRoster } from './roster/keep-roster.js';
import { RotaOnDuty } from './rota-on-duty.js';
import { ChangeSchedule } from './schedules/change-schedule.js';
import { CoveragePresenter } from './schedules/coverage.js';
import { AddOverride } from './schedules/overrides.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { ActOnShift } from './shifts/act-on-shift.js';
import { ShiftPresenter } from './shifts/present-shift.js';
import { ShiftCommands } from './shifts/shift-command.js';
import { ShiftDoor } from './shifts/shift-door.js';
import { ShiftsController } from './shifts/shifts.controller.js';
import { StandIns } from './stand-in.js';
import { SwapPresenter } from './swaps/present-swap.js';
import { SwapDoor } from './swaps/swap-door.js';
import { SwapDuty } from './swaps/swap-duty.js';
import { SwapsController } from './swaps/swaps.controller.js';

/** Who is on duty, for everybody: notify asks it through its port. */
@Module({})
class RotaModule {
  static with(policy: DutyPolicy): DynamicModule {
    return {
      module: RotaModule,
      global: true,
      imports: [IdentityModule],
      providers: [
        { provide: DutyPolicy, useValue: policy },
        StandIns,
        RotaOnDuty,
        { provide: OnDuty, useExisting: RotaOnDuty },
      ],
      exports: [OnDuty, RotaOnDuty, StandIns, DutyPolicy],
    };
  }
}

@Module({})
export class DutyModule {
  static with(policy: DutyPolicy): DynamicModule {
    return {
      module: DutyModule,
      imports: [RotaModule.with(policy), IdentityModule],
      controllers: [
        ...[SchedulesController, FiguresController, LeavesController, SwapsController],
        ...[HandoversController, ShiftsController, DutyController, CalendarController],
      ],
      providers: [
        ...[People, KeepRoster, ChangeSchedule, AddOverride, CoveragePresenter, Leaves],
        ...[ShiftCommands, ActOnShift, ShiftPresenter, ShiftDoor],
        ...[HandOver, HandoverPresenter, HandoverDoor],
        ...[SwapDuty, SwapPresenter, SwapDoor],
        ...[DutyNow, DutyWarnings],
      ],
      exports: [KeepRoster, ChangeSchedule, ActOnShift, Leaves, SwapDuty],
    };
  }
}
