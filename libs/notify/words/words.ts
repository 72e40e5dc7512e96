import type { Locale } from '#identity';

/** A text in the languages of the product. */
export type Words = Readonly<Record<Locale, string>>;
