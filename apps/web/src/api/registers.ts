import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Page, Person } from './types';

export const REGISTERS = [
  ...([
    'channels',
    'sensitive-dates',
    'risk-points',
    'responsibilities',
    'plan-templates',
  ] as const),
] as const;
export type RegisterPath = (typeof REGISTERS)[number];

/** What every record says of itself; its own fields are beside. */
export interface RegisterRecord {
  readonly id: string;
  readonly version: number;
  readonly active: boolean;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: Person | null;
  readonly [field: string]: unknown;
}

export interface RecordChange {
  readonly seq: number;
  readonly at: string;
  readonly act: 'created' | 'changed' | 'retired' | 'restored';
  readonly by: Person | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface SensitiveDay {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
}

export type RecordBody = Readonly<Record<string, unknown>>;

interface Listed {
  readonly limit: number;
  readonly retired?: boolean;
  readonly cursor?: string;
}

type RouteOf = {
  readonly [Path in RegisterPath as `GET /${Path}`]: {
    query: Listed;
    result: Page<RegisterRecord>;
  };
} & {
  readonly [Path in RegisterPath as `POST /${Path}`]: { body: RecordBody; result: RegisterRecord };
} & {
  readonly [Path in RegisterPath as `PATCH /${Path}/:id`]: {
    params: { readonly id: string };
    body: RecordBody;
    result: RegisterRecord;
  };
};

export interface RegisterRoutes extends RouteOf {
  'GET /registers/:register/:id/history': {
    params: { readonly register: string; readonly id: string };
    result: { readonly items: readonly RecordChange[] };
  };
  'GET /registers/sensitive-days': {
    query: { readonly from: string; readonly to: string };
    result: { readonly items: readonly SensitiveDay[] };
  };
}

/** Registers are short: a county has dozens of channels, not hundreds. */
const AT_ONCE = 200;

async function allOf(path: RegisterPath, retired: boolean): Promise<readonly RegisterRecord[]> {
  const items: RegisterRecord[] = [];
  for (let cursor: string | null = null; ;) {
    const query: Listed = { limit: AT_ONCE, retired, ...(cursor === null ? {} : { cursor }) };
    const page: Page<RegisterRecord> = await call(`GET /${path}`, { query });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

export function useRegister(path: RegisterPath, retired: boolean) {
  return useQuery({
    queryKey: ['registers', path, retired],
    queryFn: () => allOf(path, retired),
  });
}

/** As the server calls one record of it. */
const NAMES: Readonly<Record<RegisterPath, string>> = {
  channels: 'channel',
  'sensitive-dates': 'sensitive-date',
  'risk-points': 'risk-point',
  responsibilities: 'responsibility',
  'plan-templates': 'plan-template',
};

export function useHistory(path: RegisterPath, id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['registers', path, 'history', id],
    queryFn: () =>
      call('GET /registers/:register/:id/history', { params: { register: NAMES[path], id } }),
    enabled,
  });
}

export function useSensitiveDays(from: string, to: string) {
  return useQuery({
    queryKey: ['registers', 'sensitive-days', from, to],
    queryFn: () => call('GET /registers/sensitive-days', { query: { from, to } }),
  });
}

const refresh = () => queryClient.invalidateQueries({ queryKey: ['registers'] });

/** Enters a record, or changes the one with this id as it was seen. */
export function useKeepRecord(path: RegisterPath, seen: RegisterRecord | null, onDone: () => void) {
  return useMutation({
    mutationFn: (body: RecordBody) =>
      seen === null
        ? call(`POST /${path}`, { body })
        : call(`PATCH /${path}/:id`, {
            params: { id: seen.id },
            body: { ...body, expectedVersion: seen.version },
          }),
    onSuccess: () => {
      onDone();
      return refresh();
    },
  });
}
