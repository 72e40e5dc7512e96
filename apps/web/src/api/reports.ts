import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { useRepeatKey } from './repeat-key';
import type { NewReport, Report, ReportCommand, ReportState, ReportType } from './report-types';

const PAGE = 50;

/** `report.changed` of the live stream makes all of these old (api/live.ts). */
export const REPORTS = 'reports';

export interface ReportFilter {
  /** All, when empty. */
  readonly type: ReportType | '';
  readonly state: ReportState | '';
}

export const useReports = (filter: ReportFilter) =>
  useInfiniteQuery({
    queryKey: [REPORTS, 'list', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /reports', {
        query: { ...filter, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });

export const useReport = (id: string) =>
  useQuery({
    queryKey: [REPORTS, 'one', id],
    queryFn: ({ signal }) => call('GET /reports/:id', { params: { id }, signal }),
  });

/** The server's answer is the new page; lists and the overview are asked for again. */
function show(report: Report): void {
  queryClient.setQueryData([REPORTS, 'one', report.id], report);
  void queryClient.invalidateQueries({ queryKey: [REPORTS, 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['overview'] });
}

export function useDraftReport(onDone: (id: string) => void) {
  const repeat = useRepeatKey();
  return useMutation({
    mutationFn: (body: NewReport) =>
      repeat.send(body, (idempotencyKey) => call('POST /reports', { body, idempotencyKey })),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: [REPORTS, 'list'] });
      onDone(id);
    },
  });
}

interface Edit {
  readonly key: string;
  /** Null: back to the text that was drafted. */
  readonly text: string | null;
}

export function useEditSection({ id, version }: Pick<Report, 'id' | 'version'>) {
  return useMutation({
    mutationFn: ({ key, text }: Edit) =>
      call('PATCH /reports/:id/sections/:key', {
        params: { id, key },
        body: { text, expectedVersion: version },
      }),
    onSuccess: show,
    onError: () => queryClient.invalidateQueries({ queryKey: [REPORTS, 'one', id] }),
  });
}

interface Given {
  readonly command: ReportCommand;
  readonly reason?: string;
  readonly numbersChecked?: boolean;
}

/** A report that somebody else changed meanwhile is asked for again, so that the next look is a true one. */
export function useReportCommand(
  { id, version }: Pick<Report, 'id' | 'version'>,
  onDone: (report: Report) => void,
) {
  return useMutation({
    mutationFn: ({ command, ...words }: Given) =>
      call('POST /reports/:id/commands/:command', {
        params: { id, command },
        body: { expectedVersion: version, ...words },
      }),
    onSuccess: (report) => {
      show(report);
      if (report.id !== id) void queryClient.invalidateQueries({ queryKey: [REPORTS, 'one', id] });
      onDone(report);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [REPORTS, 'one', id] }),
  });
}

export const useReportReads = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: [REPORTS, 'reads', id],
    queryFn: ({ signal }) => call('GET /reports/:id/reads', { params: { id }, signal }),
    enabled: isWanted,
  });

/** The receipt. It is asked for once and quietly: a reader has nothing to do about it. */
export async function noteRead(id: string): Promise<void> {
  await call('POST /reports/:id/read', { params: { id } });
  await queryClient.invalidateQueries({ queryKey: [REPORTS, 'list'] });
}
