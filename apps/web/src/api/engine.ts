import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Words } from './types';

/** Something that did not move as it should when the auditor looked. */
export interface Finding {
  readonly id: string;
  readonly code: string;
  readonly message: Words;
  readonly since: string;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly resolvedAt: string | null;
}

export interface EngineHealth {
  readonly verdict: 'ok' | 'late' | 'down';
  readonly reasons: readonly { readonly code: string; readonly message: Words }[];
  readonly sweep: { readonly lastAt: string | null; readonly lagMs: number | null };
  readonly audit: {
    readonly lastAt: string | null;
    readonly open: readonly Finding[];
    readonly resolved: readonly Finding[];
    /** Null while no outside address is set up. */
    readonly heartbeat: {
      readonly lastAt: string | null;
      readonly lastFailureAt: string | null;
      readonly lastError: string | null;
    } | null;
  };
  readonly late: { readonly deadlines: number; readonly steps: number; readonly worstMs: number };
  readonly armed: { readonly deadlines: number; readonly next: string | null };
  readonly ladders: {
    readonly active: number;
    readonly acknowledged: number;
    readonly exhausted24h: number;
  };
  readonly lag24h: {
    readonly p50: number | null;
    readonly p99: number | null;
    readonly max: number | null;
  };
  readonly queues: {
    readonly backend: 'postgres' | 'redis';
    readonly counts:
      | readonly {
          readonly queue: string;
          readonly waiting: number;
          readonly active: number;
          readonly delayed: number;
        }[]
      | null;
  };
  readonly outbox: { readonly waiting: number; readonly failed: number };
  readonly database: {
    readonly version: string;
    readonly sizeBytes: number;
    readonly connections: number;
  };
  readonly disk: { readonly freeBytes: number | null };
  readonly backups: { readonly lastAt: string } | null;
  readonly uptimeSeconds: number;
  readonly version: string;
}

export interface EngineRoutes {
  'GET /health/engine': { result: EngineHealth };
}

const REFRESH_EVERY = 5_000;

/** Asks again every few seconds while the page is open: whoever looks here wants to know about now. */
export function useEngine() {
  return useQuery({
    queryKey: ['engine'],
    queryFn: () => call('GET /health/engine'),
    refetchInterval: REFRESH_EVERY,
  });
}
