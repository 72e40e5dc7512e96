/** Where mentions come from: a person's own log, a feed, files, a program that sends them, a hotline, a list. */
export const SOURCE_KINDS = ['manual', 'rss', 'csv', 'webhook', 'hotline', 'list'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
