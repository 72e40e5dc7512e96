import type { z } from 'zod';

/** `messages` carries what the outbox holds; `alarms` only wakes the sweep. */
export type QueueName = 'messages' | 'alarms';
export const QUEUE_NAMES: readonly QueueName[] = ['messages', 'alarms'];

/** A kind of job: its name and the shape of what it carries (ids and versions, not entities). */
export interface JobDefinition<Name extends string = string, Payload = unknown> {
  readonly name: Name;
  readonly schema: z.ZodType<Payload>;
}

/** The member of the job union that a definition stands for. */
export type JobOf<D> =
  D extends JobDefinition<infer Name, infer Payload>
    ? { readonly name: Name; readonly payload: Payload }
    : never;

export const defineJob = <const Name extends string, Payload>(
  name: Name,
  schema: z.ZodType<Payload>,
): JobDefinition<Name, Payload> => ({ name, schema });
