import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, PageQuery } from '#platform';
import { type PersonRef, type UnitRef } from '../list/incident-row.dto.js';
import { SEVERITIES } from '../words.js';
import type { Severity } from '../words.js';

const ACTION_SCOPES = ['mine', 'unit', 'all'] as const;
export type ActionScope = (typeof ACTION_SCOPES)[number];

const ACTION_FILTERS = ['open', 'closed'] as const;
export type ActionFilter = (typeof ACTION_FILTERS)[number];

export class ActionQuery extends PageQuery {
  /**
   * `mine`: I own it, or it is my unit’s and has no owner. `unit`: my unit’s. `all`: of every incident that I may know
   * of.
   */
  @ApiProperty({ enum: ACTION_SCOPES, enumName: 'ActionScope', required: false })
  @IfGiven()
  @IsIn(ACTION_SCOPES)
  scope?: ActionScope;

  /** `open`: to be done, the next due first. `closed`: done, waived or returned, the last due first. */
  @ApiProperty({ enum: ACTION_FILTERS, enumName: 'ActionFilter', required: false })
  @IfGiven()
  @IsIn(ACTION_FILTERS)
  state?: ActionFilter;
}

export class ActionIncident {
  @ApiProperty({ format: 'uuid' })
  id: string;

  number: string;
  title: string;

  @ApiProperty({ enum: SEVERITIES, enumName: 'Severity' })
  severity: Severity;
}

/** An action as lists across incidents show it. */
export class ActionRow {
  id: string;
  incident: ActionIncident;
  title: string;
  kind: string | null;
  unit: UnitRef | null;
  owner: PersonRef | null;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  /** open, done, waived or returned. */
  status: string;

  /** Open, and past its due time. */
  overdue: boolean;
}

export class ActionList {
  items: ActionRow[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  @ApiProperty({ format: 'date-time' })
  serverTime: string;
}

export class OfferedAction {
  title: string;
  kind: string;

  @ApiProperty({ type: String, nullable: true })
  basis: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  unitId: string | null;

  /** When it would be due if the disposal started now. */
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
}

/** 预案模板: what is usually done about something like this, as a start for the plan. */
export class OfferedPlan {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  actions: OfferedAction[];
}

export class OfferedPlans {
  items: OfferedPlan[];
}
