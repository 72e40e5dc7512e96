import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { useRepeatKey } from './repeat-key';
import type { NewComment, NewInstruction } from './report-types';
import { REPORTS } from './reports';

const keyOf = (reportId: string) => [REPORTS, 'comments', reportId] as const;

/** What was written in the margin, by section. */
export const useReportComments = (reportId: string) =>
  useQuery({
    queryKey: keyOf(reportId),
    queryFn: ({ signal }) =>
      call('GET /reports/:id/comments', { params: { id: reportId }, signal }),
  });

export function useAddComment(reportId: string, onDone: () => void) {
  const repeat = useRepeatKey();
  return useMutation({
    mutationFn: (body: NewComment) =>
      repeat.send(body, (idempotencyKey) =>
        call('POST /reports/:id/comments', { params: { id: reportId }, body, idempotencyKey }),
      ),
    onSuccess: () => {
      onDone();
      return queryClient.invalidateQueries({ queryKey: keyOf(reportId) });
    },
  });
}

interface Settled {
  readonly commentId: string;
  readonly act: 'resolve' | 'reopen';
}

export function useSettleComment(reportId: string, onDone: (act: Settled['act']) => void) {
  return useMutation({
    mutationFn: ({ commentId, act }: Settled) =>
      call('POST /reports/:id/comments/:commentId/:act', {
        params: { id: reportId, commentId, act },
      }),
    onSuccess: (_comment, { act }) => onDone(act),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(reportId) }),
  });
}

/** A note that is work for a unit, with an end. */
export function useInstruct(reportId: string, onDone: (id: string) => void) {
  const repeat = useRepeatKey();
  return useMutation({
    mutationFn: (body: NewInstruction) =>
      repeat.send(body, (idempotencyKey) =>
        call('POST /reports/:id/instructions', { params: { id: reportId }, body, idempotencyKey }),
      ),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['instructions'] });
      onDone(id);
    },
  });
}
