import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Deadline, Person } from './types';

export const REPORT_TYPES = ['initial', 'follow-up', 'final'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];
export type ReportState = 'draft' | 'sent' | 'acknowledged' | 'returned' | 'withdrawn';
export type ReportAct = 'edit' | 'send' | 'resend' | 'acknowledge' | 'return' | 'withdraw';

export const REPORT_FIELDS = [
  'receivedAt',
  'source',
  'timeAndPlace',
  'nature',
  'scope',
  'harm',
  'trend',
  'measures',
  'leaders',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];
export type ReportFields = Readonly<Record<ReportField, string>>;

export interface Receiver {
  readonly unitId: string | null;
  readonly code: string | null;
  readonly name: string;
}

export interface ReceiverChoice extends Receiver {
  /** How many people of it can acknowledge here; null: it gets an e-mail. */
  readonly people: number | null;
}

export interface ReportBlock {
  readonly is: 'addressee' | 'heading1' | 'text' | 'item' | 'signature';
  readonly heading: string | null;
  readonly text: string;
}

export interface ReportItem {
  readonly id: string;
  readonly incident: { readonly id: string; readonly number: string; readonly title: string };
  readonly type: ReportType;
  readonly number: number | null;
  readonly state: ReportState;
  readonly version: number;
  readonly title: string;
  /** The unit that reports. */
  readonly sender: string;
  readonly receiver: Receiver | null;
  readonly draftedBy: Person;
  readonly sentBy: Person | null;
  readonly answeredBy: Person | null;
  readonly question: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly answeredAt: string | null;
  readonly sha256: string | null;
  readonly deadlines: readonly Deadline[];
  readonly mail: {
    readonly state: 'queued' | 'sending' | 'delivered' | 'failed' | 'in-doubt';
    readonly reason: string | null;
  } | null;
}

export interface Report extends ReportItem {
  readonly fields: ReportFields | null;
  readonly body: string;
  readonly missing: readonly ReportField[];
  readonly blocks: readonly ReportBlock[];
  readonly allowed: readonly ReportAct[];
}

export interface ReportEdit {
  readonly expectedVersion: number;
  readonly title: string;
  readonly fields?: ReportFields;
  readonly body?: string;
  readonly receiverUnitId?: string;
  readonly receiverCode?: string;
}

interface OfId {
  readonly id: string;
}

export interface UpwardRoutes {
  'GET /incidents/:id/upward-reports': {
    params: OfId;
    result: { readonly items: readonly ReportItem[]; readonly draftable: readonly ReportType[] };
  };
  'POST /incidents/:id/upward-reports': {
    params: OfId;
    body: { readonly type: ReportType };
    result: Report;
  };
  'GET /upward-receivers': { result: { readonly items: readonly ReceiverChoice[] } };
  'GET /upward-reports': {
    query: { readonly received?: boolean; readonly limit?: number; readonly cursor?: string };
    result: { readonly items: readonly ReportItem[]; readonly nextCursor: string | null };
  };
  'GET /upward-reports/:id': { params: OfId; result: Report };
  'PATCH /upward-reports/:id': { params: OfId; body: ReportEdit; result: Report };
  'POST /upward-reports/:id/:act': {
    params: OfId & { readonly act: Exclude<ReportAct, 'edit'> };
    body: { readonly expectedVersion: number; readonly question?: string };
    result: Report;
  };
}

const PAGE = 50;

/** `upward.changed` of the live stream makes all of these old (api/live.ts). */
const KEY = 'upward';

export const useIncidentReports = (incidentId: string) =>
  useQuery({
    queryKey: [KEY, 'of', incidentId],
    queryFn: () => call('GET /incidents/:id/upward-reports', { params: { id: incidentId } }),
  });

export const useReports = (received: boolean) =>
  useInfiniteQuery({
    queryKey: [KEY, 'list', received] as const,
    queryFn: ({ pageParam }) =>
      call('GET /upward-reports', {
        query: {
          limit: PAGE,
          ...(received ? { received } : {}),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useReport = (id: string) =>
  useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: () => call('GET /upward-reports/:id', { params: { id } }),
  });

export const useReceivers = (isWanted: boolean) =>
  useQuery({
    queryKey: [KEY, 'receivers'],
    queryFn: () => call('GET /upward-receivers'),
    enabled: isWanted,
  });

/** The server's answer is the new page; what else shows it, and the incident with its clocks, is asked for again. */
function show(report: Report): void {
  queryClient.setQueryData([KEY, 'one', report.id], report);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'of', report.incident.id] });
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['incident', report.incident.id] });
}

export function useDraftReport(incidentId: string, onDone: (report: Report) => void) {
  return useMutation({
    mutationFn: (type: ReportType) =>
      call('POST /incidents/:id/upward-reports', { params: { id: incidentId }, body: { type } }),
    onSuccess: (report) => {
      show(report);
      onDone(report);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [KEY, 'of', incidentId] }),
  });
}

export function useEditReport(id: string, onDone: (report: Report) => void) {
  return useMutation({
    mutationFn: (body: ReportEdit) => call('PATCH /upward-reports/:id', { params: { id }, body }),
    onSuccess: (report) => {
      show(report);
      onDone(report);
    },
  });
}

interface Given {
  readonly act: Exclude<ReportAct, 'edit'>;
  readonly question?: string;
}

/** A report that somebody else changed meanwhile is asked for again, so that the next look is a true one. */
export function useReportAct({ id, version }: Pick<Report, 'id' | 'version'>, onDone: () => void) {
  return useMutation({
    mutationFn: ({ act, question }: Given) =>
      call('POST /upward-reports/:id/:act', {
        params: { id, act },
        body: { expectedVersion: version, ...(question === undefined ? {} : { question }) },
      }),
    onSuccess: (report) => {
      show(report);
      onDone();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [KEY, 'one', id] }),
  });
}
