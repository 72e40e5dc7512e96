import { z } from 'zod';

const codeSchema = z
  .string()
  .max(60)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'write a code in small letters, digits and hyphens, such as school-food',
  );

const categorySchema = z.strictObject({
  code: codeSchema,
  zh: z.string().min(1).max(60),
  en: z.string().min(1).max(60),
  /** The unit that usually answers for it; the judgement may name another. */
  ownerUnit: codeSchema,
});

/** categories.yaml: what incidents are about. */
export const categoriesSchema = z.strictObject({ categories: z.array(categorySchema).min(1) });

export type Category = z.infer<typeof categorySchema>;
export type CategoriesFile = z.infer<typeof categoriesSchema>;

/** Something in a configuration file that has the right shape and makes no sense, and where it stands. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export function categoryProblems(
  { categories }: CategoriesFile,
  units: ReadonlySet<string>,
): Mistake[] {
  const codes = categories.map(({ code }) => code);
  return categories.flatMap(({ code, ownerUnit }, index): Mistake[] => [
    ...(codes.indexOf(code) < index
      ? [{ path: ['categories', index, 'code'], message: `${code} stands here twice` }]
      : []),
    ...(units.has(ownerUnit)
      ? []
      : [
          {
            path: ['categories', index, 'ownerUnit'],
            message: `no unit has the code ${ownerUnit}`,
          },
        ]),
  ]);
}
