import { useQuery } from '@tanstack/react-query';
import { call } from './client';

/** The server gives no more at once; a source beyond is found by writing its name. */
const MOST = 200;

export interface SourceName {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface SourceNameRoutes {
  'GET /sources': {
    query: { readonly limit?: number; readonly cursor?: string };
    result: { readonly items: readonly SourceName[]; readonly nextCursor: string | null };
  };
}

/** The names of the sources that are in use. */
export const useSourceNames = () =>
  useQuery({
    queryKey: ['sources', 'names'],
    queryFn: async ({ signal }) => {
      const { items } = await call('GET /sources', { query: { limit: MOST }, signal });
      return items.filter(({ active }) => active).map(({ name }) => name);
    },
  });
