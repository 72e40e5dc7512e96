import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { PreviewQuestion, Schedule, Span } from './rota-types';
import type { Position } from './types';

/** All keys begin with what the live event of a changed shift makes old (live.ts). */
const DUTY = 'duty';

export const SCHEDULES_KEY = [DUTY, 'schedules'] as const;

export function useSchedules() {
  return useQuery({
    queryKey: SCHEDULES_KEY,
    queryFn: () => call('GET /schedules'),
    select: ({ items }) => items.filter(({ archivedAt }) => archivedAt === null),
  });
}

/** Who is on duty over a window of at most 400 days. */
export function useCoverage(schedule: Schedule | undefined, window: Span) {
  const id = schedule?.id ?? '';
  return useQuery({
    queryKey: [DUTY, 'coverage', id, window],
    queryFn: ({ signal }) =>
      call('GET /schedules/:id/coverage', { params: { id }, query: { ...window }, signal }),
    enabled: schedule !== undefined,
  });
}

export function useOverrides(scheduleId: string, window: Span) {
  return useQuery({
    queryKey: [DUTY, 'overrides', scheduleId, window],
    queryFn: () =>
      call('GET /schedules/:id/overrides', { params: { id: scheduleId }, query: { ...window } }),
  });
}

/** What would be; nothing is saved. Null asks nothing. */
export function usePreview(question: PreviewQuestion | null) {
  return useQuery({
    queryKey: [DUTY, 'preview', question],
    queryFn: ({ signal }) =>
      question === null
        ? Promise.reject(new Error('nothing to preview'))
        : call('POST /schedules/preview', { body: question, signal }),
    enabled: question !== null,
    placeholderData: (before) => before,
  });
}

export function useDutyWarnings(days: number) {
  return useQuery({
    queryKey: [DUTY, 'warnings', days],
    queryFn: () => call('GET /duty/warnings', { query: { days } }),
  });
}

export function useSuggestions(scheduleId: string, gap: Span & { readonly position: Position }) {
  const { position, from, to } = gap;
  return useQuery({
    queryKey: [DUTY, 'suggestions', scheduleId, position, from, to],
    queryFn: () =>
      call('GET /schedules/:id/suggestions', {
        params: { id: scheduleId },
        query: { position, from, to },
      }),
  });
}

export function useFairness(schedule: Schedule | undefined, window: Span) {
  const id = schedule?.id ?? '';
  return useQuery({
    queryKey: [DUTY, 'fairness', id, window],
    queryFn: () => call('GET /schedules/:id/fairness', { params: { id }, query: { ...window } }),
    enabled: schedule !== undefined,
    placeholderData: (before) => before,
  });
}

/** The month as a Word file; the browser fetches it with the session's cookie. */
export function rosterFile(scheduleId: string, month: string): string {
  return `/api/v1/schedules/${encodeURIComponent(scheduleId)}/roster.docx?month=${month}`;
}
