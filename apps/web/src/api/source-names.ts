import { useQuery } from '@tanstack/react-query';
import { call } from './client';

/** The server gives no more at once; a source beyond is found by writing its name. */
const MOST = 200;

/** The names of the sources that are in use. */
export const useSourceNames = () =>
  useQuery({
    queryKey: ['sources', 'names'],
    queryFn: async ({ signal }) => {
      const { items } = await call('GET /sources', { query: { limit: MOST }, signal });
      return items.filter(({ active }) => active).map(({ name }) => name);
    },
  });
