import { useQuery } from '@tanstack/react-query';
import { readStored, writeStored } from '../lib/stored';
import { observeServerTime } from '../time/server-clock';
import { setOrganisationZone } from '../time/zone';
import { call } from './client';
import type { Category, Meta } from './types';

const STORE = 'mb.meta';

function isMeta(value: unknown): value is Meta {
  return (
    typeof value === 'object' && value !== null && 'timeZone' in value && 'categories' in value
  );
}

async function fetchMeta(): Promise<Meta> {
  const sentAt = Date.now();
  const meta = await call('GET /meta');
  observeServerTime(meta, sentAt, Date.now());
  setOrganisationZone(meta.timeZone);
  writeStored(STORE, meta);
  return meta;
}

function remembered(): Meta | undefined {
  const meta = readStored(STORE, isMeta) ?? undefined;
  if (meta) setOrganisationZone(meta.timeZone);
  return meta;
}

export const metaQuery = {
  queryKey: ['meta'] as const,
  queryFn: fetchMeta,
  initialData: remembered,
  initialDataUpdatedAt: 0,
  staleTime: 60 * 60_000,
};

/** The workspace's constants; undefined until they are known. */
export function useMeta(): Meta | undefined {
  return useQuery(metaQuery).data;
}

export function useCategories(): readonly Category[] {
  return useMeta()?.categories ?? [];
}
