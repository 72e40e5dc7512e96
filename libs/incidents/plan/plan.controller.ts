import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentUser, Directory, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, IdPipe, pageOf } from '#platform';
import { reference } from '../list/present-rows.js';
import { ActionList, ActionQuery, OfferedPlans } from './action.dto.js';
import { actionKey } from './action-key.js';
import { listActions } from './list-actions.js';
import { OfferPlans } from './offer-plans.js';

@Controller()
export class PlanController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly plans: OfferPlans,
    private readonly clock: Clock,
  ) {}

  /** Actions of all plans that one may know of: those to be done, the next due first, or those that are closed. */
  @Get('actions')
  @Requires('incident.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: ActionQuery): Promise<ActionList> {
    const tx = this.database.reader;
    const { scope = 'mine', state = 'open', cursor, limit } = query;
    const rows = await listActions(tx, { scope, state, cursor, limit }, user);
    const page = pageOf(rows, limit, (row) => actionKey(row.due_at, row.incident_id, row.id));
    const units = await this.directory.unitNames(
      tx,
      page.items.flatMap(({ unit_id }) => unit_id ?? []),
    );
    const people = await this.directory.names(
      tx,
      page.items.flatMap(({ owner_id }) => owner_id ?? []),
    );
    const now = this.clock.now();
    return {
      items: page.items.map((row) => ({
        id: row.id,
        incident: {
          id: row.incident_id,
          number: row.number,
          title: row.incident_title,
          severity: row.severity,
        },
        title: row.title,
        kind: row.kind,
        unit: reference(row.unit_id, units),
        owner: reference(row.owner_id, people),
        dueAt: row.due_at.toISOString(),
        status: row.status,
        overdue: row.status === 'open' && row.due_at.getTime() < now,
      })),
      nextCursor: page.nextCursor,
      serverTime: new Date(now).toISOString(),
    };
  }

  /** Plan templates that fit this incident, as a start for its plan. */
  @Get('incidents/:id/plan-templates')
  @Requires('incident.read')
  templates(@Param('id', IdPipe) id: string): Promise<OfferedPlans> {
    return this.plans.of(this.database.reader, id);
  }
}
