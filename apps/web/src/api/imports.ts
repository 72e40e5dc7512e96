import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Words } from './types';
import { sendForm, type OnShare, type Upload } from './upload';

/** What a column of a file can be, the needed ones first. */
export const FIELDS = ['text', 'seenAt', 'source', 'url', 'rank', 'views', 'externalId'] as const;
export type ImportField = (typeof FIELDS)[number];

/** Which column holds what; an empty name says that none does. */
export type Mapping = Readonly<Partial<Record<ImportField, string>>>;

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A file on its way into the inbox, or what became of it. */
export interface ImportItem {
  readonly id: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly fileName: string;
  readonly bytes: number;
  readonly dryRun: boolean;
  readonly state: ImportState;
  /** 0–1 */
  readonly progress: number;
  readonly rows: number;
  readonly mentions: number;
  readonly folded: number;
  readonly topics: number;
  readonly rejected: number;
  /** What was not there before. */
  readonly added: {
    readonly sightings: number;
    readonly mentions: number;
    readonly topics: number;
  };
  readonly format: string | null;
  readonly encoding: string | null;
  readonly notes: readonly Words[];
  readonly failure: Words | null;
  readonly createdAt: string;
}

export interface Import extends ImportItem {
  /** The first of them. */
  readonly rejectedRows: readonly {
    readonly line: number;
    readonly reasons: readonly Words[];
  }[];
}

export interface Preview {
  readonly format: string;
  readonly encoding: string;
  readonly notes: readonly Words[];
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly problem: Words | null;
  }[];
}

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface ImportRoutes {
  'GET /imports': {
    query: { readonly limit?: number; readonly cursor?: string };
    result: Page<ImportItem>;
  };
  'GET /imports/:id': { params: { readonly id: string }; result: Import };
  'POST /imports/:id/cancel': { params: { readonly id: string }; result: Import };
}

const LIST = 'imports';
const ONE = 'import';
const PAGE = 20;
/** While a file is read, nothing but asking says how far it is. */
const ASK_EVERY_MS = 700;

export const isUnderWay = ({ state }: ImportItem): boolean =>
  state === 'waiting' || state === 'running';

export const useImports = () =>
  useInfiniteQuery({
    queryKey: [LIST],
    queryFn: ({ pageParam, signal }) =>
      call('GET /imports', {
        query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useImport = (id: string) =>
  useQuery({
    queryKey: [ONE, id],
    queryFn: ({ signal }) => call('GET /imports/:id', { params: { id }, signal }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? ASK_EVERY_MS : false),
  });

export const useCancelImport = (id: string) =>
  useMutation({
    mutationFn: () => call('POST /imports/:id/cancel', { params: { id } }),
    onSuccess: (cancelled) => queryClient.setQueryData([ONE, id], cancelled),
    // It may have ended meanwhile: then that is what is to be seen.
    onError: () => queryClient.invalidateQueries({ queryKey: [ONE, id] }),
  });

/** Of a text file so much is looked at beforehand. */
const HEAD_BYTES = 1024 * 1024;
/** Workbooks are archives, which can only be read whole. */
const ARCHIVE = 'PK';

async function headOf(file: File): Promise<Blob> {
  const mark = await file.slice(0, ARCHIVE.length).text();
  return mark === ARCHIVE ? file : file.slice(0, HEAD_BYTES);
}

async function previewOf(file: File, source: string | null): Promise<Preview> {
  const body = new FormData();
  if (source !== null) body.append('source', source);
  body.append('file', await headOf(file), file.name);
  return sendForm<Preview>('/imports/preview', body, () => undefined).done;
}

/** A file that was chosen; the number tells it from another of the same name. */
export interface ChosenFile {
  readonly file: File;
  readonly number: number;
}

/** What is in a file, as files of this source are read. */
export const usePreview = (chosen: ChosenFile | null, source: string | null) =>
  useQuery({
    queryKey: ['import-preview', chosen?.number, source],
    queryFn: () => (chosen === null ? null : previewOf(chosen.file, source)),
    enabled: chosen !== null,
    staleTime: Infinity,
    retry: false,
    placeholderData: (before, query) => (query?.queryKey[1] === chosen?.number ? before : null),
  });

export interface ImportOrder {
  readonly file: File;
  readonly source: string;
  readonly mapping: Mapping;
  readonly dryRun: boolean;
}

export function sendImport(order: ImportOrder, onShare: OnShare): Upload<{ readonly id: string }> {
  const body = new FormData();
  body.append('source', order.source);
  body.append('dryRun', String(order.dryRun));
  body.append('mapping', JSON.stringify(order.mapping));
  body.append('file', order.file);
  const upload = sendForm<{ readonly id: string }>('/imports', body, onShare);
  return {
    ...upload,
    done: upload.done.then((sent) => {
      void queryClient.invalidateQueries({ queryKey: [LIST] });
      return sent;
    }),
  };
}
