import { useQuery } from '@tanstack/react-query';
import { call } from './client';

/** Milliseconds without pauses; null while there are none. */
export interface ResponseTimes {
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p90Ms: number | null;
  readonly maxMs: number | null;
}

/** How one group of calls was answered. */
export interface ResponseItem {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly acknowledge: ResponseTimes;
  readonly judge: ResponseTimes;
  readonly steps: { readonly mean: number | null };
  readonly exhausted: number;
}

export type ResponseGroup = 'severity' | 'hour' | 'person';

export interface ResponseAnswer {
  readonly from: string;
  readonly to: string;
  readonly by: ResponseGroup;
  readonly total: ResponseItem;
  readonly items: readonly ResponseItem[];
}

/** Half-open, ISO 8601. */
export interface ResponseSpan {
  readonly from: string;
  readonly to: string;
}

export interface ResponseRoutes {
  'GET /response': {
    query: ResponseSpan & { readonly by: ResponseGroup };
    result: ResponseAnswer;
  };
}

export function useResponse(span: ResponseSpan, by: ResponseGroup, enabled = true) {
  return useQuery({
    queryKey: ['response', by, span],
    queryFn: ({ signal }) => call('GET /response', { query: { ...span, by }, signal }),
    placeholderData: (before) => before,
    enabled,
  });
}
