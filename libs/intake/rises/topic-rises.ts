import { defineJob } from '#platform';
import { z } from 'zod';
import { RISE_KINDS } from '../core/index.js';

/** A topic of the inbox rises. The room above tells people. */
export const topicRises = defineJob(
  'intake.topic-rises',
  z.object({
    topicId: z.uuid(),
    title: z.string(),
    kind: z.enum(RISE_KINDS),
    hours: z.number(),
    recent: z.number().int(),
    before: z.number().int(),
    rank: z.number().int().nullable(),
    /** Who is told, as in config/rise.yaml. */
    tell: z.array(z.string()),
  }),
);
