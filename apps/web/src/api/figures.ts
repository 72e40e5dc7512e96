import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './client';

const PAGE = 20;
const PATH = /\/figures\/([^/]+)\/records$/;

/** What the server's own link to the records asks for. */
function askedBy(link: string) {
  const { pathname, searchParams } = new URL(link, location.origin);
  const key = decodeURIComponent(PATH.exec(pathname)?.[1] ?? '');
  return { key, query: Object.fromEntries(searchParams) };
}

/** The incidents or shifts behind a number, the newest first. */
export const useFigureRecords = (link: string) =>
  useInfiniteQuery({
    queryKey: ['figure-records', link] as const,
    queryFn: ({ pageParam, signal }) => {
      const { key, query } = askedBy(link);
      return call('GET /figures/:key/records', {
        params: { key },
        query: { ...query, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
