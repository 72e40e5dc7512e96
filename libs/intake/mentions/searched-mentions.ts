import type { SearchedTable } from '#platform';

/** The inbox as it is searched: `store-sightings` keeps the grams of each wording. */
export const MENTIONS: SearchedTable = {
  name: 'inbox_mentions',
  text: 'lower(t.text)',
  written: 't.text',
  at: 'last_seen_at',
};
