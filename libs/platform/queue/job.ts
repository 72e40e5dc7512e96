import type { z } from 'zod';

/** `messages` carries what the outbox holds; `alarms` only wakes the sweep, `schedules` what is done on certain days. */
export type QueueName = 'messages' | 'alarms' | 'schedules';
export const QUEUE_NAMES: readonly QueueName[] = ['messages', 'alarms', 'schedules'];

/** A kind of job: its name and the shape of what it carries (ids and versions, not entities). */
export interface JobDefinition<Name extends string = string, Payload = unknown> {
  readonly name: Name;
  readonly schema: z.ZodType<Payload>;
}

/** Ties a name to its shape, so that a job with the wrong payload is a compile error where it is written. */
export const defineJob = <const Name extends string, Payload>(
  name: Name,
  schema: z.ZodType<Payload>,
): JobDefinition<Name, Payload> => ({ name, schema });
