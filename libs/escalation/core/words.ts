import { z } from 'zod';

/** A text that people see, in the two languages of the product. */
export const wordsSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export type Words = z.infer<typeof wordsSchema>;

/** A name that files refer to each other by: `first-response`. */
export const nameSchema = z
  .string()
  .max(60)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'write a name in small letters, digits and hyphens, such as first-response',
  );
