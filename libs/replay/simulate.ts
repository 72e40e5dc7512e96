import type { CaseFile } from './case-file.js';
import { accepted, refusedTo, situationOf } from './case-file.js';
import type {
  Act,
  Instant,
  Office,
  OfficeRole,
  Queue,
  Sighting,
  Situation,
  Topic,
} from './core/index.js';
import {
  emptyQueue,
  mostAlike,
  nextAcknowledgement,
  nextAct,
  nextInstant,
  pop,
  push,
  seenAgain,
  shouldOpenIncident,
  topicOf,
} from './core/index.js';
import type { ReplayPorts, TopicNotes } from './ports.js';

export interface ReplayPlan {
  /** In the order of time. */
  readonly sightings: readonly Sighting[];
  readonly office: Office;
  /** The replay stops here, with whatever is still open. */
  readonly asOf: Instant;
  readonly describe: (title: string) => TopicNotes;
}

export interface ReplayProgress {
  readonly now: Instant;
  readonly sightings: number;
  readonly incidents: number;
}

export interface ReplayOutcome {
  readonly sightings: number;
  readonly topics: number;
  readonly incidents: number;
  readonly acts: number;
  /** Acts that the rules turned down. In a right configuration there are none. */
  readonly refusals: readonly { incidentId: string; command: string; codes: readonly string[] }[];
}

type Task =
  | { readonly kind: 'act'; readonly key: string; readonly plan: number }
  | { readonly kind: 'acknowledge'; readonly escalationId: string; readonly role: OfficeRole };

const FINAL: ReadonlySet<string> = new Set(['archived', 'dismissed', 'merged']);

/**
 * A discrete-event simulation: the clock jumps to the next sighting, deadline or human act, whichever comes
 * first, so that every deadline fires at its own moment and a quarter takes seconds. What is due fires before
 * anyone acts at the same instant.
 */
class Replay {
  private readonly topics = new Map<string, Topic>();
  private readonly waiting = new Map<string, Sighting[]>();
  private readonly files = new Map<string, CaseFile>();
  private readonly keys = new Map<string, string>();
  private readonly refusals: ReplayOutcome['refusals'][number][] = [];
  private tasks: Queue<Task> = emptyQueue;
  private now: Instant = -Infinity;
  private seen = 0;
  private acts = 0;

  constructor(
    private readonly ports: ReplayPorts,
    private readonly plan: ReplayPlan,
  ) {}

  get progress(): ReplayProgress {
    return { now: this.now, sightings: this.seen, incidents: this.files.size };
  }

  get outcome(): ReplayOutcome {
    const { seen: sightings, acts, refusals } = this;
    const counts = { topics: this.topics.size, incidents: this.files.size };
    return { sightings, ...counts, acts, refusals };
  }

  /** Lets the next thing happen; false when nothing is left before the end. */
  async step(): Promise<boolean> {
    const sighting = this.plan.sightings[this.seen];
    const seenAt = sighting?.observedAt ?? Infinity;
    const actAt = nextInstant(this.tasks) ?? Infinity;
    const dueAt = (await this.ports.nextDue()) ?? Infinity;
    const at = Math.min(seenAt, actAt, dueAt);
    if (at === Infinity || at > this.plan.asOf) return false;
    this.moveTo(at);
    if (dueAt <= at) await this.fire();
    else if (actAt <= at) await this.perform();
    else if (sighting !== undefined) await this.see(sighting);
    return true;
  }

  /** The clock never goes back, also when something is overdue. */
  private moveTo(at: Instant): void {
    this.now = Math.max(this.now, at);
    this.ports.setNow(this.now);
  }

  private async fire(): Promise<void> {
    for (const { id, incidentId, clock, startedAt } of await this.ports.fireDue()) {
      const key = `${this.keys.get(incidentId) ?? incidentId} ${clock} ${startedAt - this.firstSeen}`;
      const answer = nextAcknowledgement(this.plan.office, { key, clock, startedAt });
      if (answer === null) continue;
      const task = { kind: 'acknowledge', escalationId: id, role: answer.role } as const;
      this.tasks = push(this.tasks, answer.at, task);
    }
  }

  /** Chance must not depend on the day on which a stream is replayed. */
  private get firstSeen(): Instant {
    return this.plan.sightings[0]?.observedAt ?? 0;
  }

  private async perform(): Promise<void> {
    const popped = pop(this.tasks);
    if (popped === null) return;
    this.tasks = popped.rest;
    const task = popped.value;
    switch (task.kind) {
      case 'acknowledge':
        await this.ports.acknowledge(task.escalationId, task.role);
        break;
      case 'act': {
        const file = this.files.get(task.key);
        if (file?.plan === task.plan) await this.act(file);
        break;
      }
    }
  }

  /** Asked again at its time: since it was planned, the topic may have come back or a clock have moved. */
  private async act(file: CaseFile): Promise<void> {
    const act = nextAct(this.plan.office, await this.situation(file));
    if (act === null || act.at > this.now) {
      this.schedule(file, act);
      return;
    }
    const executed = await this.ports.execute(file.id, act);
    if (executed.ok) {
      this.acts += 1;
      return this.replan(accepted(file, act, this.now));
    }
    const { command } = act;
    this.refusals.push({ incidentId: file.id, command, codes: executed.codes });
    return this.replan(refusedTo(file, act));
  }

  private async replan(file: CaseFile): Promise<void> {
    const situation = await this.situation(file);
    const isOpen = !FINAL.has(situation.state);
    this.schedule({ ...file, isOpen }, nextAct(this.plan.office, situation));
  }

  private async situation(file: CaseFile): Promise<Situation> {
    const like = file.likeKey === null ? undefined : this.files.get(file.likeKey);
    const likeIncidentId = like?.isOpen === true ? like.id : null;
    return situationOf(file, await this.ports.viewOf(file.id), likeIncidentId);
  }

  private schedule(file: CaseFile, act: Act | null): void {
    const { key } = file.topic;
    const plan = file.plan + 1;
    this.files.set(key, { ...file, plan });
    if (act !== null)
      this.tasks = push(this.tasks, Math.max(act.at, this.now), { kind: 'act', key, plan });
  }

  private async see(sighting: Sighting): Promise<void> {
    this.seen += 1;
    const key = topicOf(sighting.title);
    const topic = seenAgain(this.topics.get(key), sighting);
    this.topics.set(key, topic);
    const file = this.files.get(key);
    if (file !== undefined) return this.seeAgain({ ...file, topic }, sighting);
    const sightings = [...(this.waiting.get(key) ?? []), sighting];
    this.waiting.set(key, sightings);
    if (shouldOpenIncident(topic)) await this.open(topic, sightings);
  }

  private async seeAgain(file: CaseFile, sighting: Sighting): Promise<void> {
    await this.ports.addSighting(file.id, sighting);
    if (file.isOpen) await this.replan(file);
    else this.files.set(file.topic.key, file);
  }

  private async open(topic: Topic, sightings: readonly Sighting[]): Promise<void> {
    this.waiting.delete(topic.key);
    const { truth, gravity, finding, ...draft } = this.plan.describe(topic.title);
    const open = [...this.files.values()].filter((file) => file.isOpen);
    const likeKey = mostAlike(
      topic.key,
      open.map((file) => file.topic.key),
    );
    const id = await this.ports.openIncident({ ...draft, sightings });
    this.keys.set(id, topic.key);
    await this.replan({
      ...{ id, topic, likeKey, notes: { ...draft, truth, gravity, finding } },
      ...{ isOpen: true, changedAt: this.now, given: {}, refused: new Set(), plan: 0 },
    });
  }
}

/** Plays the stream through the product up to `asOf`, and tells after every event how far it has come. */
export async function simulate(
  ports: ReplayPorts,
  plan: ReplayPlan,
  onProgress: (progress: ReplayProgress) => void = () => undefined,
): Promise<ReplayOutcome> {
  const replay = new Replay(ports, plan);
  while (await replay.step()) onProgress(replay.progress);
  ports.setNow(plan.asOf);
  return replay.outcome;
}
