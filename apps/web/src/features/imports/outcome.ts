import type { ImportItem } from '../../api/imports';

/** What a file that was read has come to, as the name of a sentence and the number in it. */
export interface Headline {
  readonly key: 'one.dry' | 'one.done' | 'one.done.seen' | 'one.done.none' | 'one.done.bad';
  readonly count: number;
}

export function headlineOf(
  item: Pick<ImportItem, 'dryRun' | 'rows' | 'rejected' | 'added'>,
): Headline {
  const { added } = item;
  if (!hasGoodRows(item)) return { key: 'one.done.bad', count: 0 };
  if (item.dryRun) return { key: 'one.dry', count: added.mentions };
  if (added.mentions > 0) return { key: 'one.done', count: added.mentions };
  if (added.sightings > 0) return { key: 'one.done.seen', count: added.sightings };
  return { key: 'one.done.none', count: 0 };
}

export const hasGoodRows = ({ rows, rejected }: Pick<ImportItem, 'rows' | 'rejected'>): boolean =>
  rows > rejected;
