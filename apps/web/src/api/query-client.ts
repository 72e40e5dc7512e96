import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from './problem';

/** Only a dead line is worth another try: a refusal stays one. */
function shouldRetry(failures: number, error: unknown): boolean {
  return error instanceof Unreachable && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // The live stream says when something changed; the age only guards against a stream that is silent.
    queries: { retry: shouldRetry, staleTime: 30_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
