import { Injectable } from '@nestjs/common';
import {
  Redactor,
  incidentOf,
  isSamePlace,
  keepAct,
  lockAct,
  lockPlaces,
  markUndone,
  moveMentions,
  sightingsOfMentions,
} from '#intake';
import type { Move, Place, TriageKind } from '#intake';
import { Clock, Database, Nudges, notFound } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, refusalProblem } from '#workflow';
import type { Actor } from '#workflow';
import { LogIncident } from '../create/log-incident.js';
import type { NewIncident } from '../create/log-incident.js';
import { JoinSightings, MOST_AT_ONCE, mentionOf } from './join-sightings.js';
import { RemoveMentions } from './remove-mentions.js';
import { cannotUndo, unknownMentions, wrongPlace } from './triage-problems.js';
import type { Locale } from './triage-problems.js';

export type Triager = Actor & { readonly id: string; readonly locale: Locale };

/** Into which incident: one that is there, or one that is made of the mentions. */
export type Into =
  { readonly incidentId: string } | { readonly incident: Omit<NewIncident, 'mentions'> };

export interface Triaged {
  /** By which it can be undone. */
  readonly actId: string;
  readonly incidentId: string | null;
  readonly moved: number;
}

/** What is done with mentions of the inbox. Everything can be undone. */
@Injectable()
export class TriageMentions {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly logging: LogIncident,
    private readonly joining: JoinSightings,
    private readonly removing: RemoveMentions,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Mentions become a new incident, or part of one that is there. */
  group(mentionIds: readonly string[], into: Into, by: Triager): Promise<Triaged> {
    return this.transaction(async (tx, now) => {
      const known = 'incidentId' in into ? into.incidentId : null;
      const places = await this.lock(tx, mentionIds, known === null ? [] : [known]);
      this.mustBe(places, ['inbox', 'discarded'], by);
      const incidentId =
        'incidentId' in into ? into.incidentId : await this.log(tx, into.incident, places, by, now);
      const moves = movesTo(places, { state: 'grouped', incidentId });
      await this.settle(tx, moves, now);
      const newIncidentId = known === null ? incidentId : null;
      return this.keep(tx, { kind: 'group', moves, newIncidentId }, by, now);
    });
  }

  discard(mentionIds: readonly string[], reason: string, by: Triager): Promise<Triaged> {
    return this.transaction(async (tx, now) => {
      const places = await this.lock(tx, mentionIds, []);
      this.mustBe(places, ['inbox'], by);
      const moves = movesTo(places, { state: 'discarded', reason: this.redactor.clean(reason) });
      await this.settle(tx, moves, now);
      return this.keep(tx, { kind: 'discard', moves, newIncidentId: null }, by, now);
    });
  }

  /** Back to the inbox, from wherever they are. */
  restore(mentionIds: readonly string[], by: Triager): Promise<Triaged> {
    return this.transaction(async (tx, now) => {
      const places = await this.lock(tx, mentionIds, []);
      this.mustBe(places, ['grouped', 'discarded'], by);
      const moves = movesTo(places, { state: 'inbox' });
      await this.settle(tx, moves, now);
      return this.keep(tx, { kind: 'restore', moves, newIncidentId: null }, by, now);
    });
  }

  /** As if the act had not been. Refused when somebody has moved one of its mentions since. */
  undo(actId: string, by: Triager): Promise<Triaged> {
    return this.transaction(async (tx, now) => {
      const act = await lockAct(tx, actId);
      if (act === null) throw notFound('This act');
      const back = act.moves.map(({ mentionId, from, to }) => ({ mentionId, from: to, to: from }));
      const ids = back.map(({ mentionId }) => mentionId);
      const incidents = back.flatMap(({ to }) => incidentOf(to) ?? []);
      const places = await this.lock(tx, ids, incidents);
      const isAsLeft = back.every(({ mentionId, from }) =>
        isSamePlace(places.get(mentionId) ?? from, from),
      );
      if (act.isUndone || !isAsLeft) throw cannotUndo(act.isUndone, by.locale);
      await this.settle(tx, back, now);
      if (act.newIncidentId !== null) await this.removing.retract(tx, act.newIncidentId, now);
      await markUndone(tx, actId, by.id, now);
      return { actId, incidentId: null, moved: back.length };
    });
  }

  private async transaction<T>(work: (tx: Tx, now: number) => Promise<T>): Promise<T> {
    const done = await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
    return done;
  }

  /** Incidents first, then what hangs on them: the order in which everybody locks. */
  private async lock(
    tx: Tx,
    mentionIds: readonly string[],
    incidentIds: readonly string[],
  ): Promise<Map<string, Place>> {
    const wanted = [...new Set(mentionIds)];
    const holders = await this.removing.holders(tx, wanted);
    const locked = await this.runtime.lock(tx, [...new Set([...incidentIds, ...holders])]);
    if (incidentIds.some((id) => locked.get(id)?.type !== 'incident'))
      throw notFound('This incident');
    const places = await lockPlaces(tx, wanted);
    const missing = wanted.filter((id) => !places.has(id));
    if (missing.length > 0) throw unknownMentions(missing);
    return places;
  }

  private mustBe(
    places: ReadonlyMap<string, Place>,
    states: readonly Place['state'][],
    { locale }: Triager,
  ): void {
    const others = [...places].filter(([, { state }]) => !states.includes(state));
    if (others.length > 0) throw wrongPlace(others, locale);
  }

  private async log(
    tx: Tx,
    incident: Omit<NewIncident, 'mentions'>,
    places: ReadonlyMap<string, Place>,
    by: Triager,
    now: number,
  ): Promise<string> {
    const sightings = await sightingsOfMentions(tx, [...places.keys()]);
    const mentions = sightings.slice(0, MOST_AT_ONCE).map((sighting) => mentionOf(sighting, []));
    const logged = await this.logging.within(tx, { ...incident, mentions }, by, now);
    if (!logged.ok) throw refusalProblem(logged, by.locale);
    return logged.id;
  }

  /** Takes mentions out of the incidents that they leave, and adds them to those that they join. */
  private async settle(tx: Tx, moves: readonly Move[], now: number): Promise<void> {
    const leaving = moves.filter(({ from }) => incidentOf(from) !== null);
    if (leaving.length > 0)
      await this.removing.within(
        tx,
        leaving.map(({ mentionId }) => mentionId),
        now,
      );
    await moveMentions(tx, moves, now);
    const joining = moves.filter(({ to }) => incidentOf(to) !== null);
    const ids = joining.map(({ mentionId }) => mentionId);
    if (ids.length > 0) await this.joining.within(tx, await sightingsOfMentions(tx, ids), now);
  }

  private async keep(
    tx: Tx,
    act: { kind: TriageKind; moves: readonly Move[]; newIncidentId: string | null },
    by: Triager,
    now: number,
  ): Promise<Triaged> {
    const actId = await keepAct(tx, act, by.id, now);
    const [first] = act.moves;
    const incidentId = first === undefined ? null : incidentOf(first.to);
    return { actId, incidentId, moved: act.moves.length };
  }
}

const movesTo = (places: ReadonlyMap<string, Place>, to: Place): Move[] =>
  [...places].map(([mentionId, from]) => ({ mentionId, from, to }));
