import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, actorOf, refusalProblem } from '#workflow';
import type { Accepted, Actor, Decision, Facts, Loaded } from '#workflow';
import { shiftsOf } from '../core/index.js';
import { DutyPolicy } from '../duty-policy.js';
import { People } from '../people.js';
import { KeepRoster } from '../roster/keep-roster.js';
import { ruleProblem } from '../rule-problem.js';
import type { RuleProblem } from '../rule-problem.js';
import { insertOverride } from '../schedules/overrides.js';
import { participantsOf } from '../schedules/rules-of-body.js';
import { loadPlan, lockSchedule } from '../schedules/schedule.repository.js';
import { findAnyShift } from '../shifts/planned-shifts.js';
import { tellPages } from '../shifts/shift-command.js';
import { ownerOf, swapOf, takingProblems } from './offer.js';
import type { Span } from './offer.js';
import {
  CHANGED,
  EMPTY,
  LEADERS_ARRANGE,
  NOBODY,
  NOTHING,
  NOT_ONE,
  NOT_YOURS,
  ONESELF,
  PAST,
  RETURN_ELSEWHERE,
  RETURN_NOT_THEIRS,
} from './swap-problems.js';
import type { OfferSwapBody } from './swap.dto.js';
import { findSwap, saveSwap } from './swap.repository.js';

export type SwapAct = 'accept' | 'release' | 'approve' | 'decline' | 'withdraw';

/** 换班: from the offer to the two consents, after which the rota has another override. */
@Injectable()
export class SwapDuty {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly policy: DutyPolicy,
    private readonly people: People,
    private readonly roster: KeepRoster,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the id. 404, 403, 422 with every reason. */
  async offer(scheduleId: string, body: OfferSwapBody, user: RequestActor): Promise<string> {
    const id = newId();
    await this.inOne(async (tx, now) => {
      const schedule = await lockSchedule(tx, scheduleId);
      if (schedule === null) throw notFound('This schedule');
      const span = await this.spanOf(tx, scheduleId, body, user);
      const offeredBy = await this.ownerOf(tx, scheduleId, span);
      const inReturn = await this.returnOf(tx, scheduleId, body);
      const partner = body.toUserId ?? body.arrangeWith;
      const problems = await this.offerProblems(tx, { span, offeredBy, inReturn, body, user, now });
      if (problems.length > 0 || offeredBy === null) throw ruleProblem(problems, user.locale);
      const colleagues = participantsOf({
        positions: schedule.rules.positions.filter(({ position }) => position === span.position),
      }).filter((one) => one !== offeredBy);
      const params: Facts = {
        ...{ scheduleId, position: span.position, startsAt: span.from, endsAt: span.to },
        ...(inReturn !== null && { returnStartsAt: inReturn.from, returnEndsAt: inReturn.to }),
        offeredBy,
        ...(partner !== undefined && { offeredTo: partner, partners: [partner] }),
        asked: askedOf(body, colleagues),
        needsApproval: schedule.rules.swapNeedsApproval ?? false,
        ...(body.note !== undefined && { note: this.redactor.clean(body.note) }),
      };
      const command = { name: 'create', actor: actorOf(user), params, expectedVersion: null };
      const decision = await this.runtime.create(tx, 'swap', id, command, now);
      if (!decision.ok) throw refusalProblem(decision, user.locale);
      await this.saved(
        tx,
        decision,
        typeof params['note'] === 'string' ? params['note'] : null,
        now,
      );
      if (body.arrangeWith !== undefined)
        await this.give(tx, id, 'arrange', { takenBy: body.arrangeWith }, user, null, now);
    });
    return id;
  }

  async act(
    id: string,
    name: SwapAct,
    { expectedVersion, note }: { readonly expectedVersion?: number; readonly note?: string },
    user: RequestActor,
  ): Promise<void> {
    await this.inOne(async (tx, now) => {
      const params: Facts = {
        ...(note !== undefined && note.trim() !== '' && { note: this.redactor.clean(note) }),
      };
      await this.give(tx, id, name, params, user, expectedVersion ?? null, now);
    });
  }

  /** As the program itself; a refusal is an answer. */
  async actOnTime(tx: Tx, id: string, name: string, actor: Actor, now: number): Promise<void> {
    const loaded = (await this.runtime.lock(tx, [id])).get(id);
    if (loaded === undefined) return;
    const command = { name, actor, params: {}, expectedVersion: null };
    const decision = this.runtime.decide(loaded, command, now);
    if (decision.ok) await this.apply(tx, loaded, decision, now);
  }

  private async give(
    tx: Tx,
    id: string,
    name: SwapAct | 'arrange',
    params: Facts,
    user: RequestActor,
    expectedVersion: number | null,
    now: number,
  ): Promise<void> {
    const row = await findSwap(tx, id);
    if (row === null) throw notFound('This swap');
    await lockSchedule(tx, row.scheduleId);
    const loaded = (await this.runtime.lock(tx, [id])).get(id);
    if (loaded === undefined) throw notFound('This swap');
    const version = expectedVersion ?? loaded.subject.version;
    const command = { name, actor: actorOf(user), params, expectedVersion: version };
    const decision: Decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) throw refusalProblem(decision, user.locale);
    const problems = await this.stillPossible(tx, decision, now);
    if (problems.length > 0) throw ruleProblem(problems, user.locale);
    await this.apply(tx, loaded, decision, now);
  }

  private async apply(tx: Tx, loaded: Loaded, decision: Accepted, now: number): Promise<void> {
    await this.runtime.persist(tx, loaded, decision, now);
    await this.saved(tx, decision, null, now);
    if (decision.events[0]?.type === 'swap-confirmed') await this.putInForce(tx, decision, now);
  }

  private async saved(tx: Tx, decision: Accepted, note: string | null, now: number): Promise<void> {
    await saveSwap(tx, decision.subject, note, now);
    await tellPages(tx, decision, now);
  }

  /** A confirmed swap is an override with two consents; a shift in return is another. */
  private async putInForce(tx: Tx, { subject, events }: Accepted, now: number): Promise<void> {
    const { facts, id } = subject;
    const swap = swapOf(facts);
    const common = {
      ...{ scheduleId: swap.scheduleId, position: swap.span.position, via: 'swap' as const },
      ...{ reason: null, createdBy: events[0]?.actor.id ?? null, createdAt: now },
    };
    const { from, to } = swap.span;
    await insertOverride(tx, { ...common, id: newId(), from, to, userId: swap.takenBy });
    if (swap.inReturn !== null)
      await insertOverride(tx, {
        ...common,
        ...swap.inReturn,
        id: newId(),
        userId: swap.offeredBy,
      });
    await this.roster.schedule(tx, swap.scheduleId, now, `swap:${id}`);
  }

  /** The rota may have changed since the offer, and whoever takes it may be busy. */
  private async stillPossible(
    tx: Tx,
    { subject, events }: Accepted,
    now: number,
  ): Promise<RuleProblem[]> {
    const type = events[0]?.type;
    if (type !== 'swap-taken' && type !== 'swap-confirmed') return [];
    const { scheduleId, span, inReturn, offeredBy, takenBy } = swapOf(subject.facts);
    const all = [span, ...(inReturn === null ? [] : [inReturn])];
    const window = {
      from: Math.min(...all.map(({ from }) => from)),
      to: Math.max(...all.map(({ to }) => to)),
    };
    const plan = await loadPlan(tx, scheduleId, window);
    const shifts = shiftsOf(plan, window, this.policy.isHoliday);
    const changed =
      ownerOf(span, shifts) !== offeredBy ||
      (inReturn !== null && (inReturn.from <= now || ownerOf(inReturn, shifts) !== takenBy));
    return [
      ...(changed ? [CHANGED] : []),
      ...takingProblems(takenBy, span, inReturn, shifts, plan),
      ...(inReturn === null ? [] : takingProblems(offeredBy, inReturn, span, shifts, plan)),
    ];
  }

  private async offerProblems(
    tx: Tx,
    offer: {
      readonly span: Span;
      readonly offeredBy: string | null;
      readonly inReturn: (Span & { readonly userId: string }) | null;
      readonly body: OfferSwapBody;
      readonly user: RequestActor;
      readonly now: number;
    },
  ): Promise<RuleProblem[]> {
    const { span, offeredBy, inReturn, body, user, now } = offer;
    const at = body.shiftId === undefined ? 'from' : 'shiftId';
    const problems: RuleProblem[] = [];
    if (span.to <= span.from) problems.push(EMPTY);
    if (span.from <= now) problems.push({ ...PAST, path: at });
    if (offeredBy === null) problems.push({ ...NOT_ONE, path: at });
    const isLeader = user.roles.includes('leader') && body.arrangeWith !== undefined;
    if (offeredBy !== null && offeredBy !== user.id && !isLeader)
      problems.push({ ...NOT_YOURS, path: at });
    if (body.arrangeWith !== undefined && !user.roles.includes('leader'))
      problems.push(LEADERS_ARRANGE);
    const partner = body.toUserId ?? body.arrangeWith;
    const place = body.toUserId === undefined ? 'arrangeWith' : 'toUserId';
    if (partner !== undefined && partner === offeredBy) problems.push({ ...ONESELF, path: place });
    if (partner !== undefined && !(await this.people.active(tx, [partner])).has(partner))
      problems.push({ ...NOBODY, path: place });
    if (inReturn !== null && inReturn.from <= now)
      problems.push({ ...PAST, path: 'returnShiftId' });
    if (inReturn !== null && inReturn.userId !== partner) problems.push(RETURN_NOT_THEIRS);
    if (inReturn !== null && inReturn.position !== span.position) problems.push(RETURN_ELSEWHERE);
    return problems;
  }

  private async spanOf(
    tx: Tx,
    scheduleId: string,
    { shiftId, position, from, to }: OfferSwapBody,
    user: RequestActor,
  ): Promise<Span> {
    if (shiftId !== undefined) {
      const shift = await findAnyShift(tx, shiftId, this.policy);
      if (shift?.scheduleId !== scheduleId) throw notFound('This shift');
      return { position: shift.position, from: shift.from, to: shift.to };
    }
    if (position === undefined || from === undefined || to === undefined)
      throw ruleProblem([{ ...NOTHING, path: 'shiftId' }], user.locale);
    return { position: position, from: Date.parse(from), to: Date.parse(to) };
  }

  private async returnOf(
    tx: Tx,
    scheduleId: string,
    { returnShiftId }: OfferSwapBody,
  ): Promise<(Span & { readonly userId: string }) | null> {
    if (returnShiftId === undefined) return null;
    const shift = await findAnyShift(tx, returnShiftId, this.policy);
    if (shift?.scheduleId !== scheduleId) throw notFound('The shift in return');
    const { position, from, to, userId } = shift;
    return { position, from, to, userId };
  }

  private async ownerOf(tx: Tx, scheduleId: string, span: Span): Promise<string | null> {
    if (span.to <= span.from) return null;
    const plan = await loadPlan(tx, scheduleId, span);
    return ownerOf(span, shiftsOf(plan, span, this.policy.isHoliday));
  }

  private async inOne(work: (tx: Tx, now: number) => Promise<void>): Promise<void> {
    await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
  }
}

/** Whom a leader has chosen hears of it when it is settled; an offer to nobody in particular asks all colleagues. */
function askedOf(body: OfferSwapBody, colleagues: readonly string[]): readonly string[] {
  if (body.arrangeWith !== undefined) return [];
  return body.toUserId === undefined ? colleagues : [body.toUserId];
}
