/**
 * The vocabulary of the workflow engine. Everything here is a value: no class, no clock, no I/O.
 * The engine knows nothing of incidents; releases, swaps and reports are subjects of it too.
 */

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Scalar = null | string | number | boolean;
/** One row of a list fact. `id` is unique within the list. */
export type FactItem = Readonly<Record<string, Scalar>>;
export type FactValue = Scalar | readonly string[] | readonly FactItem[];
export type Facts = Readonly<Record<string, FactValue>>;

/** Who gives a command. `system` is the program itself (merging, replaying, timers). */
export interface Actor {
  readonly kind: 'user' | 'system';
  readonly id: string | null;
  readonly roles: readonly string[];
  readonly unitId: string | null;
}

/** A clock of the subject that has not been stopped. `dormant`: it has no due time at the present grade. */
export interface LiveClock {
  readonly clock: string;
  readonly state: 'running' | 'paused' | 'dormant';
}

/** The thing that a workflow governs, as far as rules need to see it. */
export interface Subject {
  readonly id: string;
  readonly state: string;
  /** Number of commands accepted so far; the creation counts as 1. */
  readonly version: number;
  readonly facts: Facts;
  readonly clocks: readonly LiveClock[];
}

export interface Command {
  readonly name: string;
  readonly actor: Actor;
  readonly params: Facts;
  /** The version that the user saw. Null only for the program itself. */
  readonly expectedVersion: number | null;
}

/** One accepted fact. Folding the events of a subject over nothing gives the subject again (`evolve`). */
export interface WorkflowEvent {
  readonly type: string;
  readonly command: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: Instant;
  readonly actor: { readonly kind: Actor['kind']; readonly id: string | null };
  /** The command's parameters as given (after redaction). */
  readonly params: Facts;
  /** Facts that this event changes, with their new values. */
  readonly set: Facts;
}

/** What should happen to the subject's deadlines. Due times are the escalation library's arithmetic. */
export type DeadlineChange =
  | { readonly change: 'start'; readonly clock: string }
  | { readonly change: 'stop'; readonly clock: string; readonly by: string }
  /** The last stopped deadline of this clock runs on, with its original start. */
  | { readonly change: 'continue'; readonly clock: string }
  | { readonly change: 'pause'; readonly clock: string; readonly resumeBy: Instant }
  | { readonly change: 'resume'; readonly clock: string }
  /** Live deadlines are re-based on their original start, at this grade. */
  | { readonly change: 'rebase'; readonly grade: string };

/** Something people should hear. `to` are targets such as `role:leader`, `unit:handler`, `user:<id>`. */
export interface Message {
  readonly topic: string;
  readonly to: readonly string[];
}

/** One unmet condition. `path` names the parameter it is about, if it is about one. */
export interface Reason {
  readonly code: string;
  readonly message: Words;
  readonly path?: string;
}

export interface Accepted {
  readonly ok: true;
  readonly subject: Subject;
  readonly events: readonly WorkflowEvent[];
  readonly deadlines: readonly DeadlineChange[];
  readonly messages: readonly Message[];
}

/** All unmet conditions at once. `kind` tells the door which answer to give: the worst one wins. */
export interface Refusal {
  readonly ok: false;
  readonly kind: 'unknown-command' | 'stale' | 'not-permitted' | 'refused';
  readonly reasons: readonly Reason[];
}

export type Decision = Accepted | Refusal;
